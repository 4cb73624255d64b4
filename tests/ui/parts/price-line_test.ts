import assert from "node:assert/strict";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { labelOf } from "../../../lib/kernel/locale.ts";
import { lineName, vatRates } from "../../../lib/ui/parts/price-line.ts";

const sv = textsFor("sv").quote.lines;
const en = textsFor("en").quote.lines;

Deno.test("lineName() adds the zones to a fixed price and lets a surcharge be its own name", () => {
  const zones = labelOf((locale) => `zones in ${locale}`);
  assert.equal(lineName("sv", sv, { code: "fixed-price", label: zones }), "Fast pris zones in sv");
  const morning = labelOf((locale) => `morning in ${locale}`);
  assert.equal(lineName("en", en, { code: "surcharge", label: morning }), "morning in en");
  assert.equal(lineName("sv", sv, { code: "distance", label: labelOf(() => "") }), "Sträcka");
});

Deno.test("vatRates() names each rate of a price once", () => {
  const lines = [6, 25, 6].map((vatRatePercent) => ({ vatRatePercent }));
  assert.equal(vatRates("en", lines), "6%, 25%");
});
