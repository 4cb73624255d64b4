// What stored trips and their routes look like.
import { all, flag, instant, number, record, type Shape, text, word } from "../kernel/shape.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import { stopShape } from "../places/place-shapes.ts";
import type { Route } from "../routing/route.ts";
import type { Extras, TripRequest } from "./trip.ts";

const wallTime: Shape = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const pickup = record<PickupTime>({ wallTime, timeZone: text, instant });

/** What a trip always had. */
export const firstTripShape = record<Omit<TripRequest, "wheelchairs">>({
  from: stopShape,
  to: stopShape,
  pickup,
  passengers: number,
  bags: number,
  extras: record<Extras>({ childSeats: number, pets: number, extraLuggage: number }),
});

/** A trip as it was asked for. */
export const tripShape = all(
  firstTripShape,
  record<Pick<TripRequest, "wheelchairs">>({ wheelchairs: number }),
);

/** A way that was found. */
export const routeShape = record<Route>({
  distanceMeters: number,
  durationSeconds: number,
  geometry: text,
  engine: word(["goteborg", "estimate", "osrm"]),
  dataVersion: text,
  isEstimate: flag,
});
