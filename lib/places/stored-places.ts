// Rows of landmarks that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import type { Landmark } from "./landmark.ts";
import type { LandmarkChanged, LandmarkEdit } from "./landmark-edit.ts";

type StoredLandmark = AnyVersion<
  Landmark,
  | "id"
  | "kind"
  | "name"
  | "nameEn"
  | "area"
  | "town"
  | "point"
  | "weight"
  | "aliases"
  | "tiedTo"
  | "source"
>;
type StoredEdit = AnyVersion<Omit<LandmarkEdit, "landmark">, "isRetired" | "version"> & {
  landmark: StoredLandmark;
};
type StoredChange =
  & AnyVersion<Omit<LandmarkChanged, "before" | "after">, "at" | "type" | "operatorName">
  & { before: StoredLandmark | null; after: StoredLandmark };

/** Raised with every change of a stored shape of this room; all its rows carry it. */
const VERSION = 1;

/** How operators' landmarks are read. */
export const storedEdit: StoredForm<LandmarkEdit> = {
  version: VERSION,
  upgrade: (row) => editOfToday(row as StoredEdit),
};

/** How what was done to a landmark is read. */
export const storedChange: StoredForm<LandmarkChanged> = {
  version: VERSION,
  upgrade: changeOfToday,
};

/** A change as today's code writes it. */
export function changeOfToday(row: unknown): LandmarkChanged {
  const change = row as StoredChange;
  const { before, after } = change;
  const former = before === null ? null : landmarkOfToday(before);
  return { ...change, before: former, after: landmarkOfToday(after) };
}

function editOfToday(row: StoredEdit): LandmarkEdit {
  return { ...row, landmark: landmarkOfToday(row.landmark) };
}

function landmarkOfToday(landmark: StoredLandmark): Landmark {
  return { ...landmark };
}
