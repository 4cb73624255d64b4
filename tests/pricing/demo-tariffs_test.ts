import assert from "node:assert/strict";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { bindingMaximumOre } from "../../lib/pricing/binding-maximum.ts";
import { comparisonPriceAt } from "../../lib/pricing/comparison-price.ts";
import {
  DEMO_TARIFF_2026,
  DEMO_TARIFF_2027,
  DEMO_TARIFFS,
} from "../../lib/pricing/demo-tariffs.ts";
import { priceTrip } from "../../lib/pricing/fare-rules.ts";
import { tariffSchema } from "../../lib/pricing/tariff.ts";
import { NO_EXTRAS, POINTS } from "../support/pricing.ts";

/** Öre of base, kilometre, hour and minimum; then of Landvetter to the centre, to Mölndal and to Borås. */
const AMOUNTS = {
  2026: {
    standard: [60_00, 16_00, 717_00, 150_00, 495_00, 445_00, 795_00],
    premium: [110_00, 32_00, 1_240_00, 290_00, 795_00, 725_00, 1_195_00],
    van: [87_00, 28_00, 929_00, 225_00, 795_00, 725_00, 1_195_00],
    wheelchair: [60_00, 17_00, 730_00, 150_00, 495_00, 445_00, 795_00],
  },
  2027: {
    standard: [62_00, 16_50, 738_00, 155_00, 515_00, 460_00, 820_00],
    premium: [114_00, 33_00, 1_276_00, 300_00, 825_00, 745_00, 1_235_00],
    van: [90_00, 28_80, 956_00, 230_00, 825_00, 745_00, 1_235_00],
    wheelchair: [62_00, 17_50, 752_00, 155_00, 515_00, 460_00, 820_00],
  },
} as const;

/**
 * Öre of ten kilometres in fifteen minutes between no zones, counted by hand: a Monday at noon, at 06:30 and at
 * 23:30, a Sunday at noon, Christmas Day at noon; then the VAT in the price at noon. Percentages and totals are
 * rounded down to whole kronor: 399,25 and 20 % of it, 79, make 478.
 */
const PRICES = {
  2026: {
    standard: [399_00, 444_00, 478_00, 438_00, 558_00, 22_58],
    premium: [740_00, 785_00, 888_00, 814_00, 1_036_00, 41_89],
    van: [599_00, 644_00, 718_00, 658_00, 838_00, 33_91],
    wheelchair: [412_00, 457_00, 494_00, 453_00, 577_00, 23_32],
  },
  2027: {
    standard: [411_00, 458_00, 493_00, 452_00, 575_00, 23_26],
    premium: [763_00, 810_00, 915_00, 839_00, 1_068_00, 43_19],
    van: [617_00, 664_00, 740_00, 678_00, 863_00, 34_92],
    wheelchair: [425_00, 472_00, 510_00, 467_00, 595_00, 24_06],
  },
} as const;

/** The pickups of PRICES, in Swedish winter time. */
const PICKUPS = {
  2026: [
    "2026-11-23T12:00",
    "2026-11-23T06:30",
    "2026-11-23T23:30",
    "2026-11-22T12:00",
    "2026-12-25T12:00",
  ],
  2027: [
    "2027-11-22T12:00",
    "2027-11-22T06:30",
    "2027-11-22T23:30",
    "2027-11-21T12:00",
    "2027-12-25T12:00",
  ],
} as const;

const TARIFFS = { 2026: DEMO_TARIFF_2026, 2027: DEMO_TARIFF_2027 } as const;
const YEARS = [2026, 2027] as const;

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

for (const year of YEARS) {
  Deno.test(`The demo tariff of ${year} states these amounts and no others`, () => {
    const tariff = TARIFFS[year];
    const stated = VEHICLE_CLASSES.map((vehicleClass) => {
      const { baseOre, perKmOre, perHourOre, minimumOre } = tariff.rates[vehicleClass]!;
      const fixed = tariff.fixedPrices.map(({ priceOre }) => priceOre[vehicleClass]);
      return [vehicleClass, [baseOre, perKmOre, perHourOre, minimumOre, ...fixed]];
    });
    assert.deepEqual(Object.fromEntries(stated), AMOUNTS[year]);
    const zones = tariff.fixedPrices.map(({ fromZone, toZone, direction }) =>
      [fromZone, toZone, direction].join(" ")
    );
    assert.deepEqual(zones, [
      "landvetter goteborg-centrum both",
      "landvetter molndal both",
      "landvetter boras both",
    ]);
    const extras = { childSeatOre: 40_00, petOre: 50_00, extraLuggageOre: 30_00 };
    assert.deepEqual(tariff.extras, extras);
    assert.deepEqual(tariff.surcharges.map(({ id, amount }) => [id, amount]), [
      ["morning", { kind: "fixed", ore: year === 2026 ? 45_00 : 47_00 }],
      ["night", { kind: "percent", percent: 20, of: "fare" }],
      ["weekend", { kind: "percent", percent: 10, of: "fare" }],
      ["major-holiday", { kind: "percent", percent: 40, of: "fare" }],
    ]);
    assert.equal(tariff.vatRatePercent, 6);
  });

  for (const vehicleClass of VEHICLE_CLASSES) {
    Deno.test(`A ${vehicleClass} ride of ten kilometres costs in ${year} what the price list says, at any hour`, () => {
      const prices = PICKUPS[year].map((wallTime) =>
        priceTrip({
          tariff: TARIFFS[year],
          vehicleClass,
          route: { distanceMeters: 10_000, durationSeconds: 900 },
          from: { point: POINTS.frolunda },
          to: { point: POINTS.vinga },
          pickup: Temporal.Instant.from(`${wallTime}+01:00`),
          extras: NO_EXTRAS,
        })
      );
      const totals = prices.map(({ totalOre }) => totalOre);
      assert.deepEqual([...totals, prices[0]!.vatOre], PRICES[year][vehicleClass]);
    });
  }
}

Deno.test("A fixed price, its surcharge and each extra carry their VAT to the öre", () => {
  const price = priceTrip({
    tariff: DEMO_TARIFF_2027,
    vehicleClass: "premium",
    route: { distanceMeters: 24_100, durationSeconds: 1_500 },
    from: { point: POINTS.landvetter },
    to: { point: POINTS.centrum },
    pickup: Temporal.Instant.from("2027-11-22T06:30+01:00"),
    extras: { childSeats: 2, pets: 1, extraLuggage: 3 },
  });
  assert.deepEqual(price.lines.map(({ code, amountOre, vatOre }) => [code, amountOre, vatOre]), [
    ["fixed-price", 825_00, 46_70],
    ["surcharge", 47_00, 2_66],
    ["child-seat", 80_00, 4_53],
    ["pet", 50_00, 2_83],
    ["extra-luggage", 90_00, 5_09],
  ]);
  assert.deepEqual([price.totalOre, price.vatOre, price.isFixedPrice], [1_092_00, 61_81, true]);
});

Deno.test("The jämförpris and the binding maximum of every class, by day and by night, are these", () => {
  const at = (wallTime: string) => {
    const pickup = Temporal.Instant.from(`${wallTime}+01:00`);
    const year = wallTime.startsWith("2026") ? 2026 : 2027;
    return VEHICLE_CLASSES.map((vehicleClass) => {
      const comparisonPriceOre = comparisonPriceAt(TARIFFS[year], vehicleClass, pickup);
      const order = { comparisonPriceOre, totalOre: 1_234_00, isFixedPrice: false };
      const orderedOn = wallTime.slice(0, 10);
      return [comparisonPriceOre, bindingMaximumOre({ ...order, orderedOn })];
    });
  };
  // Above 710 kr a maximum is due; a night surcharge of 20 % lifts the van past it as well.
  assert.deepEqual(at("2026-11-23T12:00"), [
    [399_25, null],
    [740_00, 1_234_00],
    [599_25, null],
    [412_50, null],
  ]);
  assert.deepEqual(at("2026-11-23T23:30"), [
    [478_25, null],
    [888_00, 1_234_00],
    [718_25, 1_234_00],
    [494_50, null],
  ]);
  assert.deepEqual(at("2027-11-22T12:00"), [
    [411_50, null],
    [763_00, 1_234_00],
    [617_00, null],
    [425_00, null],
  ]);
});

Deno.test("The zones of the fixed prices are these, to the ten-thousandth of a degree", () => {
  const zones = [
    ["landvetter", [57.6685, 12.2922], 2_500],
    ["goteborg-centrum", [
      [57.7005, 11.93],
      [57.7085, 11.95],
      [57.716, 11.969],
      [57.7175, 11.988],
      [57.71, 11.999],
      [57.695, 12.003],
      [57.685, 11.988],
      [57.685, 11.94],
    ]],
    ["molndal", [57.6554, 12.0138], 2_500],
    ["boras", [57.721, 12.9401], 3_500],
  ];
  for (const tariff of DEMO_TARIFFS) {
    const stated = tariff.zones.map(({ id, shape }) =>
      shape.kind === "circle"
        ? [id, [shape.center.lat, shape.center.lng], shape.radiusMeters]
        : [id, shape.points.map(({ lat, lng }) => [lat, lng])]
    );
    assert.deepEqual(stated, zones);
  }
});

Deno.test("The hours of the surcharges are these: none but the pickup decides, and of each pickup the dearest counts", () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const windows = {
    morning: [
      { kind: "daily", from: "05:00", until: "09:00", dayKinds: ["weekday"], weekdays: everyDay },
    ],
    night: [{
      kind: "daily",
      from: "22:00",
      until: "05:00",
      dayKinds: ["weekday", "saturday", "eve", "red"],
      weekdays: everyDay,
    }],
    weekend: [
      {
        kind: "daily",
        from: "00:00",
        until: "00:00",
        dayKinds: ["saturday", "eve", "red"],
        weekdays: everyDay,
      },
      { kind: "daily", from: "18:00", until: "00:00", dayKinds: ["weekday"], weekdays: [5] },
    ],
    "major-holiday": [{
      kind: "holiday",
      days: ["good-friday", "midsummer-eve", "christmas-eve", "new-years-eve"],
      daysBefore: 1,
      startsAt: "15:00",
      endsAt: "06:00",
    }],
  };
  for (const { surcharges } of DEMO_TARIFFS) {
    assert.deepEqual(Object.fromEntries(surcharges.map(({ id, when }) => [id, when])), windows);
    for (const { basis, onFixedPrice, group } of surcharges) {
      assert.deepEqual([basis, onFixedPrice, group], ["pickup", true, "time-of-pickup"]);
    }
  }
});
