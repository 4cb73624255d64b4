// The report on data protection of a month: counted from the rows of the registers, nothing estimated. Pure.
import type { CheckState } from "../fleet/driver-check.ts";
import type { KeyFigures } from "../security/key-report.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { AccessReview } from "./review-access.ts";
import type { Breach } from "./breach.ts";
import { breachDueMs } from "./breach-rules.ts";
import type { Processor } from "./list-processors.ts";

/** Figures of one section, by the word for each. */
export type Figures = Readonly<Record<string, number>>;

/** The sections, in their order. */
export const REPORT_SECTIONS = [
  "consents",
  "requests",
  "retention",
  "keys",
  "driverChecks",
  "audit",
  "accessReview",
  "breaches",
  "processors",
  "recipients",
  "findings",
] as const;

/** One of them. */
export type ReportSection = typeof REPORT_SECTIONS[number];

/** What was found when the audit log was compared with its newest checkpoint. */
export interface LogCheck {
  /** Entries it is signed for; 0 before the first. */
  size: number;
  /** Its signature is by the key of today. */
  isSigned: boolean;
  /** The first entry that was hashed again; those up to `size` were too. */
  from: number;
  /** The first that is wrong. */
  firstBad: number | null;
}

/** The report. */
export interface ComplianceReport {
  /** `2026-11`, a month in Sweden. */
  month: string;
  /** When it was counted, an instant. */
  at: string;
  sections: Readonly<Record<ReportSection, Figures>>;
  /** The newest checkpoint of the audit log, a signed note with its size and root; "" before the first. Whoever keeps the report can show by it that the log went on from there. */
  checkpoint: string;
  /** What was found when the log was compared with that checkpoint. */
  check: LogCheck;
}

/** Rows of the registers, whichever room's. */
export interface ReportRows {
  consents: readonly { granted: boolean; at: string }[];
  requests: readonly {
    type: string;
    receivedAt: string;
    closedAt: string | null;
    dueOn: string;
  }[];
  runs: readonly {
    startedAt: string;
    finishedAt: string | null;
    counts: Readonly<Record<string, { deleted: number; anonymised: number }>>;
  }[];
  erasures: readonly { at: string }[];
  /** Of the key-encryption keys; null when their source cannot be asked. */
  keys: KeyFigures | null;
  /** The papers of each driver in service. */
  papers: readonly { papers: readonly { state: CheckState }[] }[];
  /** The audit log as it is: entries, of how many the newest checkpoint is, and that checkpoint. */
  audit: { size: number; signedSize: number; waiting: number; checkpoint: string };
  check: LogCheck;
  review: AccessReview;
  breaches: readonly Breach[];
  processors: readonly Processor[];
  /** What those outside were told, or are to be told, of somebody. */
  notices: readonly { state: string; madeAt: string; changedAt: string }[];
  findings: readonly { at: string }[];
}

/** Counts it for a month, as things stand at `at`. */
export function complianceReport(rows: ReportRows, month: string, at: string): ComplianceReport {
  const isIn = (instant: string) => localDate(Temporal.Instant.from(instant)).startsWith(month);
  return {
    ...{ month, at, checkpoint: rows.audit.checkpoint, check: rows.check },
    sections: {
      consents: consentFigures(rows, isIn),
      requests: requestFigures(rows, isIn, localDate(Temporal.Instant.from(at))),
      retention: retentionFigures(rows, isIn),
      keys: {
        version: rows.keys?.version ?? 0,
        versions: rows.keys?.versions ?? 0,
        ageDays: rows.keys?.ageDays ?? 0,
        rotationDue: rows.keys?.isRotationDue ? 1 : 0,
        erasures: rows.erasures.filter((one) => isIn(one.at)).length,
      },
      driverChecks: driverFigures(rows),
      audit: {
        entries: rows.audit.size,
        signedFor: rows.audit.signedSize,
        waiting: rows.audit.waiting,
        hashedAgain: rows.check.size - rows.check.from,
        wrong: isLogGood(rows.check) ? 0 : 1,
      },
      accessReview: {
        staff: rows.review.people.length,
        confirmed: rows.review.people.filter(({ confirmed }) => confirmed !== null).length,
      },
      breaches: breachFigures(rows, isIn),
      processors: {
        hosts: rows.processors.length,
        incomplete: rows.processors.filter(({ missing }) => missing.length > 0).length,
      },
      recipients: recipientFigures(rows, isIn, localDate(Temporal.Instant.from(at))),
      findings: { found: rows.findings.filter((one) => isIn(one.at)).length },
    },
  };
}

/** True where nothing was found. */
export function isLogGood({ isSigned, firstBad }: LogCheck): boolean {
  return isSigned && firstBad === null;
}

const WORST_FIRST: readonly CheckState[] = ["over", "missing", "ending", "good"];

type InMonth = (instant: string) => boolean;

function consentFigures({ consents }: ReportRows, isIn: InMonth): Figures {
  const of = consents.filter(({ at }) => isIn(at));
  return {
    given: of.filter(({ granted }) => granted).length,
    refusedOrWithdrawn: of.filter(({ granted }) => !granted).length,
  };
}

function requestFigures({ requests }: ReportRows, isIn: InMonth, today: string): Figures {
  const closed = requests.filter(({ closedAt }) => closedAt !== null && isIn(closedAt));
  const open = requests.filter(({ closedAt }) => closedAt === null);
  const inTime = closed.filter(({ closedAt, dueOn }) =>
    localDate(Temporal.Instant.from(closedAt ?? "")) <= dueOn
  );
  return {
    received: requests.filter(({ receivedAt }) => isIn(receivedAt)).length,
    // Of them: that a person looks at what was decided without one (Art. 22.3).
    reviews: requests.filter(({ type, receivedAt }) => type === "review" && isIn(receivedAt))
      .length,
    closed: closed.length,
    inTime: inTime.length,
    late: closed.length - inTime.length,
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
  };
}

function retentionFigures({ runs }: ReportRows, isIn: InMonth): Figures {
  const of = runs.filter(({ startedAt }) => isIn(startedAt));
  const counts = of.flatMap((run) => Object.values(run.counts));
  return {
    runs: of.length,
    finished: of.filter(({ finishedAt }) => finishedAt !== null).length,
    deleted: counts.reduce((sum, { deleted }) => sum + deleted, 0),
    anonymised: counts.reduce((sum, { anonymised }) => sum + anonymised, 0),
  };
}

/** Drivers by the paper that stands worst. */
function driverFigures({ papers }: ReportRows): Figures {
  const worst = papers.map(({ papers: some }) =>
    WORST_FIRST.find((state) => some.some((one) => one.state === state))
  );
  const count = (state: CheckState) => worst.filter((one) => one === state).length;
  return {
    inService: papers.length,
    allGood: count("good"),
    ending: count("ending"),
    ended: count("over"),
    unchecked: count("missing"),
  };
}

function breachFigures({ breaches }: ReportRows, isIn: InMonth): Figures {
  const of = breaches.filter(({ registeredAt }) => isIn(registeredAt));
  const told = of.filter(({ authority }) => authority.kind === "told");
  const inTime = told.filter((breach) =>
    breach.authority.kind === "told" && Date.parse(breach.authority.at) <= breachDueMs(breach)
  );
  return {
    registered: of.length,
    notified: told.length,
    notifiedInTime: inTime.length,
    open: breaches.filter(({ closedAt }) => closedAt === null).length,
  };
}

/** Each has a month from when it was to be told, as whoever asked has. */
function recipientFigures({ notices }: ReportRows, isIn: InMonth, today: string): Figures {
  const told = notices.filter(({ state }) => state === "told" || state === "confirmed");
  const open = notices.filter(({ state }) => state === "waiting" || state === "failed");
  const isLate = ({ madeAt }: { madeAt: string }) => {
    const made = Temporal.PlainDate.from(localDate(Temporal.Instant.from(madeAt)));
    return made.add({ months: 1 }).toString() < today;
  };
  return {
    told: told.filter(({ changedAt }) => isIn(changedAt)).length,
    open: open.length,
    overdue: open.filter(isLate).length,
  };
}

/** The month before the one a local date lies in: `2026-10` on any day of November. */
export function monthBefore(date: string): string {
  return Temporal.PlainYearMonth.from(date.slice(0, 7)).subtract({ months: 1 }).toString();
}
