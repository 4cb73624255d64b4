// What this room does beside requests: raised incidents become messages, messages are sent, failures go to Sentry.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { alarmReader, type GatherDeps } from "./gather-alarms.ts";
import { sendAlarmJob, type SendDeps } from "./send-alarm.ts";
import type { SentryOutlet } from "./sentry-gateway.ts";
import { noteNews } from "./sentry-news.ts";

/** How often failures are sent to Sentry, in milliseconds. */
const SENTRY_EVERY_MS = 2_000;

/** The work of the room. */
export function alarmWork(deps: GatherDeps & SendDeps & { sentry: SentryOutlet | null }): Work {
  const { sentry } = deps;
  const sending = { name: "sending failures to Sentry", everyMs: SENTRY_EVERY_MS };
  return {
    jobs: [bindJob(sendAlarmJob, deps)],
    readers: [alarmReader(deps)],
    rounds: sentry === null ? [] : [{ ...sending, round: noteNews(deps, sentry) }],
  };
}
