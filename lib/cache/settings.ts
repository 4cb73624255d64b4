// How much is kept ready in memory, and where instances share it.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** More than that is a mistake of units. */
const MAX_MEGABYTES = 16_384;

const megabytes = z.string().regex(/^\d{1,5}$/, "not a number of megabytes").transform(Number)
  .pipe(z.int().min(1, "less than a megabyte").max(MAX_MEGABYTES, `more than ${MAX_MEGABYTES} MB`));

/** Settings of this room. */
export const cacheSettings = {
  cacheMemory: setting({
    variable: "AVANTI_CACHE_MEMORY",
    schema: megabytes,
    absent: 64,
    readme: { default: "`64`", means: "megabytes of this process for what is kept ready" },
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
