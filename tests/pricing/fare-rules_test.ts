import assert from "node:assert/strict";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { labelOf } from "../../lib/kernel/locale.ts";
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { priceTrip } from "../../lib/pricing/fare-rules.ts";
import { aSurcharge, aTariff, POINTS } from "../support/pricing.ts";
import { fc } from "../support/property.ts";
import { anyTrip, at, FIRST_YEAR, LAST_YEAR, tariff, trip } from "./any-trip.ts";
import { changesOf, naivePrice, SurchargeCalendar, wallClockMs } from "./fare-oracle.ts";

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
const MINUTE = 60_000;

/** Instants of local 00:00 up to 06:00 of the night a clock changes: 300 minutes in spring, 420 in autumn. */
function nightMinutes(changeMs: number): number[] {
  const around = Array.from({ length: 14 * 60 }, (_, i) => changeMs + (i - 7 * 60) * MINUTE);
  const date = isoDate(changeMs);
  return around.filter((ms) => {
    const wall = new Date(wallClockMs(ms)).toISOString();
    return wall.slice(0, 10) === date && wall.slice(11, 16) < "06:00";
  });
}

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Compares the price of a trip by meter, at a fixed price and with extras to the oracle's. */
function assertPricesAgree(calendar: SurchargeCalendar, epochMs: number, fixedOre: number | null) {
  const { tariff } = calendar;
  const extras = { childSeats: 1, pets: 0, extraLuggage: 2 };
  const naive = naivePrice(tariff, calendar.appliesAt(epochMs), {
    vehicleClass: "standard",
    meters: 12_345,
    seconds: 1_111,
    fixedOre,
    extras: [1, 0, 2],
  });
  const price = priceTrip(trip({
    tariff,
    route: { distanceMeters: 12_345, durationSeconds: 1_111 },
    to: { point: fixedOre === null ? POINTS.vinga : POINTS.centrum },
    pickup: Temporal.Instant.fromEpochMilliseconds(epochMs),
    extras,
  }));
  const when = new Date(epochMs).toISOString();
  assert.deepEqual(price.lines.map((line) => line.amountOre), naive.lineOre, when);
  assert.equal(price.totalOre, naive.totalOre, when);
  assert.equal(price.vatOre, naive.vatOre, when);
}

Deno.test("priceTrip() gives the oracle's price in every minute of both change nights, 2025 to 2035", () => {
  let compared = 0;
  for (const tariff of DEMO_TARIFFS) {
    const calendar = new SurchargeCalendar(tariff, FIRST_YEAR, LAST_YEAR);
    const fixedOre = tariff.fixedPrices[0]!.priceOre.standard!;
    for (const year of YEARS) {
      for (const [i, change] of changesOf(year).entries()) {
        const minutes = nightMinutes(change);
        assert.equal(minutes.length, i === 0 ? 300 : 420);
        for (const ms of minutes) {
          assertPricesAgree(calendar, ms, i === 0 ? null : fixedOre);
          compared++;
        }
      }
    }
  }
  assert.equal(compared, 2 * 11 * (300 + 420));
});

Deno.test("priceTrip() gives the oracle's price around every red day and eve, 2025 to 2035", () => {
  const calendar = new SurchargeCalendar(DEMO_TARIFF_2026, FIRST_YEAR, LAST_YEAR);
  for (let ms = Date.UTC(FIRST_YEAR, 0, 1); ms < Date.UTC(LAST_YEAR, 11, 31); ms += 60 * MINUTE) {
    const before = calendar.appliesAt(ms - MINUTE);
    const now = calendar.appliesAt(ms);
    // Where anything begins or ends, the minutes on both sides; else every seventh hour.
    const changes = before.length !== now.length || before.some((one, i) => one !== now[i]);
    if (changes) {
      assertPricesAgree(calendar, ms - MINUTE, null);
      assertPricesAgree(calendar, ms, null);
    } else if ((ms / (60 * MINUTE)) % 7 === 0) assertPricesAgree(calendar, ms, null);
  }
});

Deno.test("priceTrip() gives the oracle's price for any tariff on any change night and holiday", () => {
  fc.assert(
    fc.property(tariff, fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), fc.nat(400_000), (
      tariff,
      year,
      offset,
    ) => {
      const calendar = new SurchargeCalendar(tariff, year);
      for (const change of changesOf(year)) {
        nightMinutes(change).filter((_, i) => i % 3 === offset % 3)
          .forEach((ms) => assertPricesAgree(calendar, ms, null));
      }
      // And a walk through the year in steps that fall on other minutes of the day each time.
      for (let minute = offset % 1_000; minute < 365 * 1_440; minute += 1_237) {
        assertPricesAgree(calendar, Date.UTC(year, 0, 1) + minute * MINUTE, null);
      }
    }),
    // Each run prices some 700 pickups: shrinking would take minutes, and the message names the instant.
    { numRuns: 25, endOnFailure: true },
  );
});

Deno.test("priceTrip() totals are exactly the sum of the lines, and their VAT that of the total", () => {
  fc.assert(fc.property(anyTrip, (input) => {
    const price = priceTrip(trip(input));
    const rate = input.tariff.vatRatePercent;
    const vatIn = (amountOre: number) => (amountOre * rate) / (100 + rate);

    assert.equal(price.totalOre, price.lines.reduce((sum, line) => sum + line.amountOre, 0));
    assert.equal(price.vatOre, price.lines.reduce((sum, line) => sum + line.vatOre, 0));
    assert.ok(Math.abs(price.vatOre - vatIn(price.totalOre)) <= 0.5);
    for (const line of price.lines) {
      const isRounding = line.code === "rounding";
      assert.ok(Number.isSafeInteger(line.amountOre) && line.amountOre > 0 !== isRounding);
      assert.equal(line.vatRatePercent, rate);
      assert.ok(Math.abs(line.vatOre - vatIn(line.amountOre)) <= 1);
    }
    assert.equal(price.isFixedPrice, price.lines.some((line) => line.code === "fixed-price"));
  }));
});

Deno.test("priceTrip() never goes under the minimum, and says by its own line when it lifts", () => {
  fc.assert(fc.property(anyTrip, (input) => {
    const price = priceTrip(trip({ ...input, to: { point: POINTS.vinga } }));
    const fare = price.lines.filter(({ code }) =>
      ["base", "distance", "time", "minimum"].includes(code)
    );
    const fareOre = fare.reduce((sum, line) => sum + line.amountOre, 0);
    const { minimumOre } = input.tariff.rates.standard!;

    assert.ok(fareOre >= minimumOre);
    if (fare.some(({ code }) => code === "minimum")) assert.equal(fareOre, minimumOre);
  }));
});

Deno.test("priceTrip() costs the same there and back between fixed-price zones", () => {
  fc.assert(fc.property(anyTrip, fc.constantFrom(...VEHICLE_CLASSES), (input, vehicleClass) => {
    const there = trip({ ...input, tariff: DEMO_TARIFF_2026, vehicleClass });
    const back = { ...there, from: there.to, to: there.from };

    assert.deepEqual(priceTrip(back), priceTrip(there));
  }));
});

Deno.test("priceTrip() depends on the instant of pickup alone: seconds later is the same minute's price", () => {
  fc.assert(fc.property(anyTrip, fc.integer({ min: 0, max: 59_999 }), (input, ms) => {
    const later = { ...input, pickup: input.pickup.add({ milliseconds: ms }) };
    assert.deepEqual(priceTrip(trip(later)), priceTrip(trip(input)));
  }));
});

Deno.test("priceTrip() charges Landvetter to the centre 495 kr and 45 kr in the morning", () => {
  const price = priceTrip(trip({ tariff: DEMO_TARIFF_2026, pickup: at("2026-11-23T05:40:00Z") }));

  assert.deepEqual(
    price.lines.map(({ code, label, amountOre }) => [code, label.sv, amountOre]),
    [["fixed-price", "Landvetter–centrum", 495_00], ["surcharge", "Morgontillägg", 45_00]],
  );
  assert.deepEqual([price.totalOre, price.vatOre], [540_00, 30_57]);
});

Deno.test("priceTrip() writes base, distance, time, surcharge and extras as lines of their own", () => {
  const price = priceTrip(trip({
    tariff: aTariff({ surcharges: [aSurcharge()] }),
    pickup: at("2026-11-23T23:00:00Z"),
    extras: { childSeats: 2, pets: 1, extraLuggage: 1 },
  }));

  assert.deepEqual(price.lines.map(({ code, amountOre }) => [code, amountOre]), [
    ["base", 60_00],
    ["distance", 160_00],
    ["time", 179_25],
    ["surcharge", 79_85],
    ["child-seat", 80_00],
    ["pet", 50_00],
    ["extra-luggage", 30_00],
  ]);
});

Deno.test("priceTrip() takes the lowest of several fixed prices, in whichever order they stand", () => {
  const priced = (id: string, ore: number) => ({
    id,
    fromZone: "landvetter",
    toZone: "goteborg-centrum",
    direction: "both" as const,
    priceOre: { standard: ore },
  });
  for (
    const fixedPrices of [[priced("a", 600_00), priced("b", 500_00)], [
      priced("b", 500_00),
      priced("a", 600_00),
    ]]
  ) {
    const tariff = aTariff({ zones: DEMO_TARIFF_2026.zones, fixedPrices });
    assert.equal(priceTrip(trip({ tariff })).totalOre, 500_00);
  }
});

Deno.test("priceTrip() goes by the meter on the way back of a one-way price, and for a class without one", () => {
  const tariff = aTariff({
    zones: DEMO_TARIFF_2026.zones,
    fixedPrices: [{
      id: "one-way",
      fromZone: "landvetter",
      toZone: "goteborg-centrum",
      direction: "one-way",
      priceOre: { standard: 495_00 },
    }],
  });
  const there = trip({ tariff });

  assert.equal(priceTrip(there).isFixedPrice, true);
  assert.equal(priceTrip({ ...there, from: there.to, to: there.from }).isFixedPrice, false);
  assert.equal(priceTrip({ ...there, vehicleClass: "van" }).isFixedPrice, false);
});

Deno.test("priceTrip() leaves a surcharge off a fixed price when the tariff says so", () => {
  const tariff = aTariff({
    zones: DEMO_TARIFF_2026.zones,
    fixedPrices: DEMO_TARIFF_2026.fixedPrices,
    surcharges: [aSurcharge({ onFixedPrice: false })],
  });
  const night = trip({ tariff, pickup: at("2026-11-23T23:00:00Z") });

  assert.equal(priceTrip(night).totalOre, 495_00);
  assert.equal(
    priceTrip({ ...night, to: { point: POINTS.vinga } }).lines.at(-1)!.code,
    "surcharge",
  );
});

Deno.test("priceTrip() adds surcharges of no group and takes only the dearest of a group", () => {
  const fixed = (id: string, ore: number, group: string | null) =>
    aSurcharge({ id, group, name: labelOf(() => id), amount: { kind: "fixed", ore } });
  const tariff = aTariff({
    surcharges: [
      fixed("a", 10_00, "g"),
      fixed("b", 30_00, "g"),
      fixed("c", 30_00, "g"),
      fixed("d", 1_00, null),
      fixed("e", 2_00, null),
    ],
  });
  const price = priceTrip(trip({ tariff, pickup: at("2026-11-23T23:00:00Z") }));

  const names = price.lines.filter(({ code }) => code === "surcharge").map(({ label }) => label.sv);
  assert.deepEqual(names, ["b", "d", "e"]);
});

Deno.test("priceTrip() refuses a class the tariff has no rates for", () => {
  assert.throws(() => priceTrip(trip({ vehicleClass: "premium" })), { code: "class-not-offered" });
});

Deno.test("priceTrip() refuses a route that is not a number as a fault of ours", () => {
  const route = { distanceMeters: NaN, durationSeconds: 900 };
  assert.throws(() => priceTrip(trip({ route })), { name: "InvariantError" });
});
