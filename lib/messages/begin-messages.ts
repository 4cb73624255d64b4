// Begins to send messages: from here on nothing is joined to them and no act they tell of can be undone. One commit says
// so for all of one moment, and which of them have lost their point.
import type { BookingStore } from "../booking/booking-store.ts";
import { leaveHouse } from "../booking/undo-act.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { type ReadableEntry, readIfReadable, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Consents } from "./consent.ts";
import { messageKeys } from "./keys.ts";
import { hasPoint, TOPIC_RULES } from "./message-rules.ts";
import { writeMessage } from "./message-store.ts";
import type { MessageThread, OutboxMessage } from "./message.ts";

/** What beginning needs. */
export interface BeginDeps {
  db: Database;
  clock: Clock;
  bookings: Pick<BookingStore, "get">;
  consents: Consents;
}

/** How long whoever has begun a message has it alone, in milliseconds: as long as a job is leased. */
const BUSY_MS = 60_000;
/** How long a message waits for an earlier one to the same person, or for news of its act, in milliseconds. */
const LOOK_AGAIN_MS = 10_000;

/** When messages are to be looked at again, in epoch milliseconds. */
export type Later = ReadonlyMap<string, number>;

/** Those that are to be sent now. `putOff` adds to the same commit that others are looked at later. */
export async function beginMessages(
  deps: BeginDeps,
  ids: readonly string[],
  putOff: (tx: Transaction, later: Later) => void,
): Promise<OutboxMessage[]> {
  const { value } = await commitWithRetry<OutboxMessage[]>(deps.db, async (tx) => {
    const keys = ids.map((id) => messageKeys.outbox(id));
    const rows = await readThoseReadable(deps.db.write, keys);
    const begun: OutboxMessage[] = [];
    const later = new Map<string, number>();
    let written = false;
    for (const row of rows) {
      const step = await nextStep(deps, row);
      if (step === null) continue;
      if (step.kind === "later") {
        later.set(step.id, step.dueMs);
        continue;
      }
      writeMessage(tx.check(row.key, row.versionstamp), row.value, step.message);
      written = true;
      if (step.kind === "send") begun.push(step.message);
    }
    const [first] = begun;
    if (first !== undefined) await closeThread(deps, tx, first);
    if (!written && later.size === 0) return new Unwritten([]);
    putOff(tx, later);
    return begun;
  });
  return value;
}

type Step =
  | { kind: "send" | "withdraw"; message: OutboxMessage }
  | { kind: "later"; id: string; dueMs: number };

/** What is done with a message now; null: nothing, it is settled or has another job. */
async function nextStep(
  deps: BeginDeps,
  { value }: ReadableEntry<OutboxMessage>,
): Promise<Step | null> {
  if (value === null || value.outcome !== "waiting") return null;
  const now = deps.clock.now();
  const nowMs = now.epochMilliseconds;
  if (Date.parse(value.dueAt) > nowMs) return null;
  const { id, busyUntil, bookingId } = value;
  if (busyUntil !== null && Date.parse(busyUntil) > nowMs) {
    return { kind: "later", id, dueMs: Date.parse(busyUntil) };
  }
  const waitMs = await waitForActs(deps, value, nowMs);
  if (waitMs !== null) return { kind: "later", id, dueMs: waitMs };
  const stored = bookingId === null ? null : await deps.bookings.get(bookingId);
  const isOver = Date.parse(value.deadline) <= nowMs;
  const isOff = !hasPoint(value, stored?.booking ?? null) || !await isWanted(deps, value);
  if (isOff || isOver) {
    // Whoever waited for it in vain is somebody to look at; what was never tried is not.
    const outcome = isOff || value.attempts === 0 ? "withdrawn" : "failed";
    return { kind: "withdraw", message: { ...value, outcome, decidedAt: now.toString() } };
  }
  if (await isBehindAnother(deps, value)) {
    return { kind: "later", id, dueMs: nowMs + LOOK_AGAIN_MS };
  }
  const busy = new Date(nowMs + BUSY_MS).toISOString();
  return { kind: "send", message: { ...value, attempts: value.attempts + 1, busyUntil: busy } };
}

/** A no that was said after the message was made counts for it, too. */
async function isWanted({ consents }: BeginDeps, { topic, mark }: OutboxMessage): Promise<boolean> {
  return TOPIC_RULES[topic].isNeeded || await consents.allows(mark);
}

/** When to ask again whether what an operator did may leave the house; null: it may. */
async function waitForActs(
  deps: BeginDeps,
  { acts }: OutboxMessage,
  nowMs: number,
): Promise<number | null> {
  for (const act of acts) {
    const leave = await leaveHouse(deps, act);
    if (leave.kind === "later") return leave.dueMs;
    // It was undone: the reader is about to take it out of the message, or the message away.
    if (leave.kind === "never") return nowMs + LOOK_AGAIN_MS;
  }
  return null;
}

/** True while an earlier message about the same ride waits for the same channel: a change is not told before what it changed. */
async function isBehindAnother(
  { db }: BeginDeps,
  { id, bookingId, channel }: OutboxMessage,
): Promise<boolean> {
  if (bookingId === null) return false;
  const { value } = await readIfReadable(db.write, messageKeys.messageThread(bookingId));
  const earlier = (value?.ids ?? []).filter((one) => one < id);
  const rows = await readThoseReadable(db.write, earlier.map((one) => messageKeys.outbox(one)));
  return rows.some(({ value: one }) => one?.outcome === "waiting" && one.channel === channel);
}

/** Whoever reads the feed finds them begun. */
async function closeThread(
  { db }: BeginDeps,
  tx: Transaction,
  { bookingId, id }: OutboxMessage,
): Promise<void> {
  if (bookingId === null) return;
  const key = messageKeys.messageThread(bookingId);
  const thread = await readIfReadable<MessageThread>(db.write, key);
  if (thread.value?.open == null || !thread.value.open.ids.includes(id)) return;
  const begun = await readIfReadable(db.write, messageKeys.messagesBegun());
  tx.check(thread.key, thread.versionstamp).set(key, { ...thread.value, open: null });
  tx.check(begun.key, begun.versionstamp);
  tx.set(messageKeys.messagesBegun(), (begun.value ?? 0) + 1);
}
