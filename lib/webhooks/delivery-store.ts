// Deliveries in the database: a line a booking and endpoint, so that nobody hears of a change before the one it follows.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readIfReadable, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type Delivery, deliveryId, type Line } from "./delivery.ts";
import { webhookKeys } from "./keys.ts";
import type { Settled } from "./retry-rules.ts";
import {
  type BookingNews,
  type CustomerNews,
  customerPayload,
  eventId,
  payloadOf,
} from "./webhook-event.ts";

/** How long a claimed line is nobody else's, in milliseconds; a try takes ten seconds at most. */
export const LEASE_MS = 60_000;

/** What storing needs. */
export interface DeliveryStoreDeps {
  db: Database;
  clock: Clock;
}

/** The first of a line, for whoever tries it now. */
export interface ClaimedDelivery {
  delivery: Delivery;
  line: Line;
}

/** Reads and writes them. */
export class DeliveryStore {
  readonly #deps: DeliveryStoreDeps;

  constructor(deps: DeliveryStoreDeps) {
    this.#deps = deps;
  }

  /** Of an endpoint, the newest first, from before `before` on when it is given. */
  async list(endpointId: string, limit: number, before = ""): Promise<Delivery[]> {
    const prefix = webhookKeys.delivery.under(endpointId);
    const end = webhookKeys.delivery(endpointId, before);
    const selector = before === "" ? { prefix } : { prefix, end };
    return (await readList(this.#deps.db.read, selector, limit, true)).map(({ value }) => value);
  }

  /** One, or null. */
  async get(endpointId: string, id: string): Promise<Delivery | null> {
    return (await readEntry(this.#deps.db.read, webhookKeys.delivery(endpointId, id))).value;
  }

  /** Puts an event at the end of its line, once. */
  async add(endpointId: string, news: BookingNews): Promise<void> {
    const id = deliveryId({ at: news.at, eventId: eventId(news) });
    const delivery: Delivery = {
      ...{ id, endpointId, bookingId: news.booking.booking, eventId: eventId(news) },
      ...{ event: news.event, act: news.act, body: JSON.stringify(payloadOf(news)) },
      ...{ at: news.at, due: news.due, state: "waiting", attempts: 0 },
      ...{ firstTriedAt: null, triedAt: null, status: 0, said: "" },
    };
    await this.#queue(delivery, (known) => known === null);
  }

  /** Puts what the law has it told of a booking's customer at the end of the booking's line, once; the id of the delivery. */
  async addOwed(endpointId: string, news: CustomerNews): Promise<string> {
    const { booking: bookingId, at } = news;
    const payload = customerPayload(news);
    const id = deliveryId({ at, eventId: payload.id });
    await this.#queue({
      ...{ id, endpointId, bookingId, eventId: payload.id, event: payload.type, act: null },
      ...{ body: JSON.stringify(payload), at, due: at, state: "waiting", attempts: 0 },
      ...{ firstTriedAt: null, triedAt: null, status: 0, said: "" },
    }, (known) => known === null);
    return id;
  }

  /** Sends one anew: at the end of its line, with three days of its own. False when it waits already. */
  async replay(before: Delivery): Promise<boolean> {
    const { db } = this.#deps;
    const stored = await readEntry(db.read, webhookKeys.delivery(before.endpointId, before.id));
    if (stored.value === null || stored.value.state === "waiting") return false;
    const again = { state: "waiting", attempts: 0, firstTriedAt: null } as const;
    return await this.#queue(
      { ...stored.value, ...again },
      (known) => known !== null && known.state !== "waiting",
    );
  }

  /** Lines whose first is to be tried by now, the longest waiting first. */
  async due(endpointId: string, nowMs: number, limit: number): Promise<string[]> {
    const start = webhookKeys.due.under(endpointId);
    const end = webhookKeys.due(endpointId, nowMs + 1, "");
    const rows = await readList(this.#deps.db.read, { start, end }, limit);
    return rows.map(({ value }) => value);
  }

  /** Takes the first of a line for a minute; null when somebody else has it, or nothing is due. */
  async claim(endpointId: string, bookingId: string): Promise<ClaimedDelivery | null> {
    const { db, clock } = this.#deps;
    const { value } = await commitWithRetry<ClaimedDelivery | null>(db, async (tx) => {
      const nowMs = clock.now().epochMilliseconds;
      const key = webhookKeys.line(endpointId, bookingId);
      const { value: line, versionstamp } = await readEntry(db.write, key);
      const [first] = line?.waiting ?? [];
      if (line === null || first === undefined || line.dueMs > nowMs) return new Unwritten(null);
      tx.check(key, versionstamp);
      const { value: delivery } = await readIfReadable(
        db.write,
        webhookKeys.delivery(endpointId, first),
      );
      if (delivery === null) {
        // It is over, or nobody can read it: the next one is the first.
        setLine(tx, endpointId, bookingId, line, {
          ...line,
          waiting: line.waiting.slice(1),
          dueMs: nowMs,
        });
        return null;
      }
      const leased = { ...line, dueMs: nowMs + LEASE_MS };
      setLine(tx, endpointId, bookingId, line, leased);
      return { delivery, line: leased };
    });
    return value;
  }

  /** Writes down what became of a claimed delivery, and who is next. */
  async settle(
    { line: leased }: ClaimedDelivery,
    settled: Settled | { kind: "withdrawn"; delivery: Delivery },
  ) {
    const { db, clock } = this.#deps;
    const { endpointId, bookingId, id } = settled.delivery;
    await commitWithRetry<null>(db, async (tx) => {
      const key = webhookKeys.line(endpointId, bookingId);
      const { value: line, versionstamp } = await readEntry(db.write, key);
      // Its minute was over and somebody else has it, or will.
      if (line === null || line.dueMs !== leased.dueMs || line.waiting[0] !== id) {
        return new Unwritten(null);
      }
      tx.check(key, versionstamp);
      tx.set(webhookKeys.delivery(endpointId, id), settled.delivery);
      const nowMs = clock.now().epochMilliseconds;
      const after = settled.kind === "waiting"
        ? { ...line, dueMs: settled.dueMs }
        : { ...line, waiting: line.waiting.slice(1), dueMs: nowMs };
      setLine(tx, endpointId, bookingId, line, after);
      return null;
    });
  }

  async #queue(delivery: Delivery, isRight: (known: Delivery | null) => boolean): Promise<boolean> {
    const { db, clock } = this.#deps;
    const { endpointId, bookingId, id, due } = delivery;
    const { value } = await commitWithRetry<boolean>(db, async (tx) => {
      const key = webhookKeys.delivery(endpointId, id);
      const [known, line] = await Promise.all([
        readIfReadable(db.write, key),
        readIfReadable(db.write, webhookKeys.line(endpointId, bookingId)),
      ]);
      if (!isRight(known.value)) return new Unwritten(false);
      const now = clock.now();
      const dueMs = Math.max(now.epochMilliseconds, Date.parse(due));
      const before = line.value ?? { waiting: [], dueMs, at: now.toString() };
      tx.check(key, known.versionstamp).check(line.key, line.versionstamp);
      tx.set(key, delivery);
      const after = { ...before, waiting: [...before.waiting, id], at: now.toString() };
      setLine(tx, endpointId, bookingId, before, after);
      return true;
    });
    return value;
  }
}

/** A line and its row among those that are due are written together; an empty one is no line. */
function setLine(
  tx: Transaction,
  endpointId: string,
  bookingId: string,
  before: Line,
  after: Line,
): void {
  const key = webhookKeys.line(endpointId, bookingId);
  if (before.dueMs !== after.dueMs) tx.delete(webhookKeys.due(endpointId, before.dueMs, bookingId));
  if (after.waiting.length === 0) {
    tx.delete(key).delete(webhookKeys.due(endpointId, after.dueMs, bookingId));
    return;
  }
  tx.set(key, after).set(webhookKeys.due(endpointId, after.dueMs, bookingId), bookingId);
}
