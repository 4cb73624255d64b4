// How much of a booking each role may give back alone.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Largest limit, in kronor: more than any ride costs. */
const MAX_KRONOR = 100_000;

/** Whole kronor by the word for a role. */
const limits = z.string().transform((text, context) => {
  const pairs = text.trim().split(/\s+/).map((one) => /^([a-z-]{1,40})=(\d{1,6})$/.exec(one));
  const read = pairs.map((pair) => [pair?.[1] ?? "", Number(pair?.[2] ?? Infinity)] as const);
  if (read.every(([, kronor]) => kronor <= MAX_KRONOR)) return new Map(read);
  context.addIssue({ code: "custom", message: "not limits as dispatcher=1000 admin=20000" });
  return z.NEVER;
});

/** Settings of this room. */
export const checkoutSettings = {
  refundLimits: setting<ReadonlyMap<string, number>>({
    variable: "AVANTI_REFUND_LIMITS",
    schema: limits,
    absent: new Map([["dispatcher", 1_000], ["accountant", 20_000], ["admin", 20_000]]),
    readme: {
      default: "`dispatcher=1000 accountant=20000 admin=20000`",
      means:
        "how much of a booking, in kronor, a person of each role may give back alone; for more a second person says yes",
    },
  }),
} as const;
