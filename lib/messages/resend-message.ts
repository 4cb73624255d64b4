// Use cases: an operator has a message sent again, or decides that it is not sent.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { messageKeys } from "./keys.ts";
import { writeMessage } from "./message-store.ts";
import type { OutboxMessage } from "./message.ts";
import { sendMessagesJob } from "./send-messages.ts";

/** What both need. */
export interface ResendDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
}

/** How long a message that is sent again is tried at least, in milliseconds. */
const TRIED_MS = 60 * 60_000;

/** Has it sent now, whatever became of it; false for one that waits, or that nobody needs any more. */
export async function resendMessage(deps: ResendDeps, id: string): Promise<boolean> {
  return await changeMessage(deps, id, ["failed", "sent", "dropped"], (message, nowMs, tx) => {
    deps.jobs.add(tx, sendMessagesJob, { messages: [id] }, nowMs);
    const deadlineMs = Math.max(Date.parse(message.deadline), nowMs + TRIED_MS);
    return {
      ...{ ...message, outcome: "waiting", decidedAt: null, busyUntil: null },
      dueAt: new Date(nowMs).toISOString(),
      deadline: new Date(deadlineMs).toISOString(),
    };
  });
}

/** Has it never sent; false for one that was sent or is not needed. */
export async function dropMessage(deps: ResendDeps, id: string): Promise<boolean> {
  return await changeMessage(deps, id, ["failed", "waiting"], (message, nowMs) => ({
    ...{ ...message, outcome: "dropped", busyUntil: null },
    decidedAt: new Date(nowMs).toISOString(),
  }));
}

async function changeMessage(
  { db, clock }: ResendDeps,
  id: string,
  from: readonly OutboxMessage["outcome"][],
  change: (
    message: OutboxMessage,
    nowMs: number,
    tx: Parameters<typeof writeMessage>[0],
  ) => OutboxMessage,
): Promise<boolean> {
  const { value } = await commitWithRetry<boolean>(db, async (tx) => {
    const entry = await readIfReadable(db.write, messageKeys.outbox(id));
    if (entry.value === null || !from.includes(entry.value.outcome)) return new Unwritten(false);
    tx.check(entry.key, entry.versionstamp);
    const after = change(entry.value, clock.now().epochMilliseconds, tx);
    writeMessage(tx, entry.value, after);
    return true;
  });
  return value;
}
