// The browsers that follow bookings, sealed in the database.
import { z } from "zod";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { isErasedText, openText, sealText } from "../security/sealed-text.ts";
import { pushKeys } from "./keys.ts";
import {
  type BookingSubscriptions,
  MAX_SUBSCRIPTIONS,
  type PushSubscription,
} from "./subscription.ts";

/** What storing needs. */
export interface PushStoreDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
}

const stored = z.array(z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() }));

/** Reads and writes them. */
export class PushStore {
  readonly #deps: PushStoreDeps;

  constructor(deps: PushStoreDeps) {
    this.#deps = deps;
  }

  /** Those that follow a booking now. */
  async list(bookingId: string): Promise<readonly PushSubscription[]> {
    const { db, clock } = this.#deps;
    const { value } = await readIfReadable(db.read, pushKeys.subscriptions(bookingId));
    const isOver = value === null || Date.parse(value.endsAt) <= clock.now().epochMilliseconds;
    return isOver ? [] : await this.#open(bookingId, value);
  }

  /** True when somebody follows a booking now. */
  async isFollowed(bookingId: string): Promise<boolean> {
    const { db, clock } = this.#deps;
    const { value } = await readIfReadable(db.read, pushKeys.subscriptions(bookingId));
    return value !== null && value.count > 0 &&
      Date.parse(value.endsAt) > clock.now().epochMilliseconds;
  }

  /** Adds one, once; of too many the oldest gives way. */
  async add(bookingId: string, subscription: PushSubscription, endsAt: string): Promise<void> {
    await this.#change(
      bookingId,
      endsAt,
      (before) =>
        [...before.filter(({ endpoint }) => endpoint !== subscription.endpoint), subscription]
          .slice(-MAX_SUBSCRIPTIONS),
    );
  }

  /** Takes one away that is gone, or wants to hear no more. */
  async remove(bookingId: string, endpoint: string): Promise<void> {
    await this.#change(
      bookingId,
      null,
      (before) => before.filter((one) => one.endpoint !== endpoint),
    );
  }

  /** Takes all away: whoever followed it is nobody any more. */
  async removeAll(bookingId: string): Promise<void> {
    await commitWithRetry(this.#deps.db, (tx) => {
      tx.delete(pushKeys.subscriptions(bookingId));
      return Promise.resolve(null);
    });
  }

  async #change(
    bookingId: string,
    endsAt: string | null,
    change: (before: readonly PushSubscription[]) => PushSubscription[],
  ): Promise<void> {
    const { db, sealKey, randomBytes } = this.#deps;
    await commitWithRetry<null>(db, async (tx) => {
      const key = pushKeys.subscriptions(bookingId);
      const { value, versionstamp } = await readIfReadable(db.write, key);
      const ends = endsAt ?? value?.endsAt;
      if (ends === undefined) return new Unwritten(null);
      const after = change(value === null ? [] : await this.#open(bookingId, value));
      tx.check(key, versionstamp);
      if (after.length === 0) {
        tx.delete(key);
        return null;
      }
      const sealed = await sealText(
        sealKey,
        placeOf(bookingId),
        JSON.stringify(after),
        randomBytes,
      );
      tx.set(key, { sealed, count: after.length, endsAt: ends });
      return null;
    });
  }

  async #open(bookingId: string, { sealed }: BookingSubscriptions) {
    if (isErasedText(sealed)) return [];
    const text = await openText(this.#deps.sealKey, placeOf(bookingId), sealed);
    return stored.parse(JSON.parse(text));
  }
}

function placeOf(bookingId: string): readonly string[] {
  return ["pushSubscriptions", bookingId];
}
