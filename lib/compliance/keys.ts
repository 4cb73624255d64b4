// The families of the records on data protection.
import { family } from "../kv/family.ts";
import type { Breach, BreachEvent } from "./breach.ts";
import { breachEventShape, breachShape } from "./breach-shapes.ts";

/** Families of this room. */
export const complianceKeys = {
  breach: family<[id: string], Breach>("breach", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: breachShape,
  }),
  /** What happened to it, by whom, in order. */
  breachEvent: family<[id: string, version: number], BreachEvent>("breachEvent", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    shape: breachEventShape,
  }),
} as const;
