// What of operators' changes to landmarks is sealed: who made them. Landmarks themselves are everybody's.
import type { Sealed } from "../kv/family.ts";
import type { LandmarkChanged } from "./landmark-edit.ts";

/** Of a change, as it is kept and as the feed tells it; it names the operator by name alone, so that it is nobody's key. */
export const sealedLandmarkChange: Sealed<LandmarkChanged> = {
  fields: ["operatorName"],
  subject: () => null,
  erased: { operatorName: "" },
};
