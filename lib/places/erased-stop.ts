// An end of a trip whose person was erased: the ride was, where it was is gone.
import type { Stop } from "./place.ts";

/** No place at all. */
export const ERASED_STOP: Stop = {
  placeId: "",
  kind: "pin",
  name: "",
  area: "",
  point: { lat: 0, lng: 0 },
  words: "",
};
