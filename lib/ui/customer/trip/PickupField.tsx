// When the car shall be there: the day as three choices, the time in a field of its own.
import TimeField from "../../../../islands/TimeField.tsx";
import { formatShortDate, formatTime } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { readClockTime } from "../../../kernel/clock-time.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { FieldError, TextField } from "../../parts/Field.tsx";
import type { PickupChoices } from "./pickup-choices.ts";

/** Properties of PickupField. */
export interface PickupFieldProps {
  locale: Locale;
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`, or what was typed instead. */
  time: string;
  choices: PickupChoices;
  errors: { date?: string | undefined; time?: string | undefined };
}

/** Radio buttons for the day, the date behind the last of them, and the time. */
export function PickupField({ locale, date, time, choices, errors }: PickupFieldProps) {
  const { trip } = textsFor(locale);
  const { today, tomorrow, earliest } = choices;
  const days = [{ day: today, name: trip.today }, { day: tomorrow, name: trip.tomorrow }];
  // An error about the date leads to its field, so that is open.
  const isOther = errors.date !== undefined || !days.some(({ day }) => day === date);
  return (
    <fieldset class="pickup" data-one-answer>
      <legend>{trip.when}</legend>
      <div class="days">
        {days.map(({ day, name }) => (
          <label class="day" key={day}>
            <input type="radio" name="day" value={day} checked={!isOther && day === date} />
            <span class="day-name">{name}</span>{" "}
            <span class="day-date">{formatShortDate(locale, day)}</span>
          </label>
        ))}
        <label class="day">
          <input type="radio" name="day" value="" id="other-day" checked={isOther} />
          <span class="day-name">{trip.otherDay}</span>{" "}
          <span class="day-date">{trip.otherDayHint}</span>
        </label>
      </div>
      <div class="other-date">
        <TextField
          name="date"
          label={trip.date}
          value={date}
          type="date"
          min={today}
          error={errors.date}
        />
      </div>
      <div class={errors.time === undefined ? "pickup-time" : "pickup-time has-error"}>
        <TimeField
          locale={locale}
          value={time}
          earliest={earliest}
          today={today}
          texts={{ ...trip.clock(typedExamples(locale)), time: trip.time }}
          hasError={errors.time !== undefined}
        />
        <FieldError id="time-error" text={errors.time} />
      </div>
    </fieldset>
  );
}

/** How a time can be typed: without its sign, and as clocks show it. */
function typedExamples(locale: Locale): { digits: string; clock: string } {
  const digits = "640";
  return { digits, clock: formatTime(locale, `2026-01-01T${readClockTime(digits)}`) };
}
