// The services of this room: where the cars are now.
import { CacheCategory } from "../cache/category.ts";
import type { CacheParts } from "../cache/services.ts";
import type { Clock } from "../kernel/clock.ts";
import { LocationCacheManager } from "./location-cache-manager.ts";

/** What this room gives to those above it. */
export interface TrackingServices {
  locationCache: LocationCacheManager;
}

/** Composes the room's services: positions have the life and the share of memory of their category. */
export function trackingServices(
  { cacheParts, clock }: { cacheParts: CacheParts; clock: Clock },
): TrackingServices {
  const { memory, now, policyOf } = cacheParts;
  const { ttlMs, memoryShare } = policyOf(CacheCategory.LOCATION);
  const locationCache = new LocationCacheManager({
    ...{ maxAgeMs: ttlMs, maxBytes: memory.maxBytes * memoryShare, now },
    wallMs: () => clock.now().epochMilliseconds,
  });
  return { locationCache };
}
