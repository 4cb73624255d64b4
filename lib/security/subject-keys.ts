// One key a data subject: found by the subject's mark when something is sealed, by its id when it is opened, and destroyed
// with everything it sealed when the subject is erased.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry } from "../kv/read.ts";
import type { SealingCommit } from "../kv/sealer.ts";
import { MAX_CHECKS, type Transaction } from "../kv/transaction.ts";
import { type DataKey, dataKey, KEY_BYTES } from "./envelope.ts";
import { type FoundKey, foundKey, type KeyEncryption } from "./found-key.ts";
import { wrapKey } from "./key-wrapping.ts";
import { securityKeys, type SubjectMark } from "./keys.ts";
import { LruMap } from "./lru-map.ts";
import { newestErasure } from "./newest-erasure.ts";
import { SealError } from "./seal-error.ts";

export type { DataKey } from "./envelope.ts";
export type { SubjectMark } from "./keys.ts";

/** Most keys held in memory: a busy day has 5,000 customers; 20,000 of them take about 10 MB. */
export const MAX_HELD_KEYS = 20_000;
/** How long what is held counts before the database is asked for erasures of other processes, in milliseconds. */
const LOOK_AGAIN_MS = 1_000;
/** Most turns of finding a subject's key: each lost one, it was destroyed between two reads. */
const MAX_TURNS = 5;

/** What keys need. */
export interface SubjectKeyDeps {
  db: Database;
  keyEncryption: KeyEncryption;
  clock: Clock;
  randomBytes: RandomBytes;
  /** Milliseconds on a clock that only goes forward. */
  now?: () => number;
}

interface Owned {
  keyId: string;
  versionstamp: string;
}

/** The keys of data subjects. */
export class SubjectKeys {
  readonly #deps: SubjectKeyDeps;
  readonly #now: () => number;
  readonly #keys = new LruMap<string, DataKey | "erased">(MAX_HELD_KEYS);
  readonly #owned = new LruMap<SubjectMark, Owned>(MAX_HELD_KEYS);
  /** Keys a commit makes, until it is settled: the same subject twice in one commit has one. */
  readonly #made = new WeakMap<SealingCommit, Map<SubjectMark, DataKey>>();
  #lookedMs = -Infinity;
  #newest: string | null = null;

  constructor(deps: SubjectKeyDeps) {
    this.#deps = deps;
    this.#now = deps.now ?? (() => performance.now());
  }

  /**
   * The key of a subject, made in `tx` where there is none. The commit counts only if the subject still has that key,
   * so that nothing is sealed with one that was destroyed meanwhile. Throws SealError.
   */
  async keyOf(mark: SubjectMark, tx: SealingCommit): Promise<DataKey> {
    const made = this.#made.get(tx)?.get(mark);
    if (made !== undefined) return made;
    await this.#lookAgain();
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const owned = await this.#ownedBy(mark);
      if (owned !== null) {
        const key = await this.#held(mark, owned, tx);
        if (key !== null) return key;
      } else if (tx.hasRoomFor(1, 2)) return await this.#make(mark, tx);
      // A commit that is full cannot make sure that it is the first: the key is made before it.
      else await this.#makeApart([mark]);
    }
    throw new SealError("key-unavailable");
  }

  /** As `keyOf` for many, in their order; what is not held is read in as few reads as there can be. */
  async keysOf(marks: readonly SubjectMark[], tx: SealingCommit): Promise<DataKey[]> {
    await this.#lookAgain();
    const made = this.#made.get(tx);
    const missing = await this.#holdOwned([...new Set(marks)].filter((mark) => !made?.has(mark)));
    // Keys that are made need their checks; for those there are, a check is as good as there is room.
    if (tx.hasRoomFor(missing.length, 2 * missing.length)) {
      for (const mark of missing) await this.#make(mark, tx);
    } else await this.#makeApart(missing);
    const keys: DataKey[] = [];
    for (const mark of marks) keys.push(await this.keyOf(mark, tx));
    return keys;
  }

  /** The key an envelope names. Throws SealError: unknown-key, retired-key, key-unavailable, altered. */
  async byId(id: string): Promise<DataKey | "erased"> {
    const [found] = await this.byIds([id]);
    if (found === undefined) throw new SealError("unknown-key");
    if (found instanceof SealError) throw found;
    return found;
  }

  /** As `byId` for many, in their order, in as few reads as there can be. */
  async byIds(ids: readonly string[]): Promise<FoundKey[]> {
    await this.#lookAgain();
    const missing = [...new Set(ids)].filter((id) => this.#keys.get(id) === undefined);
    const loaded = missing.length === 0 ? new Map<string, FoundKey>() : await this.#load(missing);
    return ids.map((id) => loaded.get(id) ?? this.#keys.get(id) ?? new SealError("unknown-key"));
  }

  /**
   * Destroys the key of a subject in the commit `tx`; null when the subject has none. What it sealed is gone with it,
   * in backups too: the ledger is replayed on whatever is restored.
   */
  async destroy(
    tx: Transaction,
    mark: SubjectMark,
    requestId: string | null = null,
  ): Promise<{ keyId: string } | null> {
    const key = securityKeys.subjectKeyOf(mark);
    const { value: keyId, versionstamp } = await readEntry(this.#deps.db.write, key);
    if (keyId === null) return null;
    const now = this.#deps.clock.now();
    const id = ulid(now.epochMilliseconds, this.#deps.randomBytes);
    tx.check(key, versionstamp).delete(key);
    tx.set(securityKeys.subjectKey(keyId), { erasedAt: now.toString() });
    tx.set(securityKeys.erasureLedger(id), { keyId, at: now.toString(), requestId });
    tx.set(securityKeys.newestErasure(), id);
    tx.onSettled((committed) => {
      this.#owned.delete(mark);
      if (committed !== null) this.#keys.set(keyId, "erased");
    });
    return { keyId };
  }

  /** Forgets what is held: the next who asks reads it anew. */
  forget(): void {
    this.#keys.clear();
    this.#owned.clear();
    this.#newest = null;
    this.#lookedMs = -Infinity;
  }

  /** Another process may have destroyed a key this one still holds: it is used for a second more at most. */
  async #lookAgain(): Promise<void> {
    if (this.#now() - this.#lookedMs < LOOK_AGAIN_MS) return;
    this.#lookedMs = this.#now();
    const newest = await newestErasure(this.#deps.db);
    if (newest === this.#newest) return;
    this.#keys.clear();
    this.#owned.clear();
    this.#newest = newest;
  }

  async #ownedBy(mark: SubjectMark): Promise<Owned | null> {
    const held = this.#owned.get(mark);
    if (held !== undefined) return held;
    const key = securityKeys.subjectKeyOf(mark);
    const { value: keyId, versionstamp } = await readEntry(this.#deps.db.read, key);
    if (keyId === null || versionstamp === null) return null;
    const owned = { keyId, versionstamp };
    this.#owned.set(mark, owned);
    return owned;
  }

  /** Reads whose keys those are that are not held, and the keys; the marks that have none. */
  async #holdOwned(marks: readonly SubjectMark[]): Promise<SubjectMark[]> {
    const unknown = marks.filter((mark) => this.#owned.get(mark) === undefined);
    const keys = unknown.map((mark) => securityKeys.subjectKeyOf(mark));
    const rows = keys.length === 0 ? [] : await readEntries(this.#deps.db.read, keys);
    const missing: SubjectMark[] = [];
    for (const [i, mark] of unknown.entries()) {
      const { value: keyId = null, versionstamp = null } = rows[i] ?? {};
      if (keyId === null || versionstamp === null) missing.push(mark);
      else this.#owned.set(mark, { keyId, versionstamp });
    }
    const owned = marks.flatMap((mark) => this.#owned.get(mark)?.keyId ?? []);
    if (owned.length > 0) await this.byIds(owned);
    return missing;
  }

  /** Null when it has been destroyed since. */
  async #held(mark: SubjectMark, { keyId, versionstamp }: Owned, tx: SealingCommit) {
    const key = await this.byId(keyId);
    if (key === "erased") {
      this.#owned.delete(mark);
      return null;
    }
    if (tx.hasRoomFor(1, 0)) tx.check(securityKeys.subjectKeyOf(mark), versionstamp);
    this.#forgetIfLost(mark, tx);
    this.#remember(mark, key, tx);
    return key;
  }

  async #make(mark: SubjectMark, tx: SealingCommit): Promise<DataKey> {
    const { clock, randomBytes, keyEncryption } = this.#deps;
    const id = ulid(clock.now().epochMilliseconds, randomBytes);
    const secret = new Uint8Array(randomBytes(KEY_BYTES));
    const key = dataKey(id, secret);
    const wrapped = wrapKey(key, secret, await keyEncryption.current(), randomBytes);
    secret.fill(0);
    const of = securityKeys.subjectKeyOf(mark);
    tx.check(of, null).set(of, id).set(securityKeys.subjectKey(id), wrapped);
    tx.onSettled((versionstamp) => {
      if (versionstamp === null) return;
      this.#keys.set(id, key);
      this.#owned.set(mark, { keyId: id, versionstamp });
    });
    this.#remember(mark, key, tx);
    return key;
  }

  /** As many a commit as it has checks for. */
  async #makeApart(marks: readonly SubjectMark[]): Promise<void> {
    for (let i = 0; i < marks.length; i += MAX_CHECKS) {
      await commitWithRetry<null>(this.#deps.db, async (tx) => {
        let isAny = false;
        for (const mark of marks.slice(i, i + MAX_CHECKS)) {
          if (await this.#ownedBy(mark) !== null) continue;
          await this.#make(mark, tx);
          isAny = true;
        }
        return isAny ? null : new Unwritten(null);
      });
    }
  }

  #remember(mark: SubjectMark, key: DataKey, tx: SealingCommit): void {
    const made = this.#made.get(tx) ?? new Map<SubjectMark, DataKey>();
    this.#made.set(tx, made.set(mark, key));
  }

  /** A lost check may have been that of the key: the next try reads it. */
  #forgetIfLost(mark: SubjectMark, tx: SealingCommit): void {
    tx.onSettled((versionstamp) => {
      if (versionstamp === null) this.#owned.delete(mark);
    });
  }

  async #load(ids: readonly string[]): Promise<Map<string, FoundKey>> {
    const keys = ids.map((id) => securityKeys.subjectKey(id));
    const rows = await readEntries(this.#deps.db.read, keys);
    const loaded = new Map<string, FoundKey>();
    for (const [i, id] of ids.entries()) {
      const found = await foundKey(id, rows[i]?.value ?? null, this.#deps.keyEncryption);
      loaded.set(id, found);
      if (!(found instanceof SealError)) this.#keys.set(id, found);
    }
    return loaded;
  }
}
