// Any trip by any tariff, for the properties of prices; and one trip to vary.
import { DEMO_TARIFF_2026, DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import type { TripToPrice } from "../../lib/pricing/fare-rules.ts";
import { NAMED_DAYS } from "../../lib/pricing/swedish-calendar.ts";
import { type Surcharge, type Tariff, tariffSchema } from "../../lib/pricing/tariff.ts";
import { aSurcharge, aTariff, NO_EXTRAS, POINTS } from "../support/pricing.ts";
import { fc } from "../support/property.ts";

/** The years whose pickups are tried. */
export const FIRST_YEAR = 2025;
/** The last of them. */
export const LAST_YEAR = 2035;

/** An instant from its text. */
export const at = (instant: string) => Temporal.Instant.from(instant);

/** Landvetter to the centre on a Monday at noon, by a plain tariff. */
export function trip(changes: Partial<TripToPrice> = {}): TripToPrice {
  return {
    tariff: aTariff(),
    vehicleClass: "standard",
    route: { distanceMeters: 10_000, durationSeconds: 900 },
    from: { point: POINTS.landvetter },
    to: { point: POINTS.centrum },
    pickup: at("2026-11-23T11:00:00Z"),
    extras: NO_EXTRAS,
    ...changes,
  };
}

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
/** Most windows begin and end in the small hours, where clocks change. */
const nightClock = fc.oneof({
  weight: 3,
  arbitrary: fc.constantFrom("00:00", "01:59", "02:00", "02:01", "02:30", "03:00", "03:30"),
}, { weight: 1, arbitrary: clock });
const window = fc.oneof(
  fc.record({
    kind: fc.constant("daily" as const),
    from: nightClock,
    until: nightClock,
    dayKinds: fc.uniqueArray(fc.constantFrom("red", "eve", "saturday", "weekday"), {
      minLength: 1,
    }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("holiday" as const),
    days: fc.uniqueArray(fc.constantFrom(...NAMED_DAYS), { minLength: 1, maxLength: 3 }),
    daysBefore: fc.integer({ min: 0, max: 3 }),
    startsAt: nightClock,
    endsAt: nightClock,
  }),
);
const surcharge = fc.record({
  amount: fc.oneof(
    fc.record({
      kind: fc.constant("percent" as const),
      percent: fc.integer({ min: 1, max: 200 }),
      of: fc.constant("fare" as const),
    }),
    fc.record({ kind: fc.constant("fixed" as const), ore: fc.integer({ min: 1, max: 20_000 }) }),
  ),
  onFixedPrice: fc.boolean(),
  group: fc.constantFrom(null, "a", "b"),
  when: fc.array(window, { minLength: 1, maxLength: 2 }),
});
const ore = fc.integer({ min: 0, max: 200_000 });
/** Any tariff the schema takes, to the öre or in whole kronor. */
export const tariff = fc.record({
  rates: fc.record({
    baseOre: ore,
    perKmOre: fc.nat(20_000),
    perHourOre: ore,
    minimumOre: ore,
  }),
  surcharges: fc.array(surcharge, { maxLength: 4 }),
  vatRatePercent: fc.constantFrom(6, 6, 6, 12, 25),
  rounding: fc.constantFrom("none", "krona-down"),
}).map(({ rates, surcharges, vatRatePercent, rounding }): Tariff => {
  /** Amounts that stand in a price as they are have no öre where the tariff promises none. */
  const stated = (amountOre: number) =>
    rounding === "none" ? amountOre : Math.ceil(amountOre / 100) * 100;
  return tariffSchema.parse(aTariff({
    vatRatePercent,
    rounding,
    rates: { standard: { ...rates, minimumOre: stated(rates.minimumOre) } },
    zones: DEMO_TARIFF_2026.zones,
    surcharges: surcharges.map(({ amount, ...one }, i): Surcharge =>
      aSurcharge({
        ...one,
        id: `s${i}`,
        amount: amount.kind === "fixed" ? { ...amount, ore: stated(amount.ore) } : amount,
      })
    ),
  }));
});

/** A trip by any tariff at any pickup of the years. */
export const anyTrip = fc.record({
  tariff: fc.oneof(tariff, fc.constantFrom(...DEMO_TARIFFS)),
  route: fc.record({
    distanceMeters: fc.oneof(fc.nat(2_000_000), fc.double({ min: 0, max: 2e6, noNaN: true })),
    durationSeconds: fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 1e5, noNaN: true })),
  }),
  from: fc.constantFrom(...Object.values(POINTS)).map((point) => ({ point })),
  to: fc.constantFrom(...Object.values(POINTS)).map((point) => ({ point })),
  pickup: fc.integer({ min: 0, max: 11 * 366 * 1_440 }).map((minute) =>
    Temporal.Instant.fromEpochMilliseconds(Date.UTC(FIRST_YEAR, 0, 1) + minute * 60_000)
  ),
  extras: fc.record({ childSeats: fc.nat(3), pets: fc.nat(3), extraLuggage: fc.nat(8) }),
});
