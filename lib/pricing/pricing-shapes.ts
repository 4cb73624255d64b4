// What stored quotes and tariffs look like. Whether a tariff is lawful was decided when it was saved.
import { feeTermsShape } from "../fees/fee-shapes.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import {
  all,
  byTag,
  either,
  flag,
  instant,
  listOf,
  named,
  number,
  orMissing,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import { firstTripShape, routeShape } from "../trip/trip-shapes.ts";
import type { FareLine, Quote, QuoteOption } from "./quote.ts";
import type {
  DraftedTariff,
  DraftEvent,
  DraftHand,
  DraftState,
  TariffDraft,
} from "./tariff-draft.ts";
import type { ClassRates, FixedPrice, Surcharge, SurchargeWindow, Tariff, Zone } from "./tariff.ts";

/** Names in the product's languages; a language that was added later has none. */
const label = named(text);

const line = record<FareLine>({
  code: text,
  label: either(label, text),
  amountOre: number,
  vatRatePercent: number,
  vatOre: number,
});

/** The price in one class. */
export const optionShape = record<QuoteOption>({
  vehicleClass: word(VEHICLE_CLASSES),
  lines: listOf(line),
  totalOre: number,
  vatOre: number,
  isFixedPrice: flag,
  comparisonPriceOre: number,
  bindingMaximumOre: orNull(number),
  terms: orMissing(feeTermsShape),
});

/** A quote comes as it was signed, whichever release that was. */
export const quoteShape = record<Quote>({
  id: text,
  trip: all(firstTripShape, record<{ wheelchairs: number }>({ wheelchairs: orMissing(number) })),
  route: routeShape,
  options: listOf(optionShape),
  tariffVersion: text,
  timeZoneDataVersion: text,
  createdAt: instant,
  expiresAt: instant,
  reschedules: orNull(text),
  signature: text,
});

const point = record<{ lat: number; lng: number }>({ lat: number, lng: number });

const zone = record<Zone>({
  id: text,
  name: label,
  shape: byTag<Zone["shape"]["kind"]>("kind", {
    circle: record<Omit<Zone["shape"] & { kind: "circle" }, "kind">>({
      center: point,
      radiusMeters: number,
    }),
    polygon: record<Omit<Zone["shape"] & { kind: "polygon" }, "kind">>({ points: listOf(point) }),
  }),
});

const rates = record<ClassRates>({
  baseOre: number,
  perKmOre: number,
  perHourOre: number,
  minimumOre: number,
});

const fixedPrice = record<FixedPrice>({
  id: text,
  fromZone: text,
  toZone: text,
  direction: word(["both", "one-way"]),
  priceOre: named(number),
});

const window = byTag<SurchargeWindow["kind"]>("kind", {
  daily: record<Omit<SurchargeWindow & { kind: "daily" }, "kind">>({
    from: text,
    until: text,
    dayKinds: listOf(text),
    weekdays: listOf(number),
  }),
  holiday: record<Omit<SurchargeWindow & { kind: "holiday" }, "kind">>({
    days: listOf(text),
    daysBefore: number,
    startsAt: text,
    endsAt: text,
  }),
});

const surcharge = record<Surcharge>({
  id: text,
  name: label,
  amount: byTag<Surcharge["amount"]["kind"]>("kind", {
    percent: record<{ percent: number }>({ percent: number }),
    fixed: record<{ ore: number }>({ ore: number }),
  }),
  basis: word(["pickup"]),
  onFixedPrice: flag,
  group: orNull(text),
  when: listOf(window),
});

const drafted = record<DraftedTariff>({
  validFrom: text,
  validUntil: orNull(text),
  currency: word(["SEK"]),
  vatRatePercent: number,
  rounding: word(["krona-down", "none"]),
  rates: named(rates),
  extras: record<Tariff["extras"]>({
    childSeatOre: number,
    petOre: number,
    extraLuggageOre: number,
  }),
  zones: listOf(zone),
  fixedPrices: listOf(fixedPrice),
  surcharges: listOf(surcharge),
});

/** A tariff. */
export const tariffShape = all(drafted, record<Pick<Tariff, "version">>({ version: text }));

const draftEvent = record<DraftEvent>({ at: instant, by: text, type: text, detail: text });

const draftHand = record<DraftHand>({ id: text, name: text });

/** A tariff in the making. */
export const tariffDraftShape = record<TariffDraft>({
  id: text,
  revision: number,
  name: text,
  tariff: drafted,
  state: byTag<DraftState["kind"]>("kind", {
    open: record<Record<never, never>>({}),
    planned: record<{ publishOn: string }>({ publishOn: text }),
    published: record<{ version: string }>({ version: text }),
    discarded: record<Record<never, never>>({}),
  }),
  authors: listOf(draftHand),
  approvedBy: orNull(draftHand),
  story: listOf(draftEvent),
});
