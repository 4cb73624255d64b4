// Under what a fare is kept: by everything it follows from, and by nothing it does not.
import { createHash } from "node:crypto";
import type { Point } from "../places/place.ts";
import type { FareTerms } from "./quote-rules.ts";
import { applyingSurcharges } from "./surcharge-rules.ts";
import type { Tariff } from "./tariff.ts";

/**
 * The key of fares. The pickup stands in it as its time band: which surcharges apply to it is all that a fare sees of a
 * day and an hour, and the traffic of the hour is in the seconds. Points stand as they are: rounded, one could cross the
 * edge of a zone.
 */
export function fareKey({ tariff, trip, route, classes }: FareTerms): string {
  const { childSeats, pets, extraLuggage } = trip.extras;
  return [
    tariffMark(tariff),
    bandOf(tariff, Temporal.Instant.from(trip.pickup.instant)),
    pointText(trip.from.point),
    pointText(trip.to.point),
    `${route.distanceMeters}m${route.durationSeconds}s`,
    `${childSeats},${pets},${extraLuggage}`,
    classes.join(),
  ].join("|");
}

const marks = new WeakMap<Tariff, string>();

/**
 * Its version and a hash of all of it. The version alone would do as long as no saved tariff is ever edited; this does not
 * depend on it.
 */
function tariffMark(tariff: Tariff): string {
  const known = marks.get(tariff);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(JSON.stringify(tariff)).digest("base64url");
  const mark = `${tariff.version}#${hash}`;
  marks.set(tariff, mark);
  return mark;
}

/** A digit for each surcharge of the tariff, 1 where it applies. */
function bandOf(tariff: Tariff, pickup: Temporal.Instant): string {
  const applying = new Set(applyingSurcharges(tariff, pickup));
  return tariff.surcharges.map((one) => applying.has(one) ? "1" : "0").join("");
}

function pointText({ lat, lng }: Point): string {
  return `${lat},${lng}`;
}
