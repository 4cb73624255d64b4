// The families of fees.
import { family } from "../kv/family.ts";
import type { FeeEdition } from "./fee-matrix.ts";
import { feeEditionShape } from "./fee-shapes.ts";

/** Families of this room. */
export const feeKeys = {
  /** Approved matrices, by the local date from which bookings are made under them. */
  feeEdition: family<[bookedFrom: string], FeeEdition>("feeEdition", {
    privacy: "C0",
    subject: "nobody",
    kept: { until: "erased" },
    shape: feeEditionShape,
  }),
} as const;
