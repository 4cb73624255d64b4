// The shown list as a file for a spreadsheet: the same rows, order and columns, and nothing a spreadsheet runs.
// Pure.
import { attentionOf } from "../../../board/attention.ts";
import { driverName, vehicleName } from "../../../board/day.ts";
import type { BookingSummary } from "../../../booking/booking.ts";
import { csvFile } from "../../../forms/csv-field.ts";
import { formatReference, formatTime } from "../../../i18n/format.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { DayRow } from "../day/rows.ts";
import { absentWord, type Look, stateWord } from "../frame/look.ts";
import { type Column, COLUMNS } from "./board-view.ts";
import { factWords } from "./fact-words.ts";
import { tripFacts } from "./trip-facts.ts";

/** Columns that only mean something at the moment they are looked at. */
const MOMENTARY: ReadonlySet<Column> = new Set(["in"]);

/** The file's text. */
export function dayCsv(
  look: Look,
  rows: readonly DayRow[],
  columns: readonly Column[],
  nowMs: number | null,
): string {
  const shown = COLUMNS.filter((column) => columns.includes(column) && !MOMENTARY.has(column));
  const head = shown.map((column) => look.texts.view.columns[column]);
  const lines = rows.flatMap((row) =>
    row.kind === "trip" ? [shown.map((column) => cellText(look, row.booking, column, nowMs))] : []
  );
  return csvFile([head, ...lines]);
}

function cellText(
  look: Look,
  booking: BookingSummary,
  column: Column,
  nowMs: number | null,
): string {
  const { locale, texts, fleet } = look;
  switch (column) {
    case "time":
      return formatTime(locale, booking.wallTime);
    case "in":
      return "";
    case "trip":
      return [booking.from, booking.to].map((end) => end || absentWord(texts, booking)).join(" → ");
    case "know":
      return tripFacts(booking).map((fact) => factWords(texts, booking, fact)).join(", ");
    case "customer":
      return booking.customer || absentWord(texts, booking);
    case "vehicle":
      return booking.driverId === null
        ? texts.table.nobody
        : `${vehicleName(fleet, booking.vehicleId)} · ${driverName(fleet, booking.driverId)}`;
    case "state":
      return stateWord(texts, booking, nowMs === null ? null : attentionOf(booking, nowMs));
    case "phone":
      return booking.phone;
    case "reference":
      return formatReference(booking.reference);
    case "passengers":
      return String(booking.passengers);
    case "class":
      return texts.classes[booking.vehicleClass].name;
    case "distance":
      return decimal(booking.distanceMeters / 1_000, 1);
    case "price":
      return decimal(booking.totalOre / 100, 2);
    default:
      return unreachable(column);
  }
}

/** A number as Swedish spreadsheets read it, without a unit: it can be summed. */
function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace(".", ",");
}
