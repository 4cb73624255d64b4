// What the pickup can be chosen from: today and tomorrow in Sweden, and the first moment a car can be there.
import { nextDate } from "../../../kernel/local-date.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { pickupMoment } from "../../../pricing/pickup-moment.ts";

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
  return { ...pickupMoment(now), today, tomorrow: nextDate(today, 1) };
}
