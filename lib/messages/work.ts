// What this room does beside requests: events become messages, and messages are sent.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { type GatherMessagesDeps, messageReader } from "./gather-messages.ts";
import { outcomesOfMessages } from "./message-store.ts";
import { type RemindDeps, remindJob } from "./remind-of-ride.ts";
import { type SendMessagesDeps, sendMessagesJob } from "./send-messages.ts";

/** The work of the room. */
export function messageWork(deps: GatherMessagesDeps & SendMessagesDeps & RemindDeps): Work {
  const jobs = [bindJob(sendMessagesJob, deps), bindJob(remindJob, deps)];
  return { jobs, readers: [messageReader(deps)], backfills: [outcomesOfMessages] };
}
