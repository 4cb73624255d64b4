// The moment a pickup is asked for, and the first one there can be, as clocks in Sweden show them.
import { HOME_ZONE } from "../kernel/wall-time.ts";
import type { PickupMoment } from "../trip/pickup-words.ts";
import { MIN_LEAD_MINUTES } from "./quote-rules.ts";

/** Both at `now`. */
export function pickupMoment(now: Temporal.Instant): PickupMoment {
  return {
    now: wallTimeAt(now),
    // A begun minute is over before the form is sent.
    earliest: wallTimeAt(now.add({ minutes: MIN_LEAD_MINUTES + 1 })),
  };
}

function wallTimeAt(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(HOME_ZONE).toPlainDateTime().toString({
    smallestUnit: "minute",
  });
}
