// The families of quotes, tariffs and their drafts.
import { ulidMs } from "../kernel/ids.ts";
import { family } from "../kv/family.ts";
import { quoteShape, tariffDraftShape, tariffShape } from "./pricing-shapes.ts";
import type { Quote, QuoteId } from "./quote.ts";
import { sealedDraft, sealedQuote } from "./sealed-pricing.ts";
import { storedQuote, storedTariff, storedTariffDraft } from "./stored-pricing.ts";
import type { DraftId, TariffDraft } from "./tariff-draft.ts";
import type { Tariff } from "./tariff.ts";

/** How long a quote's row is kept, in ms: a day, so that a late customer is told "expired", not "unknown". */
export const QUOTE_ROW_TTL_MS = 24 * 60 * 60 * 1000;

/** Families of this room. */
export const pricingKeys = {
  quote: family<[id: QuoteId], Quote>("quote", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "expiry", atMostMs: QUOTE_ROW_TTL_MS },
    endsMs: (_, key) => ulidMs(String(key.at(-1))) + QUOTE_ROW_TTL_MS,
    stored: storedQuote,
    sealed: sealedQuote,
    shape: quoteShape,
  }),
  tariff: family<[validFrom: string, version: string], Tariff>("tariff", {
    privacy: "C0",
    subject: "nobody",
    kept: { until: "erased" },
    stored: storedTariff,
    shape: tariffShape,
  }),
  /** Tariffs in the making, by when they were begun, with who did what to them. */
  tariffDraft: family<[id: DraftId], TariffDraft>("tariffDraft", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    stored: storedTariffDraft,
    sealed: sealedDraft,
    shape: tariffDraftShape,
  }),
} as const;
