// A line of a price in words, the same for customers and operators.
import { formatPercent } from "../../i18n/format.ts";
import { labelIn, type Locale } from "../../kernel/locale.ts";
import type { FareLine, FareLineCode } from "../../pricing/quote.ts";

/** What a line is for: `Fast pris Landvetter–centrum`, `Morgontillägg`, `Sträcka`. */
export function lineName(
  locale: Locale,
  names: Readonly<Record<FareLineCode, string>>,
  line: Pick<FareLine, "code" | "label">,
): string {
  const name = names[line.code];
  const label = labelIn(line.label, locale);
  if (label === "") return name;
  return line.code === "surcharge" ? label : `${name} ${label}`;
}

/** `6 %`, or `6 %, 25 %` when the lines differ. */
export function vatRates(
  locale: Locale,
  lines: readonly Pick<FareLine, "vatRatePercent">[],
): string {
  const rates = new Set(lines.map((line) => line.vatRatePercent));
  return [...rates].map((rate) => formatPercent(locale, rate)).join(", ");
}
