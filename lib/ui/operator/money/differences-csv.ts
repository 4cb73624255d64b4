// The differences of a day as a table for spreadsheets.
import { csvFile } from "../../../forms/csv-field.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Difference, MoneySide } from "../../../reconciliation/difference.ts";

/** The table; amounts in kronor with a point, as programs read them. */
export function differencesCsv(locale: Locale, differences: readonly Difference[]): string {
  const { columns, sides, difference: words } = textsFor(locale).money;
  const names = Object.values(sides);
  return csvFile([
    [
      columns.what,
      words.providerId,
      words.paymentId,
      words.booking,
      ...names.map((name) => `${columns.theirs}: ${name}`),
      ...names.map((name) => `${columns.ours}: ${name}`),
      columns.state,
      words.note,
    ],
    ...differences.map((one) => cellsOf(locale, one)),
  ]);
}

function cellsOf(locale: Locale, one: Difference): string[] {
  const { kinds, difference: words } = textsFor(locale).money;
  const { settledAt, settledBy } = one;
  const at = settledAt === null ? "" : wallTimeOf(settledAt).replace("T", " ");
  const state = settledAt === null
    ? words.stands
    : settledBy === null
    ? words.byItself(at)
    : words.settled(at, "");
  return [
    kinds[one.kind],
    ...[one.providerId ?? "", one.paymentId ?? "", one.bookingId ?? ""],
    ...amounts(one.theirs),
    ...amounts(one.ours),
    ...[state, one.note],
  ];
}

function amounts(side: MoneySide | null): string[] {
  if (side === null) return ["", "", ""];
  return [side.heldOre, side.takenOre, side.returnedOre].map((ore) => (ore / 100).toFixed(2));
}
