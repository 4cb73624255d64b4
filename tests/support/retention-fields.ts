// Which version brought each field of the rows of retention.
import type { LegalHold } from "../../lib/retention/legal-hold.ts";
import type { RetentionRun } from "../../lib/retention/retention-run.ts";
import type { RideStatistics } from "../../lib/retention/ride-statistics-rules.ts";
import type { Fields } from "./stored-fields.ts";

/** A run. */
export const RUN_FIELDS: Fields<RetentionRun> = {
  id: 1,
  startedAt: 1,
  finishedAt: 1,
  part: 1,
  after: 1,
  counts: 1,
};

/** What is kept of a year. */
export const STATISTICS_FIELDS: Fields<RideStatistics> = {
  year: 1,
  groups: [{
    month: 1,
    vehicleClass: 1,
    rides: 1,
    passengers: 1,
    distanceMeters: 1,
    totalOre: 1,
    completed: 1,
  }],
  isIncomplete: 1,
  madeAt: 1,
};

/** A hold. */
export const HOLD_FIELDS: Fields<LegalHold> = { bookingId: 1, reason: 1, by: 1, at: 1 };
