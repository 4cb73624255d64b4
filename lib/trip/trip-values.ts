// What the trip form holds, as text: empty, from a link, or as the browser sent it.
import { findPlace } from "../places/find-place.ts";
import { agrees } from "../places/place-agreement.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { type TripFormValues, tripFormValues } from "./trip-input.ts";
import { plainLine } from "../forms/clean-text.ts";
import { readClockTime } from "../kernel/clock-time.ts";
import { dateOf, HOME_ZONE, readWallTime, timeOf, WALL_TIME } from "../kernel/wall-time.ts";

/** How long ahead the suggested pickup lies at least, in minutes. */
const LEAD_MINUTES = 60;

/** An empty trip, picked up on the next quarter of an hour at least an hour after `now`. */
export function emptyTrip(now: Temporal.Instant): TripFormValues {
  const earliest = now.toZonedDateTimeISO(HOME_ZONE).add({ minutes: LEAD_MINUTES });
  const pickup = earliest.round({
    smallestUnit: "minute",
    roundingIncrement: 15,
    roundingMode: "ceil",
  });
  return {
    ...tripFormValues(new Map()),
    date: pickup.toPlainDate().toString(),
    time: pickup.toPlainTime().toString({ smallestUnit: "minute" }),
    passengers: "1",
    bags: "1",
    wheelchairs: "0",
    childSeats: "0",
    pets: "0",
    extraLuggage: "0",
  };
}

/** `values` with what a link's query says put in. */
export function prefilled(
  values: TripFormValues,
  query: ReadonlyMap<string, string>,
): TripFormValues {
  const given = Object.entries(tripFormValues(query)).filter(([, value]) => value !== "");
  return { ...values, ...Object.fromEntries(given) };
}

/** `values` without the place ids that their words do not agree with: a link may have been written by anybody. */
export function agreedTrip(places: PlaceIndex, values: TripFormValues): TripFormValues {
  const agreed = (words: string, placeId: string) => {
    const place = findPlace(places, placeId);
    return place !== undefined && agrees(places, words, place) ? placeId : "";
  };
  return {
    ...values,
    fromId: agreed(values.from, values.fromId),
    toId: agreed(values.to, values.toId),
  };
}

/**
 * The form as it was sent, with the day that was chosen ("" leaves it to the date), the time as clocks show it,
 * and the answers to its questions put in. A place id or an answer counts only while the words it was given
 * for still stand in the field: who rewrites the words means another place.
 */
export function submittedTrip(fields: ReadonlyMap<string, string>): TripFormValues {
  const values = tripFormValues(fields);
  values.date = (fields.get("day") ?? "").slice(0, 500) || values.date;
  values.time = readClockTime(plainLine(values.time)) ?? values.time;
  for (const end of ["from", "to"] as const) {
    const isAnswered = fields.get(`${end}Asked`) === values[end];
    values[`${end}Id`] = isAnswered
      ? values[`${end}Id`] || (fields.get(`${end}Choice`) ?? "").slice(0, 100)
      : "";
  }
  const instead = fields.get("gapTime") ?? "";
  if (WALL_TIME.test(instead) && isGap(values)) {
    return { ...values, date: dateOf(instead), time: timeOf(instead) };
  }
  return values;
}

function isGap({ date, time }: TripFormValues): boolean {
  try {
    return readWallTime(`${date}T${time}`).kind === "gap";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
