// Date and time of the pickup, as the browser's own controls.
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { FieldError } from "../../parts/Field.tsx";

/** Properties of PickupField. */
export interface PickupFieldProps {
  locale: Locale;
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`. */
  time: string;
  minDate: string;
  error?: string | undefined;
}

/** One box with two inputs. */
export function PickupField({ locale, date, time, minDate, error }: PickupFieldProps) {
  const { trip } = textsFor(locale);
  const marked = error === undefined
    ? {}
    : { "aria-invalid": true, "aria-describedby": "pickup-error" };
  return (
    <fieldset class={error === undefined ? "pickup-field" : "pickup-field has-error"}>
      <legend class="visually-hidden">{trip.pickup}</legend>
      <div class="field-box">
        <span class="field-label" aria-hidden="true">{trip.pickup}</span>
        <div class="pickup-inputs">
          <input
            id="date"
            name="date"
            type="date"
            required
            value={date}
            min={minDate}
            aria-label={trip.date}
            {...marked}
          />
          <input
            id="time"
            name="time"
            type="time"
            required
            value={time}
            aria-label={trip.time}
            {...marked}
          />
        </div>
      </div>
      <FieldError id="pickup-error" text={error} />
    </fieldset>
  );
}
