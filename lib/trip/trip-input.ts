// What a client may send about a trip: the JSON shape, and the form that becomes it.
import { z } from "zod";
import { MAX_STOP_WORDS } from "../places/place.ts";
import { WALL_TIME } from "../kernel/wall-time.ts";
import { cleanLine } from "../forms/clean-text.ts";

/** Most passengers of one booking; the largest class carries eight. */
export const MAX_PASSENGERS = 8;
/** Most bags of one booking. */
export const MAX_BAGS = 12;
/** Most wheelchairs of one booking; the class for them carries two. */
export const MAX_WHEELCHAIRS = 2;
/** Most of each extra. */
export const MAX_EXTRA = 4;

const text = (max: number) =>
  z.string().max(max * 2).transform(cleanLine).pipe(z.string().max(max));
const count = (min: number, max: number) => z.int().min(min).max(max);

const stopInput = z.object({
  /** The customer's own words. */
  words: text(MAX_STOP_WORDS),
  /** Id of a place the search offered, or `pin:lat,lng`; "" lets the words decide. */
  placeId: text(100).default(""),
});

/** A trip as the API takes it. */
export const tripInput = z.object({
  from: stopInput,
  to: stopInput,
  pickup: z.object({
    /** Local date and time in Sweden, `2026-11-23T06:40`. */
    wallTime: z.string().regex(WALL_TIME),
    /** Which of two instants is meant in the autumn overlap. */
    overlap: z.enum(["earlier", "later"]).optional(),
  }),
  passengers: count(1, MAX_PASSENGERS).default(1),
  bags: count(0, MAX_BAGS).default(0),
  /** Passengers who travel seated in their wheelchair. */
  wheelchairs: count(0, MAX_WHEELCHAIRS).default(0),
  extras: z.object({
    childSeats: count(0, MAX_EXTRA).default(0),
    pets: count(0, MAX_EXTRA).default(0),
    extraLuggage: count(0, MAX_EXTRA).default(0),
  }).default({ childSeats: 0, pets: 0, extraLuggage: 0 }),
});

/** A trip as a client sent it, checked for shape. */
export type TripInput = z.infer<typeof tripInput>;

/** Names of the trip form's fields. */
export const TRIP_FIELDS = [
  "from",
  "fromId",
  "to",
  "toId",
  "date",
  "time",
  "overlap",
  "passengers",
  "bags",
  "wheelchairs",
  "childSeats",
  "pets",
  "extraLuggage",
] as const;

/** What stood in each field of the trip form; "" when absent. Comes back in every answer. */
export type TripFormValues = Record<typeof TRIP_FIELDS[number], string>;

/** The form's values out of a submitted form or a query, none longer than a person would type. */
export function tripFormValues(fields: ReadonlyMap<string, string>): TripFormValues {
  const values = TRIP_FIELDS.map((name) => [name, (fields.get(name) ?? "").slice(0, 500)]);
  return Object.fromEntries(values);
}
