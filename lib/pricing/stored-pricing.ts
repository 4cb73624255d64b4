// Rows of quotes and tariffs that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import {
  routeOfToday,
  type StoredRoute,
  type StoredTrip,
  tripOfToday,
} from "../trip/stored-trip.ts";
import type { FareLine, Quote, QuoteOption } from "./quote.ts";
import type { DraftHand, TariffDraft } from "./tariff-draft.ts";
import type { Tariff } from "./tariff.ts";

type StoredLine = AnyVersion<
  FareLine,
  "code" | "label" | "amountOre" | "vatRatePercent" | "vatOre"
>;

/** The price in one class, in a row of any version. */
export type StoredOption =
  & AnyVersion<
    Omit<QuoteOption, "lines">,
    | "vehicleClass"
    | "totalOre"
    | "vatOre"
    | "isFixedPrice"
    | "comparisonPriceOre"
    | "bindingMaximumOre"
  >
  & { lines: StoredLine[] };

type StoredQuote =
  & AnyVersion<
    Omit<Quote, "trip" | "route" | "options">,
    | "id"
    | "tariffVersion"
    | "timeZoneDataVersion"
    | "createdAt"
    | "expiresAt"
    | "reschedules"
    | "signature"
  >
  & { trip: StoredTrip; route: StoredRoute; options: StoredOption[] };

type StoredTariff = AnyVersion<
  Tariff,
  | "version"
  | "validFrom"
  | "validUntil"
  | "currency"
  | "vatRatePercent"
  | "rates"
  | "extras"
  | "zones"
  | "fixedPrices"
  | "surcharges"
>;

type StoredDraft = AnyVersion<
  TariffDraft,
  "id" | "revision" | "name" | "tariff" | "state" | "story"
>;

/** Raised with every change of a stored shape of this room; both kinds of rows carry it. */
const VERSION = 2;

/**
 * How rows of quotes are read. One is proven as it was signed, so a row comes as it is, and `provenQuote` takes
 * it through `quoteOfToday` afterwards.
 */
export const storedQuote: StoredForm<Quote> = { version: VERSION, upgrade: (row) => row as Quote };

/** How rows of tariffs are read. */
export const storedTariff: StoredForm<Tariff> = {
  version: VERSION,
  upgrade: (row) => tariffOfToday(row as StoredTariff),
};

/** How rows of drafts are read. */
export const storedTariffDraft: StoredForm<TariffDraft> = {
  version: VERSION,
  upgrade: (row) => draftOfToday(row as StoredDraft),
};

/** A proven quote as today's code makes it; changes nothing that is of today. Its signature is spent. */
export function quoteOfToday(row: StoredQuote): Quote {
  return {
    ...row,
    trip: tripOfToday(row.trip),
    route: routeOfToday(row.route),
    options: row.options.map(optionOfToday),
  };
}

/** An option as today's code writes it; changes nothing that is of today. */
export function optionOfToday(row: StoredOption): QuoteOption {
  return { ...row, lines: row.lines.map(lineOfToday) };
}

function lineOfToday(row: StoredLine): FareLine {
  return { ...row };
}

/** Version 2 brought the rounding: a tariff of before priced to the öre, and goes on doing so. */
function tariffOfToday(row: StoredTariff): Tariff {
  return { ...row, rounding: row.rounding ?? "none" };
}

/** A draft of before the review had a story with names; nobody had approved it. */
function draftOfToday(row: StoredDraft): TariffDraft {
  const { authors = authorsIn(row), approvedBy = null } = row;
  return { ...row, authors, approvedBy };
}

function authorsIn({ story }: StoredDraft): readonly DraftHand[] {
  const written = story.filter(({ type }) => type === "created" || type === "edited");
  return [...new Set(written.map(({ by }) => by))].map((name) => ({ id: "", name }));
}
