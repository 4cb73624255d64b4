import assert from "node:assert/strict";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { comparisonPriceAt } from "../../lib/pricing/comparison-price.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { tariffSchema } from "../../lib/pricing/tariff.ts";

Deno.test("The demo tariffs are lawful, price every class, and follow each other without a gap", () => {
  for (const tariff of DEMO_TARIFFS) {
    tariffSchema.parse(tariff);
    assert.deepEqual(Object.keys(tariff.rates).sort(), VEHICLE_CLASSES.toSorted());
  }
  const [current, next] = DEMO_TARIFFS;
  const dayAfter = Temporal.PlainDate.from(current!.validUntil!).add({ days: 1 });
  assert.equal(dayAfter.toString(), next!.validFrom);
  assert.equal(next!.validUntil, null);
});

Deno.test("The demo tariff's standard class has the published jämförpris 399 kr", () => {
  const noon = Temporal.Instant.from("2026-11-23T11:00Z");
  assert.equal(comparisonPriceAt(DEMO_TARIFF_2026, "standard", noon), 399_25);
});
