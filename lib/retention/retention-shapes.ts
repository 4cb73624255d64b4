// What stored runs, statistics and holds look like.
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import {
  anything,
  either,
  flag,
  instant,
  listOf,
  named,
  number,
  orMissing,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import { RECIPIENT_NEWS } from "../privacy/recipient.ts";
import { type Erasure, ERASURE_STEPS } from "./erasure.ts";
import type { LegalHold } from "./legal-hold.ts";
import { NOTICE_STATES, type RecipientNotice } from "./recipient-notice.ts";
import type { FamilyCount, RetentionRun } from "./retention-run.ts";
import type { RideGroup, RideStatistics } from "./ride-statistics-rules.ts";

const count = record<FamilyCount>({
  looked: number,
  deleted: number,
  anonymised: number,
  kept: named(number),
});

/** A run. */
export const runShape = record<RetentionRun>({
  id: text,
  startedAt: instant,
  finishedAt: orNull(instant),
  part: number,
  after: orNull(listOf(anything)),
  counts: named(count),
});

const group = record<RideGroup>({
  month: text,
  vehicleClass: either(word(VEHICLE_CLASSES), (value) => value === ""),
  rides: number,
  passengers: number,
  distanceMeters: number,
  totalOre: number,
  completed: number,
});

/** What is kept of a year. */
export const statisticsShape = record<RideStatistics>({
  year: text,
  groups: listOf(group),
  isIncomplete: flag,
  madeAt: instant,
});

/** A hold. */
export const holdShape = record<LegalHold>({
  bookingId: text,
  reason: text,
  by: text,
  at: instant,
});

/** An erasure. */
export const erasureShape = record<Erasure>({
  requestId: text,
  marks: listOf(text),
  otherMarks: orMissing(listOf(text)),
  personId: orNull(text),
  step: word(ERASURE_STEPS),
  changedAt: instant,
  finishedAt: orNull(instant),
});

/** A notice to a recipient. */
export const noticeShape = record<RecipientNotice>({
  requestId: text,
  about: word(RECIPIENT_NEWS),
  id: text,
  recipient: text,
  endpointId: orNull(text),
  references: listOf(text),
  state: word(NOTICE_STATES),
  madeAt: instant,
  changedAt: instant,
  proof: listOf(text),
  by: text,
  reason: text,
});
