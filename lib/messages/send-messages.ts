// Sends messages. A repeat, after the process was killed between the answer of whoever took it and the commit that says
// so, carries the same id; in no other case does one go twice by our doing.
import { z } from "zod";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { SealedText } from "../security/sealed-text.ts";
import { type BeginDeps, beginMessages } from "./begin-messages.ts";
import type { Delivery, MessageChannel } from "./channel.ts";
import { messageKeys } from "./keys.ts";
import { type MessageStore, sealMessage, writeMessage } from "./message-store.ts";
import type { OutboxMessage } from "./message.ts";
import { type RenderDeps, renderMessage } from "./render-message.ts";
import { retryDelayMs } from "./retry-rules.ts";

/** What sending needs. */
export interface SendMessagesDeps extends BeginDeps, RenderDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  randomBytes: RandomBytes;
  log: Logger;
  channels: readonly MessageChannel[];
  messages: MessageStore;
  sealKey: CryptoKey;
}

/** Most jobs of one round, each of a message a channel: a server that hangs must not keep bookings from their jobs for long. */
const MOST_PER_ROUND = 12;

const payload = z.object({ messages: z.array(z.string()).min(1).max(10) });

/** Sends the messages of one moment. */
export const sendMessagesJob = jobKind("send-messages", payload, sendMessages, MOST_PER_ROUND);

/** Sends those that are due, each by its channel; what is not taken has a job of its own for the next try. */
export async function sendMessages(
  deps: SendMessagesDeps,
  { messages: ids }: z.infer<typeof payload>,
): Promise<void> {
  const begun = await beginMessages(deps, ids, (tx, later) => {
    for (const [id, dueMs] of later) deps.jobs.add(tx, sendMessagesJob, { messages: [id] }, dueMs);
  });
  await Promise.all(begun.map(async (message) => {
    const channel = deps.channels.find(({ name }) => name === message.channel);
    const delivery = await handOver(deps, message, channel);
    await settle(deps, message, delivery, await keptAfter(deps, message, channel));
  }));
}

/** What stays of a message that was sent: of what lets somebody in, nothing. */
async function keptAfter(
  deps: SendMessagesDeps,
  { id, bookingId, sealed }: OutboxMessage,
  channel: MessageChannel | undefined,
): Promise<SealedText> {
  if (bookingId !== null || channel?.isLocal === true) return sealed;
  return await sealMessage(deps, id, { to: "", content: { kind: "gone" } });
}

async function handOver(
  deps: SendMessagesDeps,
  message: OutboxMessage,
  channel: MessageChannel | undefined,
): Promise<Delivery> {
  if (channel === undefined) return { kind: "refused", said: "not set up" };
  const { to, content } = await deps.messages.open(message);
  if (content.kind === "gone") return { kind: "refused", said: "sent before, and not kept" };
  return await channel.send(await renderMessage(deps, message, { to, content }));
}

async function settle(
  deps: SendMessagesDeps,
  { id, attempts }: OutboxMessage,
  delivery: Delivery,
  kept: SealedText,
): Promise<void> {
  const { value } = await commitWithRetry<OutboxMessage | null>(deps.db, async (tx) => {
    const { key, value, versionstamp } = await readIfReadable(
      deps.db.write,
      messageKeys.outbox(id),
    );
    // Somebody else has tried it since: this answer came too late.
    if (value === null || value.attempts !== attempts) return new Unwritten(null);
    const now = deps.clock.now();
    const chance = (deps.randomBytes(1)[0] ?? 0) / 256;
    const settled = settledMessage(value, delivery, now, chance);
    if (settled.outcome === "waiting") {
      deps.jobs.add(tx, sendMessagesJob, { messages: [id] }, Date.parse(settled.dueAt));
    }
    const sealed = settled.outcome === "sent" ? kept : value.sealed;
    writeMessage(tx.check(key, versionstamp), value, { ...settled, sealed });
    return settled;
  });
  if (value?.outcome !== "failed") return;
  const { topic, channel, said } = value;
  deps.log.error("a message was not taken", {
    code: `${channel} ${topic}`,
    id,
    error: new Error(said),
  });
}

/** Sent, to be tried again, or given up: refused, or with the next try its time would be over. */
function settledMessage(
  message: OutboxMessage,
  delivery: Delivery,
  now: Temporal.Instant,
  chance: number,
): OutboxMessage {
  const tried = { ...message, busyUntil: null };
  const decidedAt = now.toString();
  if (delivery.kind === "sent") return { ...tried, outcome: "sent", said: "", decidedAt };
  const { said } = delivery;
  if (delivery.kind === "refused") return { ...tried, said, outcome: "failed", decidedAt };
  const waitMs = retryDelayMs(message.attempts, chance, delivery.afterMs);
  const dueMs = now.epochMilliseconds + waitMs;
  if (dueMs >= Date.parse(message.deadline)) {
    return { ...tried, said, outcome: "failed", decidedAt };
  }
  return { ...tried, said, dueAt: new Date(dueMs).toISOString() };
}
