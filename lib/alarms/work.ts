// What this room does beside requests: raised incidents become messages, messages are sent, failures go to Sentry.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { alarmReader, type GatherDeps } from "./gather-alarms.ts";
import { sendAlarmJob, type SendDeps } from "./send-alarm.ts";
import type { SentryOutlet } from "./sentry-gateway.ts";
import type { UnwrittenAlarms } from "./unwritten-alarms.ts";

/** How often failures are sent to Sentry, in milliseconds. */
const SENTRY_EVERY_MS = 2_000;

/** How often it is looked at what the database does not take, in milliseconds. */
const UNWRITTEN_EVERY_MS = 5_000;

/** What the work of the room needs. */
export type AlarmWorkDeps =
  & GatherDeps
  & SendDeps
  & { sentry: SentryOutlet | null; unwritten: UnwrittenAlarms };

/** The work of the room. */
export function alarmWork(deps: AlarmWorkDeps): Work {
  const { sentry, unwritten } = deps;
  const telling = {
    name: "telling of failures that are not written",
    everyMs: UNWRITTEN_EVERY_MS,
    round: () => unwritten.round(),
  };
  const sending = { name: "sending failures to Sentry", everyMs: SENTRY_EVERY_MS };
  return {
    jobs: [bindJob(sendAlarmJob, deps)],
    readers: [alarmReader(deps)],
    rounds: [
      telling,
      ...(sentry === null ? [] : [{ ...sending, round: () => sentry.flush() }]),
    ],
  };
}
