// A dated tariff: everything an operator decides about prices, and nothing that can change during a ride.
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { z } from "zod";
import { LOCALES } from "../kernel/locale.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { storedBytes } from "./stored-bytes.ts";
import { DAY_KINDS, NAMED_DAYS } from "./swedish-calendar.ts";

/** Most zones, fixed prices or surcharges in one tariff: an operator's list fits a screen, a fault does not. */
export const MAX_TARIFF_ITEMS = 100;

/** Largest tariff, in bytes as it is stored: a row holds 64 KiB, and a draft has its story beside it. */
const MAX_TARIFF_BYTES = 54_000;

/** Largest amount a tariff may state, in öre (20 000 kr): far above any Swedish rate, catches kronor × 10 000. */
export const MAX_TARIFF_ORE = 2_000_000;

/** Largest price of a kilometre, in öre (1 000 kr): the longest Swedish trip stays far under `MAX_ORE`. */
export const MAX_PER_KM_ORE = 100_000;

/**
 * Said when a rule depends on anything but the pickup: 2 kap. 18 § taxitrafiklagen (2012:211) forbids a
 * tariff whose price basis changes during the ride.
 */
export const BASIS_CHANGES_DURING_RIDE =
  "The basis of a price may not change during the ride (2 kap. 18 § taxitrafiklagen): only the pickup decides";

/** Said of an amount a customer pays as it stands, when the tariff promises whole kronor. */
export const WHOLE_KRONOR =
  "This tariff rounds to whole kronor, so this amount must be whole kronor";

/** Said of a tariff that would end before it begins. */
export const ENDS_BEFORE_IT_BEGINS = "validUntil is before validFrom";

/** Said of a tariff that sells nothing. */
export const NO_CLASS = "No vehicle class has rates";

/** Said of a tariff that no row holds. */
export const TARIFF_TOO_LARGE = "The tariff is too large to be kept";

const ore = z.number().int().min(0).max(MAX_TARIFF_ORE);
const itemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const label = z.record(
  z.enum(LOCALES),
  z.string().trim().min(1).max(80).refine(
    (text) => !hasPersonalNumber(text),
    "a personal identity number is never stored",
  ),
);
const point = z.strictObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
});

const zone = z.strictObject({
  id: itemId,
  name: label,
  shape: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("circle"),
      center: point,
      radiusMeters: z.number().int().min(1).max(100_000),
    }),
    z.strictObject({ kind: z.literal("polygon"), points: z.array(point).min(3).max(200) }),
  ]),
});

const rates = z.strictObject({
  baseOre: ore,
  perKmOre: ore.max(MAX_PER_KM_ORE),
  perHourOre: ore,
  minimumOre: ore,
});

const fixedPrice = z.strictObject({
  id: itemId,
  fromZone: itemId,
  toZone: itemId,
  direction: z.enum(["both", "one-way"]),
  /** A class without an amount here is priced by distance and time. */
  priceOre: z.partialRecord(z.enum(VEHICLE_CLASSES), ore.min(1)),
});

/** A window by the clock face. It belongs to the day it starts on; `until` at or before `from` is next day's. */
const dailyWindow = z.strictObject({
  kind: z.literal("daily"),
  from: localTime,
  until: localTime,
  dayKinds: z.array(z.enum(DAY_KINDS)).min(1),
  /** ISO weekdays, 1 = Monday; a day must be one of these as well as one of `dayKinds`. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
});

/** From `startsAt`, `daysBefore` days before a named day, until `endsAt` on the next ordinary weekday after it. */
const holidayWindow = z.strictObject({
  kind: z.literal("holiday"),
  days: z.array(z.enum(NAMED_DAYS)).min(1),
  daysBefore: z.number().int().min(0).max(3),
  startsAt: localTime,
  endsAt: localTime,
});

const surcharge = z.strictObject({
  id: itemId,
  name: label,
  amount: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("percent"),
      percent: z.number().int().min(1).max(200),
      /** The fare before surcharges and extras: base + distance + time + minimum, or the fixed price. */
      of: z.literal("fare"),
    }),
    z.strictObject({ kind: z.literal("fixed"), ore: ore.min(1) }),
  ]),
  /** What decides whether it applies; there is only one lawful answer. */
  basis: z.literal("pickup", { error: BASIS_CHANGES_DURING_RIDE }),
  /** Whether a trip at a fixed price gets it too. */
  onFixedPrice: z.boolean(),
  /** Of the surcharges with the same group only the dearest applies; null stands alone and always adds. */
  group: itemId.nullable(),
  /** It applies, once, when any of these contains the pickup. */
  when: z.array(z.discriminatedUnion("kind", [dailyWindow, holidayWindow])).min(1).max(20),
});

/** Rates of Swedish VAT, in percent; the books have accounts for these alone. */
export const VAT_RATES: readonly number[] = [0, 6, 12, 25];

/** Checks a tariff an operator wrote; unknown fields are refused, since they could hide a forbidden basis. */
export const tariffSchema = z.strictObject({
  /** `<validFrom>.<revision>`, for example `2026-01-01.1`. A saved version is never edited, only superseded. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,2}$/),
  /** First local date (Europe/Stockholm) of pickup it prices. */
  validFrom: z.iso.date(),
  /** Last local date of pickup it prices, inclusive; null when open. */
  validUntil: z.iso.date().nullable(),
  currency: z.literal("SEK"),
  /** Passenger transport incl. taxi is 6 % (Skatteverket, rättslig vägledning). */
  vatRatePercent: z.number().refine((rate) => VAT_RATES.includes(rate)),
  /**
   * `krona-down`: a customer pays whole kronor; percentages and the total are rounded down, and a line of its own
   * says by how much. `none`: to the öre, as tariffs of the first release were.
   */
  rounding: z.enum(["krona-down", "none"]).default("krona-down"),
  /** Amounts in öre incl. VAT; a class without rates is not offered. */
  rates: z.partialRecord(z.enum(VEHICLE_CLASSES), rates),
  /** Öre for each piece, incl. VAT. */
  extras: z.strictObject({ childSeatOre: ore, petOre: ore, extraLuggageOre: ore }),
  zones: z.array(zone).max(MAX_TARIFF_ITEMS),
  fixedPrices: z.array(fixedPrice).max(MAX_TARIFF_ITEMS),
  surcharges: z.array(surcharge).max(MAX_TARIFF_ITEMS),
}).superRefine((tariff, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });

  if (!tariff.version.startsWith(`${tariff.validFrom}.`)) {
    refuse(["version"], "The version must begin with validFrom");
  }
  if (tariff.validUntil !== null && tariff.validUntil < tariff.validFrom) {
    refuse(["validUntil"], ENDS_BEFORE_IT_BEGINS);
  }
  if (tariff.rounding === "krona-down") {
    for (const path of amountsInOre(tariff)) refuse(path, WHOLE_KRONOR);
  }
  if (storedBytes(tariff) > MAX_TARIFF_BYTES) refuse([], TARIFF_TOO_LARGE);
  if (Object.keys(tariff.rates).length === 0) refuse(["rates"], NO_CLASS);
  for (const list of ["zones", "fixedPrices", "surcharges"] as const) {
    const ids = tariff[list].map((item) => item.id);
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) refuse([list, i, "id"], `The id ${id} is used twice`);
    });
  }
  const zoneIds = new Set(tariff.zones.map((zone) => zone.id));
  tariff.fixedPrices.forEach((price, i) => {
    for (const end of ["fromZone", "toZone"] as const) {
      if (!zoneIds.has(price[end])) refuse(["fixedPrices", i, end], `No zone ${price[end]}`);
    }
  });
});

/** A dated tariff; amounts in öre incl. VAT. */
export type Tariff = z.infer<typeof tariffSchema>;

/** Rates of one vehicle class, in öre incl. VAT. */
export type ClassRates = z.infer<typeof rates>;

/** A named area of a tariff. */
export type Zone = z.infer<typeof zone>;

/** A price between two zones. */
export type FixedPrice = z.infer<typeof fixedPrice>;

/** An addition decided by the pickup instant. */
export type Surcharge = z.infer<typeof surcharge>;

/** When a surcharge applies. */
export type SurchargeWindow = Surcharge["when"][number];

/** The revision number in a tariff's version, 1 or more. */
export function tariffRevision(version: string): number {
  return Number(version.slice(version.indexOf(".") + 1));
}

/** Paths of the amounts that stand in a price as they are and are not whole kronor. */
function amountsInOre(
  tariff: Pick<Tariff, "rates" | "extras" | "fixedPrices" | "surcharges">,
): (string | number)[][] {
  const amounts: [(string | number)[], number][] = [
    ...Object.entries(tariff.rates).map((
      [name, { minimumOre }],
    ): [string[], number] => [["rates", name, "minimumOre"], minimumOre]),
    ...Object.entries(tariff.extras).map((
      [name, ore],
    ): [string[], number] => [["extras", name], ore]),
    ...tariff.fixedPrices.flatMap(({ priceOre }, i) =>
      Object.entries(priceOre).map((
        [name, ore],
      ): [(string | number)[], number] => [["fixedPrices", i, "priceOre", name], ore])
    ),
    ...tariff.surcharges.flatMap(({ amount }, i): [(string | number)[], number][] =>
      amount.kind === "fixed" ? [[["surcharges", i, "amount", "ore"], amount.ore]] : []
    ),
  ];
  return amounts.filter(([, ore]) => ore % 100 !== 0).map(([path]) => path);
}
