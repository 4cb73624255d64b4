import assert from "node:assert/strict";
import { CLASS_CAPACITY, VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import {
  assertBuyable,
  assertPickupWindow,
  buildOptions,
  canonicalQuote,
  classesThatFit,
  optionFor,
  quoteExpiry,
  type UnsignedQuote,
} from "../../lib/pricing/quote-rules.ts";
import { aRoute, aStopAt, aTariff, aTripRequest, NO_EXTRAS, POINTS } from "../support/pricing.ts";
import { fc } from "../support/property.ts";

const NOW = Temporal.Instant.from("2026-11-22T12:00:00Z");

Deno.test("A pickup 30 minutes from now is taken, one second sooner is refused with the earliest", () => {
  assertPickupWindow(NOW.add({ minutes: 30 }), NOW);
  assert.throws(() => assertPickupWindow(NOW.add({ minutes: 29, seconds: 59 }), NOW), {
    code: "pickup-too-soon",
    details: { earliest: "2026-11-22T12:30:00Z" },
  });
});

Deno.test("A pickup 365 days from now is taken, one second later is refused with the latest", () => {
  assertPickupWindow(NOW.add({ hours: 365 * 24 }), NOW);
  assert.throws(() => assertPickupWindow(NOW.add({ hours: 365 * 24, seconds: 1 }), NOW), {
    code: "pickup-too-late",
    details: { latest: "2027-11-22T12:00:00Z" },
  });
});

Deno.test("classesThatFit() gives every ordinary class with seats and luggage places enough, and no other", () => {
  fc.assert(
    fc.property(fc.nat(10), fc.nat(10), fc.nat(4), (passengers, bags, extraLuggage) => {
      const extras = { ...NO_EXTRAS, extraLuggage };
      const expected = VEHICLE_CLASSES.filter((vehicleClass) => {
        const room = CLASS_CAPACITY[vehicleClass];
        return vehicleClass !== "wheelchair" && passengers <= room.passengers &&
          bags + extraLuggage <= room.bags;
      });
      const fit = () =>
        classesThatFit(DEMO_TARIFF_2026, { passengers, bags, wheelchairs: 0, extras });
      if (expected.length === 0) assert.throws(fit, { code: "no-class-fits" });
      else assert.deepEqual(fit(), expected);
    }),
  );
});

Deno.test("classesThatFit() gives who travels in a wheelchair the vehicles for it and no other, with who comes along", () => {
  const fit = (passengers: number, wheelchairs: number, childSeats = 0) => () =>
    classesThatFit(DEMO_TARIFF_2026, {
      passengers,
      wheelchairs,
      bags: 0,
      extras: { ...NO_EXTRAS, childSeats },
    });
  const refused = { code: "no-class-fits" };
  for (const [passengers, wheelchairs] of [[1, 1], [2, 2], [5, 1], [4, 2]] as const) {
    assert.deepEqual(fit(passengers, wheelchairs)(), ["wheelchair"]);
  }
  // A chair takes a seat beside its own; more chairs than people, or a child seat in one, are no party.
  for (const [passengers, wheelchairs] of [[6, 1], [5, 2], [1, 2], [3, 3]] as const) {
    assert.throws(fit(passengers, wheelchairs), refused);
  }
  assert.throws(fit(1, 1, 1), refused);
  assert.deepEqual(fit(2, 1, 1)(), ["wheelchair"]);
});

Deno.test("classesThatFit() leaves out a class without rates and refuses more child seats than people", () => {
  const party = { passengers: 1, bags: 0, wheelchairs: 0, extras: NO_EXTRAS };
  assert.deepEqual(classesThatFit(aTariff(), party), ["standard", "van"]);
  const extras = { ...NO_EXTRAS, childSeats: 2 };
  assert.throws(() => classesThatFit(aTariff(), { ...party, extras }), {
    code: "no-class-fits",
    details: { passengers: 1, bags: 0 },
  });
});

Deno.test("buildOptions() gives the binding maximum where the jämförpris passes the threshold", () => {
  const trip = aTripRequest({ pickup: "2026-11-23T11:00:00Z", to: aStopAt(POINTS.vinga) });
  const classes = ["standard", "premium"] as const;
  const [standard, premium] = buildOptions({
    tariff: DEMO_TARIFF_2026,
    trip,
    route: aRoute(),
    classes,
    now: NOW,
  });

  assert.equal(standard!.comparisonPriceOre, 399_25);
  assert.equal(standard!.bindingMaximumOre, null);
  assert.equal(premium!.comparisonPriceOre, 740_00);
  assert.equal(premium!.bindingMaximumOre, premium!.totalOre);
});

Deno.test("buildOptions() takes the threshold of the day of ordering, in Stockholm", () => {
  const tariff = aTariff({
    rates: { standard: { baseOre: 200_00, perKmOre: 33_00, perHourOre: 710_00, minimumOre: 0 } },
  });
  const trip = aTripRequest({ pickup: "2026-01-02T11:00:00Z" });
  const maximum = (now: string) =>
    buildOptions({
      tariff,
      trip,
      route: aRoute(),
      classes: ["standard"],
      now: Temporal.Instant.from(now),
    })[0]!.bindingMaximumOre;

  // Jämförpris 707.50 kr lies between 700 (2025) and 710 (2026).
  assert.equal(maximum("2025-12-31T22:59:59Z"), 707_50);
  assert.equal(maximum("2025-12-31T23:00:00Z"), null);
});

Deno.test("buildOptions() prices the pickup whatever the time of asking", () => {
  const trip = aTripRequest();
  const options = (now: string) =>
    buildOptions({
      tariff: DEMO_TARIFF_2026,
      trip,
      route: aRoute(),
      classes: VEHICLE_CLASSES,
      now: Temporal.Instant.from(now),
    });
  assert.deepEqual(options("2026-11-22T02:00:00Z"), options("2026-11-22T12:00:00Z"));
});

Deno.test("A quote can be bought for fifteen minutes and not at the end of them", () => {
  const expiresAt = quoteExpiry(NOW).toString();
  assert.equal(expiresAt, "2026-11-22T12:15:00Z");
  const quote = { expiresAt, reschedules: null };

  assertBuyable(quote, NOW.add({ minutes: 14, seconds: 59 }));
  for (const seconds of [0, 1]) {
    assert.throws(() => assertBuyable(quote, NOW.add({ minutes: 15, seconds })), {
      code: "quote-expired",
    });
  }
});

Deno.test("A quote for one booking cannot be bought for another or as a new trip, nor the reverse", () => {
  const expiresAt = quoteExpiry(NOW).toString();
  assertBuyable({ expiresAt, reschedules: "B1" }, NOW, "B1");
  for (const [made, used] of [["B1", "B2"], ["B1", null], [null, "B1"]] as const) {
    assert.throws(() => assertBuyable({ expiresAt, reschedules: made }, NOW, used), {
      code: "quote-for-other-booking",
    });
  }
});

Deno.test("optionFor() finds the class and refuses one the quote does not offer", () => {
  const options = buildOptions({
    tariff: aTariff(),
    trip: aTripRequest(),
    route: aRoute(),
    classes: ["van"],
    now: NOW,
  });
  assert.equal(optionFor({ options }, "van"), options[0]);
  assert.throws(() => optionFor({ options }, "standard"), { code: "class-not-offered" });
});

/** Plain data of any shape stands in for a quote: the text must be one to one for all of it. */
const anyQuote = (value: unknown) => ({ value }) as unknown as UnsignedQuote;

Deno.test("canonicalQuote() reads back as the same data and ignores the order of fields", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
    const data = JSON.parse(JSON.stringify(value));
    const text = canonicalQuote(anyQuote(data))!;
    assert.deepEqual(JSON.parse(text), { value: data });
    assert.equal(canonicalQuote(anyQuote(reversed(data))), text);
  }));
});

Deno.test("canonicalQuote() leaves out the signature of the quote and of nothing inside it", () => {
  const quote = { id: "a", signature: "s", trip: { signature: "t" } } as unknown as UnsignedQuote;
  assert.equal(canonicalQuote(quote), '{"id":"a","trip":{"signature":"t"}}');
});

Deno.test("canonicalQuote() has no text for what JSON would drop or change", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  // deno-lint-ignore no-sparse-arrays
  const hole = [1, , 2];
  const strange = [
    undefined,
    NaN,
    Infinity,
    -0,
    1n,
    new Date(0),
    new Map(),
    new Uint8Array(1),
    hole,
    circle,
    Object.assign([1], { extra: 1 }),
    () => 1,
  ];
  for (const value of strange) {
    assert.equal(canonicalQuote(anyQuote(value)), null);
    assert.equal(canonicalQuote(anyQuote({ deep: [value] })), null);
  }
  assert.equal(canonicalQuote(null as unknown as UnsignedQuote), null);
});

/** `value` inside so many lists, or so many fields, or both in turn. */
const wrapped = (depth: number, kind: "lists" | "fields" | "both") =>
  Array.from({ length: depth }).reduce<unknown>(
    (inner, _, i) => kind === "lists" || kind === "both" && i % 2 === 0 ? [inner] : { inner },
    1,
  );

Deno.test("canonicalQuote() takes ten levels of lists and fields, and has no text for an eleventh", () => {
  for (const kind of ["lists", "fields", "both"] as const) {
    // The quote itself is the first level, the innermost value the last.
    const deepest = anyQuote(wrapped(8, kind));
    assert.deepEqual(JSON.parse(canonicalQuote(deepest) ?? "null"), deepest, kind);
    assert.equal(canonicalQuote(anyQuote(wrapped(9, kind))), null, kind);
    assert.equal(canonicalQuote(anyQuote([1, wrapped(8, kind)])), null, kind);
  }
});

Deno.test("The innermost value of a quote as it is given lies on level seven of ten", () => {
  const depth = (value: unknown): number =>
    typeof value !== "object" || value === null
      ? 1
      : 1 + Math.max(0, ...Object.values(value).map(depth));
  const trip = aTripRequest();
  const options = buildOptions({
    tariff: DEMO_TARIFF_2026,
    trip,
    route: aRoute(),
    classes: VEHICLE_CLASSES,
    now: NOW,
  });
  assert.equal(depth({ trip, options, route: aRoute() }), 7);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).reverse().map(([key, field]) => [key, reversed(field)]),
  );
}
