// What the pickup can be chosen from: today and tomorrow in Sweden, and the first moment a car can be there.
import { nextDate } from "../../../kernel/local-date.ts";
import { HOME_ZONE, localDate } from "../../../kernel/wall-time.ts";
import { MIN_LEAD_MINUTES } from "../../../pricing/quote-rules.ts";

/** Dates and times in Sweden, whatever the customer's own clock says. */
export interface PickupChoices {
  /** Wall time of the moment the page was made. */
  now: string;
  /** `YYYY-MM-DD`. */
  today: string;
  tomorrow: string;
  /** Wall time of the first pickup there can be. */
  earliest: string;
}

/** The choices at `now`. */
export function pickupChoices(now: Temporal.Instant): PickupChoices {
  const today = localDate(now);
  return {
    now: wallTimeAt(now),
    today,
    tomorrow: nextDate(today, 1),
    // A begun minute is over before the form is sent.
    earliest: wallTimeAt(now.add({ minutes: MIN_LEAD_MINUTES + 1 })),
  };
}

function wallTimeAt(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(HOME_ZONE).toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
