// The families of operators' landmarks.
import { family } from "../kv/family.ts";
import type { LandmarkChanged, LandmarkEdit } from "./landmark-edit.ts";
import { landmarkChangedShape, landmarkEditShape } from "./place-shapes.ts";
import { sealedLandmarkChange } from "./sealed-landmarks.ts";
import { storedChange, storedEdit } from "./stored-places.ts";

/** Families of this room. */
export const placeKeys = {
  /** A landmark as an operator wants it, over the row that ships. */
  landmark: family<[id: string], LandmarkEdit>("landmark", {
    privacy: "C0",
    subject: "nobody",
    kept: { until: "erased" },
    stored: storedEdit,
    shape: landmarkEditShape,
  }),
  /** What was done to it, by whom, in order. */
  landmarkEvent: family<[id: string, version: number], LandmarkChanged>("landmarkEvent", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    stored: storedChange,
    sealed: sealedLandmarkChange,
    shape: landmarkChangedShape,
  }),
} as const;
