// What one commit of the reader will have written: threads and messages as they are by then, and the jobs to send them.
import type { BookingId } from "../booking/booking.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { messageKeys } from "./keys.ts";
import type { MessageThread, OutboxMessage } from "./message.ts";
import { writeMessage } from "./message-store.ts";
import { sendMessagesJob } from "./send-messages.ts";

/** Most messages remembered of one booking; of a busy one there are ten. */
const MAX_THREAD = 200;

/** Collects them; later entries see what earlier ones left. */
export class MessageDraft {
  readonly #deps: { db: Database; jobs: JobQueue };
  readonly #threads = new Map<BookingId, MessageThread>();
  readonly #messages = new Map<string, OutboxMessage>();
  /** As they were when they were read. */
  readonly #stored = new Map<string, OutboxMessage>();
  readonly #reaches = new Map<string, { mark: string; bookingId: BookingId; untilMs: number }>();
  readonly #jobs: { messages: string[]; dueMs: number }[] = [];

  constructor(deps: { db: Database; jobs: JobQueue }) {
    this.#deps = deps;
  }

  /** What is known of a booking's messages; null: nothing yet. */
  async thread(id: BookingId): Promise<MessageThread | null> {
    const known = this.#threads.get(id);
    if (known !== undefined) return known;
    return (await readIfReadable(this.#deps.db.write, messageKeys.messageThread(id))).value;
  }

  /** Messages by their ids; those nobody can read are left out. */
  async messages(ids: readonly string[]): Promise<OutboxMessage[]> {
    const stored = ids.filter((id) => !this.#messages.has(id));
    const keys = stored.map((id) => messageKeys.outbox(id));
    const rows = await readThoseReadable(this.#deps.db.write, keys);
    for (const { value } of rows) if (value !== null) this.#stored.set(value.id, value);
    return ids.flatMap((id) => this.#messages.get(id) ?? this.#stored.get(id) ?? []);
  }

  /** A thread as it will be. */
  setThread(id: BookingId, thread: MessageThread): void {
    this.#threads.set(id, { ...thread, ids: thread.ids.slice(-MAX_THREAD) });
  }

  /** A message as it will be. */
  setMessage(message: OutboxMessage): void {
    this.#messages.set(message.id, message);
  }

  /** Has a ride found by whom it is for. */
  setReach({ mark, bookingId, untilMs }: { mark: string; bookingId: BookingId; untilMs: number }) {
    this.#reaches.set(`${mark} ${bookingId}`, { mark, bookingId, untilMs });
  }

  /** Has messages sent; those of one moment go together. */
  send(messages: readonly OutboxMessage[]): void {
    const byDue = Map.groupBy(messages, ({ dueAt }) => Date.parse(dueAt));
    for (const [dueMs, together] of byDue) {
      this.#jobs.push({ messages: together.map(({ id }) => id), dueMs });
    }
  }

  /** Adds it all to the commit. */
  addTo(tx: Transaction): void {
    for (const [id, thread] of this.#threads) tx.set(messageKeys.messageThread(id), thread);
    for (const { mark, bookingId, untilMs } of this.#reaches.values()) {
      const until = new Date(untilMs).toISOString();
      tx.set(messageKeys.ridesOfReach(mark, bookingId), { bookingId, until });
    }
    for (const [id, message] of this.#messages) {
      writeMessage(tx, this.#stored.get(id) ?? null, message);
    }
    for (const { messages, dueMs } of this.#jobs) {
      this.#deps.jobs.add(tx, sendMessagesJob, { messages }, dueMs);
    }
  }
}
