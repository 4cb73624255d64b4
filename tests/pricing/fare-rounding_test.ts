// Whole kronor, in the customer's favour, and never another price for a tariff that promised none.
import assert from "node:assert/strict";
import { labelOf } from "../../lib/kernel/locale.ts";
import { priceTrip } from "../../lib/pricing/fare-rules.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { aTariff, POINTS } from "../support/pricing.ts";
import { fc } from "../support/property.ts";
import { anyTrip, trip } from "./any-trip.ts";

Deno.test("a tariff in whole kronor asks for whole kronor, less than a krona below the öre of the same trip", () => {
  fc.assert(fc.property(anyTrip, (input) => {
    const tariff: Tariff = { ...input.tariff, rounding: "krona-down" };
    const price = priceTrip(trip({ ...input, tariff, to: { point: POINTS.vinga } }));
    const rounding = price.lines.filter(({ code }) => code === "rounding");
    const others = price.lines.filter(({ code }) => code !== "rounding");
    const exactOre = others.reduce((sum, line) => sum + line.amountOre, 0);

    assert.equal(price.totalOre % 100, 0);
    assert.ok(exactOre - price.totalOre >= 0 && exactOre - price.totalOre < 100);
    assert.deepEqual(
      rounding.map(({ amountOre }) => amountOre),
      exactOre % 100 === 0 ? [] : [
        price.totalOre - exactOre,
      ],
    );
    assert.deepEqual(price.lines.slice(others.length), rounding, "the last line");
  }));
});

Deno.test("a tariff of the first release goes on pricing to the öre", () => {
  const price = priceTrip(trip({ to: { point: POINTS.vinga } }));
  assert.deepEqual([price.totalOre, price.vatOre], [399_25, 22_60]);
  const rounded = priceTrip(trip({
    tariff: aTariff({ rounding: "krona-down" }),
    to: { point: POINTS.vinga },
  }));
  assert.deepEqual([rounded.totalOre, rounded.vatOre], [399_00, 22_58]);
  assert.deepEqual(rounded.lines.at(-1), {
    code: "rounding",
    label: labelOf(() => ""),
    amountOre: -25,
    vatRatePercent: 6,
    vatOre: -2,
  });
});
