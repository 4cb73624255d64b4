// What an instance tells the others of itself, in a few numbers: whoever looks at one page sees all of them.
import { z } from "zod";
import { CACHE_CATEGORIES } from "./category.ts";

/** Of one category what sums over instances. */
const categoryFigures = z.object({
  category: z.enum(CACHE_CATEGORIES),
  ...{ hits: z.number(), misses: z.number(), loadMs: z.number(), savedMs: z.number() },
});

/** One of them. */
export type CategoryFigures = z.infer<typeof categoryFigures>;

/** Figures of one instance since it began. */
export const instanceFigures = z.object({
  /** Made when it began. */
  name: z.string(),
  /** Instant. */
  since: z.string(),
  /** Epoch milliseconds of its clock. */
  atMs: z.number(),
  ...{ hits: z.number(), misses: z.number(), savedMs: z.number(), loadMs: z.number() },
  ...{ bytes: z.number(), maxBytes: z.number() },
  /** Those that were asked for something. */
  categories: z.array(categoryFigures).max(CACHE_CATEGORIES.length),
  /** The log of invalidations as far as it knows it. */
  log: z.object({ epoch: z.string(), seq: z.number() }),
});

/** One of them. */
export type InstanceFigures = z.infer<typeof instanceFigures>;
