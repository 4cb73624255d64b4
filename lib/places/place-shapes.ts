// What stored places look like: stops of trips, landmarks of operators and what was done to them.
import {
  all,
  byTag,
  flag,
  instant,
  listOf,
  number,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import { type Landmark, LANDMARK_SOURCES } from "./landmark.ts";
import type { LandmarkChanged, LandmarkEdit } from "./landmark-edit.ts";
import { LANDMARK_KINDS, type PlaceKind, type Point, type Stop } from "./place.ts";

const point = record<Point>({ lat: number, lng: number });

/** An end of a trip. */
export const stopShape = all(
  record<Stop>({ placeId: text, kind: text, name: text, area: text, point, words: text }),
  byTag<PlaceKind>("kind", {
    airport: all(),
    station: all(),
    landmark: all(),
    town: all(),
    district: all(),
    street: all(),
    pin: all(),
  }),
);

const landmark = record<Landmark>({
  id: text,
  kind: word(LANDMARK_KINDS),
  name: text,
  nameEn: text,
  area: text,
  town: text,
  point,
  weight: number,
  aliases: listOf(text),
  tiedTo: text,
  source: word(LANDMARK_SOURCES),
});

/** An operator's version of a landmark. */
export const landmarkEditShape = record<LandmarkEdit>({
  landmark,
  isRetired: flag,
  version: number,
});

/** What was done to a landmark. */
export const landmarkChangedShape = record<LandmarkChanged>({
  at: instant,
  type: word(["added", "changed", "retired", "restored"]),
  operatorName: text,
  before: orNull(landmark),
  after: landmark,
});
