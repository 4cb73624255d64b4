// Where a trip starts or ends: a known place, or a pin with the customer's own words.

/** A position in degrees, WGS 84. */
export interface Point {
  lat: number;
  lng: number;
}

/** What sort of place it is; shown beside every suggestion. */
export type PlaceKind = "airport" | "station" | "town" | "street" | "pin";

/** A place the search can find. `id` is stable: `airport:GOT`, `street:ostra-hamngatan`, `town:2711537`. */
export interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  /** Town or municipality around it, "" when that says nothing new. */
  area: string;
  point: Point;
}

/** One end of a trip: the place it was resolved to and the words the customer used. */
export interface Stop {
  placeId: string;
  kind: PlaceKind;
  name: string;
  area: string;
  point: Point;
  /** What the customer typed, for example "Östra Hamngatan 24, portkod 1234"; kept with the booking. */
  words: string;
}

/** Most characters of a customer's own words about a stop. */
export const MAX_STOP_WORDS = 200;

/** The id of a pin: `pin:57.70887,11.97456`, five decimals ≈ 1 m. */
export function pinId(point: Point): string {
  return `pin:${point.lat.toFixed(5)},${point.lng.toFixed(5)}`;
}

/** What a person recognises the stop by: the customer's words, else the place's name. */
export function stopLabel(stop: Pick<Stop, "words" | "name">): string {
  return stop.words.trim() || stop.name;
}
