import assert from "node:assert/strict";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { priceTrip } from "../../lib/pricing/fare-rules.ts";
import { simulate, type SoldTrip } from "../../lib/pricing/price-simulation.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { fc } from "../support/property.ts";
import { LANDVETTER, OSTRA_HAMNGATAN } from "../support/trips.ts";

const AWAY = { ...LANDVETTER, point: { lat: 58.4, lng: 13.4 }, name: "Skara" };
const pickup = "2026-11-24T09:00:00Z";

function sold(km: number, vehicleClass: SoldTrip["vehicleClass"] = "standard"): SoldTrip {
  const trip = {
    ...{ bookingId: `B${km}`, reference: "K4Q7RM", vehicleClass, from: AWAY, to: OSTRA_HAMNGATAN },
    route: { distanceMeters: km * 1_000, durationSeconds: km * 60 },
    extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
  };
  const priced = { ...trip, tariff: DEMO_TARIFF_2026, pickup: Temporal.Instant.from(pickup) };
  return { ...trip, pickup, totalOre: priceTrip(priced).totalOre };
}

function dearer(byOre: number): Tariff {
  const { standard } = DEMO_TARIFF_2026.rates;
  assert(standard);
  const rates = {
    ...DEMO_TARIFF_2026.rates,
    standard: { ...standard, perKmOre: standard.perKmOre + byOre },
  };
  return { ...DEMO_TARIFF_2026, rates };
}

Deno.test("by the tariff they were sold by trips cost what they did, and nothing changed", () => {
  const trips = Array.from({ length: 12 }, (_, i) => sold(20 + i));
  const { count, beforeOre, afterOre, largest, unsold } = simulate(trips, DEMO_TARIFF_2026);
  assert.deepEqual([count, afterOre - beforeOre, largest, unsold], [12, 0, [], 0]);
});

Deno.test("the largest changes come first, ten of them, and the sums are those of all", () => {
  const kilometres = fc.uniqueArray(fc.integer({ min: 20, max: 300 }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(fc.property(kilometres, fc.integer({ min: -5, max: 10 }), (all, kronor) => {
    const trips = all.map((km) => sold(km));
    const result = simulate(trips, dearer(kronor * 100));
    const changes = result.largest.map(({ trip, afterOre }) => Math.abs(afterOre - trip.totalOre));
    assert.deepEqual(changes, changes.toSorted((a, b) => b - a));
    assert.equal(result.largest.length, kronor === 0 ? 0 : Math.min(10, trips.length));
    assert.equal(result.beforeOre, trips.reduce((sum, { totalOre }) => sum + totalOre, 0));
    assert.equal(Math.sign(result.afterOre - result.beforeOre), Math.sign(kronor));
  }));
});

Deno.test("trips in a class the tariff does not sell are counted by themselves", () => {
  const { van: _, ...rates } = DEMO_TARIFF_2026.rates;
  const result = simulate([sold(20), sold(30, "van")], { ...DEMO_TARIFF_2026, rates });
  assert.deepEqual([result.count, result.unsold], [1, 1]);
});
