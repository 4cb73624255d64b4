// The cache of this process: how its entries are sealed, and the network tier the settings ask for.
import { coarseClock } from "../cache/coarse-clock.ts";
import { KvTier } from "../cache/kv-tier.ts";
import type { NetworkTier } from "../cache/network-tier.ts";
import { type CacheBelow, type CacheServices, cacheServices } from "../cache/services.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import { openDatabase } from "../kv/open.ts";
import { cacheSealer, type CacheSealingDeps } from "./cache-sealing.ts";
import type { Config } from "./settings.ts";

/** What instances share. */
export interface CacheShare {
  /** Null where they share nothing. */
  tier: NetworkTier | null;
  /** Names and seals what is in it, 32 bytes. */
  secret: Uint8Array;
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
  /** Of the build: entries are read by processes of the same one. */
  release: string;
}

/** Written by the build: a hash of all sources. */
const STAMP = new URL("../../_fresh/stamp", import.meta.url);

/** The services of the room; without a share this process is alone. */
export function cacheRoom(
  below:
    & Omit<CacheBelow, "cacheTier" | "entrySealer" | "release">
    & Omit<CacheSealingDeps, "cacheSecret">
    & { cacheShare?: CacheShare },
): CacheServices {
  const { tier, secret, release, now } = below.cacheShare ??
    { tier: null, secret: below.randomBytes(32), release: "", now: () => performance.now() };
  const entrySealer = cacheSealer({ ...below, cacheSecret: secret });
  return cacheServices({ ...below, cacheTier: tier, entrySealer, release, now });
}

/** Opens what the settings ask for. Throws GatewayError with one sentence a person can act on. */
export async function openCacheShare(
  config: Pick<Config, "cacheTier" | "database">,
  secret: Uint8Array,
): Promise<CacheShare> {
  const tier = await openCacheTier(config);
  return { tier, secret, release: await releaseName(), now: coarseClock() };
}

async function openCacheTier(
  { cacheTier: location, database }: Pick<Config, "cacheTier" | "database">,
): Promise<NetworkTier | null> {
  if (location === undefined) return null;
  if (location === database) {
    throw new GatewayError(
      "kv",
      "AVANTI_CACHE names the database of AVANTI_DATABASE: what is kept ready needs a file or a server of its own.",
      false,
    );
  }
  if (/^rediss?:/.test(location)) {
    // Loaded only where it is used: most products have none.
    const { RedisTier } = await import("../cache/redis-tier.ts");
    return new RedisTier({ url: location });
  }
  return new KvTier({ db: await openDatabase(location, { isServed: true }) });
}

/** The name of the build; one of this process alone where sources run as they are. */
async function releaseName(): Promise<string> {
  try {
    return await Deno.readTextFile(STAMP);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return crypto.randomUUID();
  }
}
