// Where the ends of a trip are by a service that knows real addresses, asked before the form is read.
import type { Locale } from "../kernel/locale.ts";
import { type LocateDeps, locatePlace, type TypedPlace } from "../places/geocoder/locate-place.ts";
import type { TripFormValues } from "./trip-input.ts";
import type { Place } from "../places/place.ts";

/** The ends the service is certain of; undefined leaves one to our own places. */
export interface LocatedStops {
  from: Place | undefined;
  to: Place | undefined;
}

/** No end is known but by our own places. */
export const NOT_LOCATED: LocatedStops = { from: undefined, to: undefined };

/** Both ends as they stand in the form. */
export function typedEnds({ from, fromId, to, toId }: TripFormValues): Record<
  "from" | "to",
  TypedPlace
> {
  return { from: { words: from, placeId: fromId }, to: { words: to, placeId: toId } };
}

/** Asks about both ends at once; never throws. */
export async function locateStops(
  deps: LocateDeps,
  ends: { from: TypedPlace; to: TypedPlace },
  locale: Locale,
): Promise<LocatedStops> {
  const [from, to] = await Promise.all([
    locatePlace(deps, ends.from, locale),
    locatePlace(deps, ends.to, locale),
  ]);
  return { from, to };
}

/** Asks about the ends that were given; nobody outside is told of the others. */
export async function locateGiven(
  deps: LocateDeps,
  { from, to }: { from?: TypedPlace | undefined; to?: TypedPlace | undefined },
  locale: Locale,
): Promise<LocatedStops> {
  const [locatedFrom, locatedTo] = await Promise.all(
    [from, to].map((end) => end && locatePlace(deps, end, locale)),
  );
  return { from: locatedFrom, to: locatedTo };
}
