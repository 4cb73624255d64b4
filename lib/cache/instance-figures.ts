// What an instance tells the others of itself, in a few numbers: whoever looks at one page sees all of them.
import { z } from "zod";

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
  /** The log of invalidations as far as it knows it. */
  log: z.object({ epoch: z.string(), seq: z.number() }),
});

/** One of them. */
export type InstanceFigures = z.infer<typeof instanceFigures>;
