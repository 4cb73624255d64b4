// The families of retention: its runs, what is kept of old rides, bookings that must stay.
import { ulidMs } from "../kernel/ids.ts";
import { family } from "../kv/family.ts";
import type { Erasure } from "./erasure.ts";
import type { LegalHold } from "./legal-hold.ts";
import type { RecipientNotice } from "./recipient-notice.ts";
import {
  erasureShape,
  holdShape,
  noticeShape,
  runShape,
  statisticsShape,
} from "./retention-shapes.ts";
import type { RetentionRun } from "./retention-run.ts";
import { storedNotice } from "./stored-notice.ts";
import type { RideStatistics } from "./ride-statistics-rules.ts";

/** How long it is kept what a run did, in milliseconds: three years, as long as an authority may ask. */
export const RUN_KEPT_MS = 3 * 366 * 24 * 60 * 60_000;

/** Families of this room. */
export const retentionKeys = {
  run: family<[id: string], RetentionRun>("retentionRun", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: RUN_KEPT_MS },
    endsMs: ({ id }) => ulidMs(id) + RUN_KEPT_MS,
    shape: runShape,
  }),
  /** By the last day of the fiscal year. */
  statistics: family<[year: string], RideStatistics>("rideStatistics", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: statisticsShape,
  }),
  hold: family<[bookingId: string], LegalHold>("legalHold", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    // Who it is about is known by the booking alone: a hold outlives whoever put it there.
    sealed: { fields: ["reason", "by"], subject: () => null, erased: { reason: "", by: "" } },
    shape: holdShape,
  }),
  /** Erasures that were begun, by their request: how far each has come. Keyed marks only. */
  erasure: family<[requestId: string], Erasure>("erasure", {
    privacy: "C2",
    subject: "person",
    kept: { until: "expiry", atMostMs: RUN_KEPT_MS },
    endsMs: ({ finishedAt }) =>
      finishedAt === null ? Infinity : Date.parse(finishedAt) + RUN_KEPT_MS,
    unsealed: "keyed marks, ids and times only",
    shape: erasureShape,
  }),
  /** Whom outside is told, by the request it follows from. Ids of bookings and messages only. */
  notice: family<[requestId: string, id: string], RecipientNotice>("recipientNotice", {
    privacy: "C2",
    subject: "person",
    kept: { until: "expiry", atMostMs: RUN_KEPT_MS },
    endsMs: ({ madeAt }) => Date.parse(madeAt) + RUN_KEPT_MS,
    // Whose it was is gone by then; who of the staff told it is not theirs.
    sealed: { fields: ["by", "reason"], subject: () => null, erased: { by: "", reason: "" } },
    shape: noticeShape,
    stored: storedNotice,
  }),
} as const;
