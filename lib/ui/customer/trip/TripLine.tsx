// A trip as a route line: where from and when, where to and how far.
import { formatCount, formatDistance, formatDuration } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { type Stop, stopLabel } from "../../../places/place.ts";
import type { Extras } from "../../../trip/trip.ts";
import type { Route } from "../../../routing/route.ts";
import { RouteLine } from "../RouteLine.tsx";
import { Said } from "../../parts/Said.tsx";

/** What of a trip is shown. */
export interface ShownTrip {
  from: Stop;
  to: Stop;
  passengers: number;
  bags: number;
  wheelchairs: number;
  extras: Extras;
}

/** The two ends of a trip on the route line. */
export function TripLine({ locale, trip }: { locale: Locale; trip: ShownTrip }) {
  return (
    <RouteLine
      class="trip-line"
      label={textsFor(locale).quote.trip}
      steps={[trip.from, trip.to].map((stop) => ({
        title: <Said>{stopLabel(stop)}</Said>,
        text: <Said>{stopDetail(locale, stop)}</Said>,
        reached: true,
      }))}
    />
  );
}

/** `24 km, cirka 32 min`. */
export function distanceAndTime(locale: Locale, route: Route): string {
  return textsFor(locale).quote.distanceAndTime(
    formatDistance(locale, route.distanceMeters),
    formatDuration(locale, route.durationSeconds),
  );
}

/** `2 resenärer, 1 i rullstol, 1 medföljande, 3 väskor, 1 barnstol`: who and what comes along. */
export function partyOf(
  locale: Locale,
  { passengers, bags, wheelchairs, extras }: ShownTrip,
): string {
  const { trip } = textsFor(locale);
  const companions = wheelchairs > 0 ? passengers - wheelchairs : 0;
  const counted = [
    [extras.childSeats, trip.childSeatCount],
    [extras.pets, trip.petCount],
    [extras.extraLuggage, trip.extraLuggageCount],
  ] as const;
  return [
    formatCount(locale, passengers, trip.passengerCount),
    ...(wheelchairs > 0 ? [formatCount(locale, wheelchairs, trip.wheelchairCount)] : []),
    ...(companions > 0 ? [formatCount(locale, companions, trip.companionCount)] : []),
    bags === 0 ? trip.noBags : formatCount(locale, bags, trip.bagCount),
    ...counted.filter(([count]) => count > 0)
      .map(([count, plural]) => formatCount(locale, count, plural)),
  ].join(", ");
}

/** The place the words were understood as, or what kind of place it is when the words are its name. */
function stopDetail(locale: Locale, stop: Stop): string {
  const { quote, trip: { place } } = textsFor(locale);
  const isNamed = stopLabel(stop).toLowerCase().startsWith(stop.name.toLowerCase());
  // A number does not say where on the street the car stops.
  const kind = stop.kind === "street" ? place.stopsHalfway(stop.name) : place[stop.kind];
  // Whoever wrote "Ullevi" knows what it is; a known place called otherwise is told its name.
  const first = !isNamed ? stop.name : stop.kind === "landmark" ? "" : kind;
  if (stop.kind === "pin") {
    return [quote.stopsAtPin, isNamed ? "" : stop.name].filter(Boolean).join(", ");
  }
  return [first, stop.area].filter((part, at, all) => part !== "" && all.indexOf(part) === at)
    .join(", ");
}
