// One atomic commit, collected first: bounds are checked before anything is sent.
import { invariant } from "../kernel/invariant.ts";
import { type Key, keys } from "./keys.ts";
import type { FeedValue } from "../booking/booking-feed.ts";

/** Most checks in one atomic: a `denokv` server takes no more. */
export const MAX_CHECKS = 10;
/** Most bytes of all keys in one atomic, checks included. */
export const MAX_KEY_BYTES = 80 * 1024;
/** Most writes in one atomic. Far under KV's 1,000: a commit that long makes bookings queue. */
export const MAX_MUTATIONS = 250;

/** Collects checks and writes of one commit. There is no `sum`: see counters.ts. */
export class Transaction {
  #checks = 0;
  #mutations = 0;
  #keyBytes = 0;
  #onSettled: ((versionstamp: string | null) => void)[] = [];
  readonly #kv: Deno.Kv;
  readonly #op: Deno.AtomicOperation;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
    this.#op = kv.atomic();
  }

  /** Commits only if `key` still has this versionstamp; null means "does not exist". */
  check(key: Deno.KvKey, versionstamp: string | null): this {
    invariant(++this.#checks <= MAX_CHECKS, `More than ${MAX_CHECKS} checks in one commit`);
    this.#count(key);
    this.#op.check({ key, versionstamp });
    return this;
  }

  /** Writes a value. `expireInMs` is garbage collection only: KV may be a minute late. */
  set<Value>(key: Key<Value>, value: NoInfer<Value>, expireInMs?: number): this {
    this.#mutate(key);
    this.#op.set(key, value, expireInMs === undefined ? {} : { expireIn: expireInMs });
    return this;
  }

  /** Deletes a key; deleting nothing is fine. */
  delete(key: Deno.KvKey): this {
    this.#mutate(key);
    this.#op.delete(key);
    return this;
  }

  /** Appends to the booking feed under the stamp this commit will get. */
  appendToFeed(value: FeedValue): this {
    const key = [...keys.bookingFeed.prefix, this.#kv.commitVersionstamp()] as Deno.KvKey;
    invariant(++this.#mutations <= MAX_MUTATIONS, "Too many writes in one commit");
    this.#keyBytes += 32;
    this.#op.set(key, value);
    return this;
  }

  /** Calls back once: with the commit's versionstamp, or null when nothing was written. */
  onSettled(callback: (versionstamp: string | null) => void): this {
    this.#onSettled.push(callback);
    return this;
  }

  /** Sends it; null when a check failed, else the commit's versionstamp. */
  async commit(): Promise<string | null> {
    let versionstamp: string | null = null;
    try {
      const bytes = this.#keyBytes;
      invariant(bytes <= MAX_KEY_BYTES, `More than ${MAX_KEY_BYTES} key bytes in one commit`);
      const result = await this.#op.commit();
      if (result.ok) versionstamp = result.versionstamp;
      return versionstamp;
    } finally {
      this.#settle(versionstamp);
    }
  }

  /** Gives up without sending; settles with null. */
  abandon(): void {
    this.#settle(null);
  }

  #settle(versionstamp: string | null): void {
    for (const callback of this.#onSettled.splice(0)) callback(versionstamp);
  }

  #mutate(key: Deno.KvKey): void {
    invariant(++this.#mutations <= MAX_MUTATIONS, "Too many writes in one commit");
    this.#count(key);
  }

  #count(key: Deno.KvKey): void {
    this.#keyBytes += keyBytes(key);
  }
}

/** Upper bound of a key's encoded size, in bytes. */
export function keyBytes(key: Deno.KvKey): number {
  return key.reduce<number>((bytes, part) => bytes + partBytes(part), 0);
}

/** Upper bound of a key part's encoded size: UTF-8 takes at most three bytes a UTF-16 unit. */
function partBytes(part: Deno.KvKeyPart): number {
  if (typeof part === "string") return part.length * 3 + 2;
  if (part instanceof Uint8Array) return part.length * 2 + 2;
  return 10;
}
