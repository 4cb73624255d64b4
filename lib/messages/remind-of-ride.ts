// Reminds a customer of a ride before it begins: only who said yes, asked when it is due, so that a no said meanwhile counts.
import { z } from "zod";
import { reachMark } from "../accounts/reach-mark.ts";
import { type Booking, bookingId } from "../booking/booking.ts";
import { holdsVehicle, isOver } from "../booking/booking-rules.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { carOf } from "../ticket/ticket-car.ts";
import { messageKeys } from "./keys.ts";
import { MessageDraft } from "./message-draft.ts";
import { messageId } from "./message-id.ts";
import { deadlineMs } from "./message-rules.ts";
import { sealMessage } from "./message-store.ts";
import type { MessageContent, OutboxMessage } from "./message.ts";
import { rideFacts } from "./ride-facts.ts";
import type { TellDeps } from "./tell-of-booking.ts";

/** How long before the pickup somebody is reminded, in milliseconds: time enough to change it free of charge. */
export const REMIND_MS = 3 * 60 * 60_000;

/** What reminding needs. */
export interface RemindDeps extends TellDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
}

const payload = z.object({ bookingId: z.string().min(1) });

/** Reminds of one ride. */
export const remindJob = jobKind("remind-of-ride", payload, remindOfRide);

/** Has a ride reminded of, in the commit that tells its time; one that begins sooner than that needs no reminder. */
export function addReminder({ jobs }: Pick<RemindDeps, "jobs">, tx: Transaction, booking: Booking) {
  const dueMs = remindAtMs(booking);
  if (dueMs > Date.parse(booking.changedAt)) {
    jobs.add(tx, remindJob, { bookingId: booking.id }, dueMs, booking.id);
  }
}

/** Puts the reminder among the messages. A ride that was moved since has a job of its own for its new time. */
export async function remindOfRide(
  deps: RemindDeps,
  { bookingId: id }: z.infer<typeof payload>,
): Promise<void> {
  const stored = await deps.bookings.get(bookingId(id));
  if (stored === null || !isAhead(stored.booking, deps.clock.now().epochMilliseconds)) return;
  const message = await reminderOf(deps, stored.booking);
  if (message === null) return;
  await commitWithRetry<null>(deps.db, async (tx) => {
    const key = messageKeys.outbox(message.id);
    const former = await readIfReadable(deps.db.write, key);
    if (former.versionstamp !== null) return new Unwritten(null);
    const threadKey = messageKeys.messageThread(stored.booking.id);
    const thread = await readIfReadable(deps.db.write, threadKey);
    tx.check(key, null).check(threadKey, thread.versionstamp);
    const draft = new MessageDraft(deps);
    draft.setMessage(message);
    draft.send([message]);
    if (thread.value !== null) {
      const ids = [...thread.value.ids, message.id];
      draft.setThread(stored.booking.id, { ...thread.value, ids });
    }
    draft.addTo(tx);
    return null;
  });
}

function remindAtMs({ trip }: Booking): number {
  return Date.parse(trip.pickup.instant) - REMIND_MS;
}

function isAhead(booking: Booking, nowMs: number): boolean {
  return holdsVehicle(booking) && !isOver(booking.status) && nowMs >= remindAtMs(booking) &&
    nowMs < untilMs(booking);
}

function untilMs({ trip }: Booking): number {
  const pickupMs = Date.parse(trip.pickup.instant);
  return deadlineMs("reminder", { atMs: pickupMs, pickupMs, durationSeconds: 0 });
}

/** The mail, once a pickup time; null for who has no address, or has not said yes. */
async function reminderOf(deps: RemindDeps, booking: Booking): Promise<OutboxMessage | null> {
  const { id: about, contact: { email: to }, locale, version, trip } = booking;
  const channel = "mail";
  if (to === "" || !deps.channels.some(({ name }) => name === channel)) return null;
  const mark = await reachMark(deps.reachKey, "email", to);
  if (!await deps.consents.allows(mark)) return null;
  const at = deps.clock.now().toString();
  const topic = "reminder";
  const origin = { at: trip.pickup.instant, about, version: 0, topic, channel, mark } as const;
  const id = messageId(origin);
  const facts = rideFacts(booking, await carOf(deps, booking));
  const content: MessageContent = { kind: "ride", before: facts, after: facts };
  return {
    ...{ id, bookingId: about, topic, channel, locale, at, dueAt: at, version, mark, acts: [] },
    deadline: new Date(untilMs(booking)).toISOString(),
    sealed: await sealMessage(deps, id, { to, content }),
    ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
  };
}
