import assert from "node:assert/strict";
import { comparisonLines, draftDifference } from "../../lib/board/draft-difference.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { priceQuoteThreshold } from "../../lib/pricing/binding-maximum.ts";

const { version: _, ...BASE } = DEMO_TARIFF_2026;

Deno.test("a draft like its tariff has no difference, and one of none is all new", () => {
  assert.deepEqual(draftDifference(BASE, BASE), {
    fields: [],
    items: [],
    hasOtherSurcharges: false,
  });
  const first = draftDifference(null, BASE);
  assert(first.items.every(({ type }) => type === "new"));
  assert.equal(first.items.length, BASE.zones.length + BASE.fixedPrices.length);
});

Deno.test("each amount, zone and fixed price that differs is a line of its own", () => {
  const [zone, ...zones] = BASE.zones;
  const [price, ...prices] = BASE.fixedPrices;
  assert(zone && price);
  const difference = draftDifference(BASE, {
    ...BASE,
    extras: { ...BASE.extras, petOre: 99_00 },
    zones: [{ ...zone, name: { ...zone.name, sv: "Ny" } }, ...zones],
    fixedPrices: prices,
    surcharges: [],
  });
  assert.deepEqual(difference.fields.map(({ field, to }) => [field, to]), [["petOre", "99,00"]]);
  assert.deepEqual(difference.items.map(({ kind, id, type }) => [kind, id, type]), [
    ["zones", zone.id, "changed"],
    ["fixed-prices", price.id, "ended"],
  ]);
  assert.equal(difference.hasOtherSurcharges, true);
});

Deno.test("a class whose jämförpris goes over the threshold is said to need a binding maximum", () => {
  const { thresholdOre } = priceQuoteThreshold(BASE.validFrom);
  const rates = { baseOre: 0, perKmOre: 0, perHourOre: 0, minimumOre: thresholdOre };
  const at = (minimumOre: number) =>
    comparisonLines(BASE, { ...BASE, rates: { van: { ...rates, minimumOre } } });
  const due = (minimumOre: number) =>
    at(minimumOre).filter(({ isMaximumDue }) => isMaximumDue).map((one) => one.vehicleClass);
  assert.deepEqual([due(thresholdOre), due(thresholdOre + 100)], [[], ["van"]]);
  const standard = at(thresholdOre).find(({ vehicleClass }) => vehicleClass === "standard");
  assert(standard?.beforeOre !== null && standard?.afterOre === null);
});
