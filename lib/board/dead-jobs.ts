// What operators see of work that was given up: the table of it, and how much there is.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { listDeadJobs } from "../kv/dead-jobs.ts";
import type { DeadJob } from "../kv/job.ts";
import type { Database } from "../kv/open.ts";

/** Most of a payload's members shown; those of today have one. */
const MAX_IDS = 10;
/** Longest value of a payload and longest error shown, in characters. */
const MAX_SHOWN = 300;

/** How many jobs wait for a person; `more` says that there are others. */
export interface DeadJobCount {
  count: number;
  more: boolean;
}

/** A job that was given up, as a row of the page. */
export interface DeadJobRow {
  id: string;
  kind: string;
  /** When it was set aside, ISO in UTC; null on rows of the first release. */
  diedAt: string | null;
  attempts: number;
  lastError: string;
  /** What it was about: names and ids, never personal data. */
  about: readonly (readonly [name: string, id: string])[];
}

/** What was done with a job, or that somebody else has done something with it already. */
export const JOB_OUTCOMES = ["retried", "dropped", "already"] as const;

/** One of them. */
export type JobOutcome = typeof JOB_OUTCOMES[number];

/** What the page shows. */
export interface DeadJobsData {
  jobs: readonly DeadJobRow[];
  /** True when there are others that are not in the list. */
  more: boolean;
  formToken: string;
  nowMs: number;
}

/** The jobs that wait for a person, the oldest first. */
export async function loadDeadJobs(
  deps: { db: Pick<Database, "read">; clock: Clock; randomBytes: RandomBytes },
  operator: OperatorSession,
): Promise<DeadJobsData> {
  const [{ jobs, more }, formToken] = await Promise.all([
    listDeadJobs(deps),
    makeFormToken(operator, deps.randomBytes),
  ]);
  return { jobs: jobs.map(deadJobRow), more, formToken, nowMs: deps.clock.now().epochMilliseconds };
}

/** A job as a row; what is too long is cut, the log has all of it. */
export function deadJobRow(
  { id, kind, diedAt, attempts, lastError, payload }: DeadJob,
): DeadJobRow {
  const members = typeof payload === "object" && payload !== null ? Object.entries(payload) : [];
  const about = members.slice(0, MAX_IDS).map(([name, value]) =>
    [name, cut(typeof value === "string" ? value : JSON.stringify(value))] as const
  );
  return { id, kind, diedAt, attempts, lastError: cut(lastError), about };
}

/** The outcome a word of an address names, or null. */
export function parseJobOutcome(word: string | null): JobOutcome | null {
  return JOB_OUTCOMES.find((outcome) => outcome === word) ?? null;
}

function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)} …`;
}
