// One changed field in words: its name, what it was and what it is.
import type { FieldChange } from "../../../booking/field-change.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import {
  formatFlightNumber,
  formatMoment,
  formatMoney,
  formatTime,
  wallTimeOf,
} from "../../../i18n/format.ts";
import { dateOf, WALL_TIME } from "../../../kernel/wall-time.ts";
import type { Look } from "../frame/look.ts";

/** The words; "" never stands for nothing. */
export interface ChangeLine {
  field: FieldChange["field"];
  name: string;
  from: string;
  to: string;
}

/** The line of a change. */
export function changeLine(look: Look, change: FieldChange): ChangeLine {
  const { field } = change;
  const words = (value: string | number) => valueWords(look, change, value);
  const name = look.texts.change.fields[field];
  return { field, name, from: words(change.from), to: words(change.to) };
}

function valueWords(look: Look, { field, from, to }: FieldChange, value: string | number): string {
  const { locale, texts } = look;
  if (value === "") return texts.change.none;
  switch (field) {
    case "totalOre":
      return formatMoney(locale, Number(value));
    case "pickup":
      return pickupWords(look, String(from), String(to), String(value));
    case "vehicleClass": {
      const name = VEHICLE_CLASSES.find((one) => one === value);
      return name === undefined ? String(value) : texts.classes[name].name;
    }
    case "flightNumber":
      return formatFlightNumber(String(value));
    default:
      return String(value);
  }
}

/** The day is said only where it is another one. */
function pickupWords(look: Look, from: string, to: string, value: string): string {
  if (!WALL_TIME.test(value)) return instantWords(look, value, value === from ? to : from);
  return dateOf(from) === dateOf(to)
    ? formatTime(look.locale, value)
    : formatMoment(look.locale, value, look.today);
}

/** On the night the clock goes back one wall time comes twice: which of them it is. */
function instantWords({ locale, texts }: Look, instant: string, other: string): string {
  const { first, second } = texts.change.overlap;
  return `${formatTime(locale, wallTimeOf(instant))} ${instant < other ? first : second}`;
}
