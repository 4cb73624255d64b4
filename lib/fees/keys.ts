// The families of fees.
import { family } from "../kv/family.ts";
import type { FeeDraft } from "./fee-draft.ts";
import type { FeeEdition } from "./fee-matrix.ts";
import { feeDraftShape, feeEditionShape } from "./fee-shapes.ts";

/** Families of this room. */
export const feeKeys = {
  /** Approved matrices, by the local date from which bookings are made under them. */
  feeEdition: family<[bookedFrom: string], FeeEdition>("feeEdition", {
    privacy: "C0",
    subject: "nobody",
    kept: { until: "erased" },
    shape: feeEditionShape,
  }),
  /** Matrices in the making, by the day from which they are to hold. */
  feeDraft: family<[bookedFrom: string], FeeDraft>("feeDraft", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: feeDraftShape,
  }),
} as const;
