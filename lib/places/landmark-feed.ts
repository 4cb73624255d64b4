// What the feed tells of landmarks.
import { feedKind } from "../kv/feed-row.ts";
import type { LandmarkChanged } from "./landmark-edit.ts";
import { landmarkChangedShape } from "./place-shapes.ts";
import { sealedLandmarkChange } from "./sealed-landmarks.ts";
import { changeOfToday } from "./stored-places.ts";

/** Entries of landmarks. */
export const landmarkChanged = feedKind<LandmarkChanged>(
  "landmark",
  changeOfToday,
  landmarkChangedShape,
  sealedLandmarkChange,
);
