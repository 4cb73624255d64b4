// One atomic commit, collected first: bounds are checked before anything is sent.
import { invariant } from "../kernel/invariant.ts";
import type { Key } from "./family.ts";
import type { FeedBody, FeedEntry, FeedKind, FeedRow, SealedKind } from "./feed-row.ts";
import type { AuditNote, IntentRow } from "./intent.ts";
import { keyBytes } from "./key-bytes.ts";
import { kvKeys } from "./keys.ts";
import { entryToStore, isSealed, rowToStore } from "./sealed-rows.ts";
import { PendingIntent, type Write } from "./pending-intent.ts";
import { PendingSeals } from "./pending-seals.ts";
import { encodeRow, rowsOf } from "./stored-row.ts";
import type { WritableDatabase } from "./writable-database.ts";

/** Most checks in one atomic: a `denokv` server takes no more. */
export const MAX_CHECKS = 10;
/** Most checks in one atomic of a file, for whoever says so. */
export const MAX_FILE_CHECKS = 100;
/** Most bytes of all keys in one atomic, checks included. */
export const MAX_KEY_BYTES = 80 * 1024;
/** Most writes in one atomic. Far under KV's 1,000: a commit that long makes bookings queue. */
export const MAX_MUTATIONS = 250;
/** Most entries one commit puts on the feed: they share a row, and a row holds 64 KiB. */
export const MAX_FEED_ENTRIES = 30;
/** The key of a row under the commit's versionstamp, in bytes: of the feed, and of what is said about the commit. */
const STAMPED_KEY_BYTES = 40;

/** For whoever can say why a commit may take more: bookings wait as long as it lasts. */
export interface CommitLimits {
  mutations?: number;
  checks?: number;
}

/** Collects checks and writes of one commit. There is no `sum`: one that throws keeps the writes before it. */
export class Transaction {
  #checks = 0;
  #mutations = 0;
  #keyBytes = 0;
  #onSettled: ((versionstamp: string | null) => void)[] = [];
  #appended: FeedEntry[] = [];
  readonly #db: WritableDatabase;
  readonly #op: Deno.AtomicOperation;
  readonly #writes: Write[] = [];
  readonly #intent: PendingIntent;
  readonly #seals: PendingSeals | null;
  readonly #most: Required<CommitLimits>;

  constructor(db: WritableDatabase, limits: CommitLimits = {}) {
    this.#db = db;
    this.#most = { mutations: MAX_MUTATIONS, checks: MAX_CHECKS, ...limits };
    this.#intent = new PendingIntent(db.intents, db.stored ?? db.write);
    this.#op = db.write.atomic();
    this.#seals = db.sealer === undefined ? null : new PendingSeals(db.sealer, db.write);
  }

  /** True when so many more checks and writes fit into this commit. */
  hasRoomFor(checks: number, writes: number): boolean {
    const most = this.#most;
    return this.#checks + checks <= most.checks && this.#mutations + writes <= most.mutations;
  }

  /** Commits only if `key` still has this versionstamp; null means "does not exist". */
  check(key: Deno.KvKey, versionstamp: string | null): this {
    const { checks } = this.#most;
    invariant(++this.#checks <= checks, `More than ${checks} checks in one commit`);
    this.#count(key);
    this.#op.check({ key, versionstamp });
    this.#intent.checked(key, versionstamp);
    return this;
  }

  /** Writes a row. KV's own expiry is never used: it follows a clock that may be wrong (sweep.ts). */
  set<Value>(key: Key<Value>, value: NoInfer<Value>): this {
    return this.#write(key, this.#toStore(key, value), value);
  }

  /**
   * Writes a row that cannot be there yet: its id is new, or its number follows that of a row which is checked. What the
   * commit says of itself is had without reading it; `tests/audit/hashed-changes_test.ts` sees a row that was there.
   */
  add<Value>(key: Key<Value>, value: NoInfer<Value>): this {
    this.#intent.checked(key, null);
    return this.set(key, value);
  }

  /** Puts a row aside under `aside`, as it will stand under its own key: sealed for that. */
  stage<Value>(aside: Deno.KvKey, key: Key<Value>, value: NoInfer<Value>): this {
    const row = { key: [...key], row: this.#toStore(key, value) };
    return this.setEncoded(aside, row);
  }

  /** Writes a row as it is stored. */
  setEncoded(key: Deno.KvKey, row: unknown): this {
    return this.#write(key, row, undefined);
  }

  /** Deletes a key; deleting nothing is fine. */
  delete(key: Deno.KvKey): this {
    this.#mutate(key);
    this.#writes.push({ key, isGone: true });
    return this;
  }

  /** Adds to what the commit says about itself; who acts, which rows change and how is known without it. */
  audit(note: AuditNote): this {
    this.#intent.note(note);
    return this;
  }

  /** Puts something that happened on the feed; readers are woken once it is committed. */
  append<Body extends FeedBody>(kind: FeedKind<Body>, body: NoInfer<Body>): this {
    // All entries of a commit share one row: of two keys under its versionstamp only the later would stay.
    if (this.#appended.length === 0) this.#countMutation();
    this.#appended.push(this.#entryToStore(kind, body));
    invariant(this.#appended.length <= MAX_FEED_ENTRIES, "Too much happens in one commit");
    return this;
  }

  /** Writes a row of the feed again as it would be written today: entries of these kinds are sealed. */
  renewFeedRow(key: Deno.KvKey, { at, entries }: FeedRow, kinds: readonly SealedKind[]): this {
    const renewed = entries.map((entry) => {
      const kind = kinds.find(({ name }) => name === entry.kind);
      return kind === undefined || isSealed(entry.body)
        ? entry
        : this.#entryToStore(kind, entry.body);
    });
    return this.setEncoded(key, { at, entries: renewed });
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
      // Keys are loaded, and made where there are none: what that writes belongs to this commit.
      await this.#seals?.sealAll(this);
      const intent = await this.#writeIntent();
      this.#send();
      this.#writeFeedRow();
      const bytes = this.#keyBytes;
      invariant(bytes <= MAX_KEY_BYTES, `More than ${MAX_KEY_BYTES} key bytes in one commit`);
      const result = await this.#op.commit();
      if (!result.ok) return null;
      versionstamp = result.versionstamp;
      intent?.onCommitted?.(versionstamp);
      return versionstamp;
    } finally {
      this.#settle(versionstamp);
    }
  }

  /** Gives up without sending; settles with null. */
  abandon(): void {
    this.#settle(null);
  }

  #entryToStore<Body extends FeedBody>(
    { name, sealed }: Pick<FeedKind<Body>, "name" | "sealed">,
    body: Body,
  ): FeedEntry {
    const { row, pending } = entryToStore(this.#seals === null ? undefined : sealed, {
      kind: name,
      body,
    });
    if (pending !== null) this.#seals?.add(pending);
    return { kind: name, body: row };
  }

  #toStore<Value>(key: Key<Value>, value: Value): unknown {
    const row = encodeRow(key, value);
    if (this.#seals === null) return row;
    const stored = rowToStore(rowsOf(key), key, { value, row });
    this.#seals.know(key, value);
    if (stored.pending !== null) this.#seals.add(stored.pending);
    return stored.row;
  }

  #send(): void {
    for (const write of this.#writes.splice(0)) {
      if ("isGone" in write) this.#op.delete(write.key);
      else this.#op.set(write.key, write.row);
    }
  }

  #writeFeedRow(): void {
    const last = this.#appended.at(-1);
    if (last === undefined) return;
    const row = { at: last.body.at, entries: this.#appended };
    this.#setStamped(kvKeys.feed.prefix, encodeRow(kvKeys.feed.prefix, row));
  }

  /** Not counted with the writes: no use case should know that it is there. */
  async #writeIntent(): Promise<IntentRow | null> {
    const intent = await this.#intent.rowOf(this.#writes, this);
    if (intent === null) return null;
    this.#setStamped(intent.prefix, intent.row);
    for (const { key, row } of intent.beside ?? []) {
      this.#keyBytes += keyBytes(key);
      this.#op.set(key, row);
    }
    return intent;
  }

  /** Writes a row under the commit's own versionstamp. */
  #setStamped(prefix: Deno.KvKey, row: unknown): void {
    this.#keyBytes += STAMPED_KEY_BYTES;
    const key = [...prefix, this.#db.write.commitVersionstamp()] as Deno.KvKey;
    this.#op.set(key, row);
  }

  #settle(versionstamp: string | null): void {
    for (const callback of this.#onSettled.splice(0)) callback(versionstamp);
    const hasNews = versionstamp !== null && this.#appended.length > 0;
    this.#appended = [];
    if (hasNews) this.#db.bell.ring();
  }

  #write(key: Deno.KvKey, row: unknown, value: unknown): this {
    this.#mutate(key);
    this.#writes.push({ key, row, value });
    return this;
  }

  #mutate(key: Deno.KvKey): void {
    this.#countMutation();
    this.#count(key);
  }

  #countMutation(): void {
    invariant(++this.#mutations <= this.#most.mutations, "Too many writes in one commit");
  }

  #count(key: Deno.KvKey): void {
    this.#keyBytes += keyBytes(key);
  }
}
