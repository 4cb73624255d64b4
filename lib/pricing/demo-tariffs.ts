// The tariffs a new installation starts with: a believable taxi company in Göteborg, 2026 and 2027.
import { byClass, type VehicleClass } from "../fleet/vehicle.ts";
import { type Texts, textsFor } from "../i18n/texts.ts";
import { type Label, labelOf } from "../kernel/locale.ts";
import type { Surcharge, Tariff, Zone } from "./tariff.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const ZONES: Zone[] = [
  {
    id: "landvetter",
    name: zoneName("landvetter"),
    shape: { kind: "circle", center: { lat: 57.6685, lng: 12.2922 }, radiusMeters: 2_500 },
  },
  {
    id: "goteborg-centrum",
    name: zoneName("goteborg-centrum"),
    shape: {
      kind: "polygon",
      // Göta älv in the north, Slottsskogen in the west, Örgryte in the east, Johanneberg in the south.
      points: [
        { lat: 57.7005, lng: 11.9300 },
        { lat: 57.7085, lng: 11.9500 },
        { lat: 57.7160, lng: 11.9690 },
        { lat: 57.7175, lng: 11.9880 },
        { lat: 57.7100, lng: 11.9990 },
        { lat: 57.6950, lng: 12.0030 },
        { lat: 57.6850, lng: 11.9880 },
        { lat: 57.6850, lng: 11.9400 },
      ],
    },
  },
  {
    id: "molndal",
    name: zoneName("molndal"),
    shape: { kind: "circle", center: { lat: 57.6554, lng: 12.0138 }, radiusMeters: 2_500 },
  },
  {
    id: "boras",
    name: zoneName("boras"),
    shape: { kind: "circle", center: { lat: 57.7210, lng: 12.9401 }, radiusMeters: 3_500 },
  },
];

/** Kronor of the amounts a tariff year changes. */
interface YearPrices {
  /** Base, kilometre, hour and minimum of each class. */
  classes: Record<VehicleClass, [number, number, number, number]>;
  landvetterCentrum: [number, number];
  landvetterMolndal: [number, number];
  landvetterBoras: [number, number];
  morning: number;
  extras: [number, number, number];
}

/** Which classes cost the larger car's price between zones. */
const IS_LARGER: Readonly<Record<VehicleClass, boolean>> = {
  standard: false,
  premium: true,
  van: true,
  wheelchair: false,
};

/** The tariff for pickups from 2026-01-01 to 2026-12-31. */
export const DEMO_TARIFF_2026: Tariff = demoTariff("2026-01-01", "2026-12-31", {
  classes: {
    standard: [60, 16, 717, 150],
    premium: [110, 32, 1_240, 290],
    van: [87, 28, 929, 225],
    wheelchair: [60, 17, 730, 150],
  },
  landvetterCentrum: [495, 795],
  landvetterMolndal: [445, 725],
  landvetterBoras: [795, 1_195],
  morning: 45,
  extras: [40, 50, 30],
});

/** The tariff for pickups from 2027-01-01. */
export const DEMO_TARIFF_2027: Tariff = demoTariff("2027-01-01", null, {
  classes: {
    standard: [62, 16.5, 738, 155],
    premium: [114, 33, 1_276, 300],
    van: [90, 28.8, 956, 230],
    wheelchair: [62, 17.5, 752, 155],
  },
  landvetterCentrum: [515, 825],
  landvetterMolndal: [460, 745],
  landvetterBoras: [820, 1_235],
  morning: 47,
  extras: [40, 50, 30],
});

/** Both, the order does not matter. */
export const DEMO_TARIFFS: readonly Tariff[] = [DEMO_TARIFF_2026, DEMO_TARIFF_2027];

function demoTariff(validFrom: string, validUntil: string | null, year: YearPrices): Tariff {
  const [childSeat, pet, luggage] = year.extras;
  return {
    version: `${validFrom}.1`,
    validFrom,
    validUntil,
    currency: "SEK",
    vatRatePercent: 6,
    rounding: "krona-down",
    rates: byClass((name) => ratesOf(year.classes[name])),
    extras: {
      childSeatOre: oreOf(childSeat),
      petOre: oreOf(pet),
      extraLuggageOre: oreOf(luggage),
    },
    zones: structuredClone(ZONES),
    fixedPrices: [
      fixedPrice("landvetter", "goteborg-centrum", year.landvetterCentrum),
      fixedPrice("landvetter", "molndal", year.landvetterMolndal),
      fixedPrice("landvetter", "boras", year.landvetterBoras),
    ],
    surcharges: surchargesOf(oreOf(year.morning)),
  };
}

/** Of these only the dearest applies, so that no passenger pays for night, weekend and Christmas at once. */
function surchargesOf(morningOre: number): Surcharge[] {
  const common = { basis: "pickup", onFixedPrice: true, group: "time-of-pickup" } as const;
  return [
    {
      ...common,
      id: "morning",
      name: surchargeName("morning"),
      amount: { kind: "fixed", ore: morningOre },
      when: [{
        kind: "daily",
        from: "05:00",
        until: "09:00",
        dayKinds: ["weekday"],
        weekdays: EVERY_DAY,
      }],
    },
    {
      ...common,
      id: "night",
      name: surchargeName("night"),
      amount: { kind: "percent", percent: 20, of: "fare" },
      when: [{
        kind: "daily",
        from: "22:00",
        until: "05:00",
        dayKinds: ["weekday", "saturday", "eve", "red"],
        weekdays: EVERY_DAY,
      }],
    },
    {
      ...common,
      id: "weekend",
      name: surchargeName("weekend"),
      amount: { kind: "percent", percent: 10, of: "fare" },
      when: [
        {
          kind: "daily",
          from: "00:00",
          until: "00:00",
          dayKinds: ["saturday", "eve", "red"],
          weekdays: EVERY_DAY,
        },
        { kind: "daily", from: "18:00", until: "00:00", dayKinds: ["weekday"], weekdays: [5] },
      ],
    },
    {
      ...common,
      id: "major-holiday",
      name: surchargeName("major-holiday"),
      amount: { kind: "percent", percent: 40, of: "fare" },
      when: [{
        kind: "holiday",
        days: ["good-friday", "midsummer-eve", "christmas-eve", "new-years-eve"],
        daysBefore: 1,
        startsAt: "15:00",
        endsAt: "06:00",
      }],
    },
  ];
}

function fixedPrice(fromZone: string, toZone: string, [car, larger]: [number, number]) {
  return {
    id: `${fromZone}-${toZone}`,
    fromZone,
    toZone,
    direction: "both" as const,
    priceOre: byClass((name) => oreOf(IS_LARGER[name] ? larger : car)),
  };
}

function zoneName(id: keyof Texts["demo"]["zones"]): Label {
  return labelOf((locale) => textsFor(locale).demo.zones[id]);
}

function surchargeName(id: keyof Texts["demo"]["surcharges"]): Label {
  return labelOf((locale) => textsFor(locale).demo.surcharges[id]);
}

function ratesOf([base, perKm, perHour, minimum]: [number, number, number, number]) {
  return {
    baseOre: oreOf(base),
    perKmOre: oreOf(perKm),
    perHourOre: oreOf(perHour),
    minimumOre: oreOf(minimum),
  };
}

function oreOf(kronor: number): number {
  return Math.round(kronor * 100);
}
