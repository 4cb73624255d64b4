// The families of what was noticed: sums of a day, the days of the staff, and findings.
import { flag, instant, named, number, record, text, word } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { DETECTORS, FINDING_KEPT_MS, type StoredFinding } from "./finding.ts";
import type { StaffDay } from "./staff-habits.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How long the sums of a day are kept, in milliseconds: a year can be held against the one before. */
const SUMS_KEPT_MS = 400 * DAY_MS;
/** How long the days of the staff are kept: a habit is made of the newest 28. */
const STAFF_DAYS_KEPT_MS = 40 * DAY_MS;

/** How often what happened on a day, by the word for it. */
export type DaySums = Readonly<Record<string, number>>;

/** Families of this room. */
export const detectionKeys = {
  /** Each process has its own row of a day, so that none waits for another. */
  sums: family<[day: string, process: string], DaySums>("securitySums", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: SUMS_KEPT_MS },
    endsMs: (_, [, day]) => Date.parse(String(day)) + SUMS_KEPT_MS,
    shape: named(number),
  }),
  /** Of how many people somebody of the staff read on a day, and whether at night. */
  staffDay: family<[person: string, day: string], StaffDay>("staffDay", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "expiry", atMostMs: STAFF_DAYS_KEPT_MS },
    unsealed: "keyed marks, ids and times only",
    endsMs: (_, [, , day]) => Date.parse(String(day)) + STAFF_DAYS_KEPT_MS,
    shape: record<StaffDay>({ subjects: number, isNight: flag }),
  }),
  /** What the detectors found; whom, by a keyed mark or the id of one of the staff. */
  finding: family<[id: string], StoredFinding>("securityFinding", {
    privacy: "C2",
    subject: "person",
    kept: { until: "expiry", atMostMs: FINDING_KEPT_MS },
    unsealed: "keyed marks, ids and times only",
    endsMs: ({ at }) => Date.parse(at) + FINDING_KEPT_MS,
    shape: record<StoredFinding>({
      id: text,
      detector: word(DETECTORS),
      at: instant,
      since: instant,
      identity: record<StoredFinding["identity"]>({
        kind: word(["network", "account", "person", "session"]),
        mark: text,
      }),
      count: number,
      threshold: number,
    }),
  }),
} as const;
