// The families of the records on data protection.
import { instant, listOf, number, record, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { CheckKind } from "../fleet/driver-check.ts";
import type { DriverId } from "../fleet/vehicle.ts";
import type { AccessConfirmation } from "./access-review.ts";
import type { Breach, BreachEvent } from "./breach.ts";
import { breachEventShape, breachShape } from "./breach-shapes.ts";
import { MOST_REMINDER_DAYS, type PaperReminder } from "./paper-reminder-rules.ts";

/** How long reviews and reports are kept, in milliseconds: what was confirmed can be shown for three years. */
const RECORDS_KEPT_MS = 3 * 366 * 24 * 60 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

/** That the report of a month, or the checkpoint of a day, is on its way or was sent. */
export interface BegunReport {
  begunAt: string;
}

/** Families of this room. */
export const complianceKeys = {
  breach: family<[id: string], Breach>("breach", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: breachShape,
  }),
  /** What happened to it, by whom, in order. */
  breachEvent: family<[id: string, version: number], BreachEvent>("breachEvent", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "erased" },
    sealed: {
      fields: ["by.name", "reason", "late", "how"],
      // What the company has to show of itself: the product's own key, which nobody's erasure destroys.
      subject: () => null,
      erased: { "by.name": "", reason: "", late: "", how: "" },
    },
    shape: breachEventShape,
  }),
  /** Whose roles were confirmed in a quarter, by whom. */
  accessReview: family<[quarter: string, person: string], AccessConfirmation>("accessReview", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "expiry", atMostMs: RECORDS_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + RECORDS_KEPT_MS,
    sealed: { fields: ["byName"], subject: () => null, erased: { byName: "" } },
    shape: record<AccessConfirmation>({
      roles: listOf(text),
      at: instant,
      by: text,
      byName: text,
    }),
  }),
  /** For which of the days before its end somebody was reminded of a driver's paper. */
  paperReminder: family<[driver: DriverId, kind: CheckKind], PaperReminder>("paperReminder", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "expiry", atMostMs: (MOST_REMINDER_DAYS + 2) * DAY_MS },
    endsMs: ({ goodUntil }) => Date.parse(goodUntil) + 2 * DAY_MS,
    unsealed: "keyed marks, ids and times only",
    shape: record<PaperReminder>({ goodUntil: text, days: number }),
  }),
  /** Reports that were begun, by month, checkpoints by date, and reminders of papers by `papers` and the date. */
  report: family<[period: string], BegunReport>("complianceReport", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: RECORDS_KEPT_MS },
    endsMs: ({ begunAt }) => Date.parse(begunAt) + RECORDS_KEPT_MS,
    shape: record<BegunReport>({ begunAt: instant }),
  }),
} as const;
