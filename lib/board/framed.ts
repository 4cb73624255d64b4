// What every page of operators has around it: the token of its forms, jobs that wait for somebody, and the time.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import type { DeadJobCount } from "./dead-jobs.ts";

/** It. */
export interface Framed {
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
}

/** What reading it needs. */
export interface FramedDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Reads it. */
export async function framed(deps: FramedDeps, operator: OperatorSession): Promise<Framed> {
  const [formToken, deadJobs] = await Promise.all([
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  return { formToken, deadJobs, nowMs: deps.clock.now().epochMilliseconds };
}
