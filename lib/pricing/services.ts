// The services of this room: tariffs, their drafts, and quotes.
import type { Cache } from "../cache/cache.ts";
import type { Database } from "../kv/open.ts";
import { type PricingCacheDeps, PricingCacheManager } from "./pricing-cache-manager.ts";
import { QuoteStore } from "./quote-store.ts";
import { TariffDraftStore } from "./tariff-draft-store.ts";
import { TariffStore } from "./tariff-store.ts";

/** What this room gives to those above it. */
export interface PricingServices {
  tariffs: TariffStore;
  tariffDrafts: TariffDraftStore;
  quotes: QuoteStore;
  pricingCache: PricingCacheManager;
}

/** Composes the room's services. */
export function pricingServices(
  below: PricingCacheDeps & { db: Database; cache: Cache },
): PricingServices {
  return {
    pricingCache: new PricingCacheManager(below),
    tariffs: new TariffStore(below.db, below.cache),
    tariffDrafts: new TariffDraftStore(below.db),
    quotes: new QuoteStore(below.db),
  };
}
