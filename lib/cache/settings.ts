// How much is kept ready in memory, and where instances share it.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** More than that is a mistake of units. */
const MAX_MEGABYTES = 16_384;

const megabytes = z.string().regex(/^\d{1,5}$/, "not a number of megabytes").transform(Number)
  .pipe(z.int().min(1, "less than a megabyte").max(MAX_MEGABYTES, `more than ${MAX_MEGABYTES} MB`));

/** By what memory is divided between categories, and how long each is fresh. */
const CACHE_FITTINGS = ["table", "observed"] as const;

/** One of them. */
export type CacheFitting = typeof CACHE_FITTINGS[number];

/** Settings of this room. */
export const cacheSettings = {
  cacheMemory: setting({
    variable: "AVANTI_CACHE_MEMORY",
    schema: megabytes,
    absent: 64,
    readme: { default: "`64`", means: "megabytes of this process for what is kept ready" },
  }),
  cacheShares: setting<CacheFitting>({
    variable: "AVANTI_CACHE_SHARES",
    schema: z.enum(CACHE_FITTINGS),
    absent: "table",
    readme: {
      default: "`table`",
      means:
        "how that memory is divided: as the `table` says, or by what misses have cost as it is `observed`; see [docs/cache.md](docs/cache.md)",
    },
  }),
  cacheLives: setting<CacheFitting>({
    variable: "AVANTI_CACHE_LIVES",
    schema: z.enum(CACHE_FITTINGS),
    absent: "table",
    readme: {
      default: "`table`",
      means:
        "how long what is kept ready is fresh: as the `table` says, or by how often it was `observed` to change; see [docs/cache.md](docs/cache.md)",
    },
  }),
  cacheTier: setting<string | undefined>({
    variable: "AVANTI_CACHE",
    schema: z.string(),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "where instances share what is kept ready: a file of its own, a KV Connect URL, or `redis://…` of Redis or Valkey; see [docs/cache.md](docs/cache.md)",
    },
  }),
} as const;
