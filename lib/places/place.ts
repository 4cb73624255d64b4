// Where a trip starts or ends: a known place, or a pin with the customer's own words.

/** A position in degrees, WGS 84. */
export interface Point {
  lat: number;
  lng: number;
}

/** Göteborg Central: where distances to places of one name are told from. */
export const HOME: Point = { lat: 57.7089, lng: 11.9735 };

/** What sort of place it is; shown beside every suggestion. */
export type PlaceKind = "airport" | "station" | "landmark" | "town" | "district" | "street" | "pin";

/** What sort of landmark it is; shown in the place of the word "landmark". */
export const LANDMARK_KINDS = [
  "hospital",
  "arena",
  "station",
  "busTerminal",
  "terminal",
  "ferry",
  "mall",
  "hotel",
  "campus",
  "theatre",
  "museum",
  "venue",
  "attraction",
  "square",
  "park",
  "church",
  "cemetery",
  "court",
  "police",
  "office",
] as const;

/** One of them. */
export type LandmarkKind = typeof LANDMARK_KINDS[number];

/** A place the search can find. `id` is stable: `airport:GOT`, `street:ostra-hamngatan`, `town:2711537`. */
export type Place = PlainPlace | LandmarkPlace;

/** What every place has. */
interface PlaceFacts {
  id: string;
  name: string;
  /** Town or municipality around it, for a landmark its district too; "" when that says nothing new. */
  area: string;
  point: Point;
}

/** A place that its kind says enough of. */
export interface PlainPlace extends PlaceFacts {
  kind: Exclude<PlaceKind, "landmark">;
}

/** A landmark, `landmark:ullevi`. */
export interface LandmarkPlace extends PlaceFacts {
  kind: "landmark";
  landmark: LandmarkKind;
  /** "approximate": the point is confirmed by nothing, and no car is sent there without a pin. */
  precision: "exact" | "approximate";
}

/** True for a place whose point is not good enough to send a car to: a pin must be asked for. */
export function isApproximate(place: Place): boolean {
  return place.kind === "landmark" && place.precision === "approximate";
}

/** The name under which the texts have the kind of a place: that of its landmark when it is one. */
export function kindWord(place: Place): Exclude<PlaceKind, "landmark"> | LandmarkKind {
  return place.kind === "landmark" ? place.landmark : place.kind;
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
