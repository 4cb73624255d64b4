// How often each key-encryption key was used. A count is reserved in blocks before it is used up, so that a killed
// process has counted too many, never too few, and no key of the database is written at each use.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { type KekRow, securityKeys } from "./keys.ts";

/** Uses reserved at once; a commit for so many subjects. */
export const USES_BLOCK = 1_024;

/** How long it is believed whether a version was retired, in milliseconds: no row is read for each key that is opened. */
const STATE_KEPT_MS = 10_000;

/** Most seals of one key with random IVs: 2^32 (NIST SP 800-38D, 8.3). */
export const MOST_USES = 2 ** 32;

/** From here on somebody is told to rotate: half of it. */
export const ALARMING_USES = 2 ** 31;

/** What counting needs. */
export interface KekUsesDeps {
  db: Pick<Database, "read" | "write" | "bell">;
  clock: Clock;
  /** Told once a process when a version comes to `ALARMING_USES`. */
  onMany: (version: number, uses: number) => void;
  /** Milliseconds on a clock that only goes forward. */
  now?: () => number;
}

/** Counts the uses of this process. */
export class KekUses {
  readonly #deps: KekUsesDeps;
  readonly #now: () => number;
  readonly #left = new Map<number, number>();
  readonly #reserving = new Map<number, Promise<void>>();
  readonly #told = new Set<number>();
  readonly #states = new Map<number, { isRetired: boolean; seenMs: number }>();

  constructor(deps: KekUsesDeps) {
    this.#deps = deps;
    this.#now = deps.now ?? (() => performance.now());
  }

  /** Counts one use of a version before it happens. Throws RangeError at `MOST_USES`, and as a commit does. */
  async use(version: number): Promise<void> {
    for (;;) {
      const left = this.#left.get(version) ?? 0;
      if (left > 0) return void this.#left.set(version, left - 1);
      const reserving = this.#reserving.get(version) ?? this.#reserveOnce(version);
      await reserving;
    }
  }

  /** What is stored of a version, or null. */
  async of(version: number): Promise<KekRow | null> {
    return (await readIfReadable(this.#deps.db.read, securityKeys.keyEncryptionKey(version))).value;
  }

  /** True for a version that was retired; seen some seconds late where another process did it. */
  async isRetired(version: number): Promise<boolean> {
    const known = this.#states.get(version);
    if (known !== undefined && this.#now() - known.seenMs < STATE_KEPT_MS) return known.isRetired;
    const isRetired = ((await this.of(version))?.retiredAt ?? null) !== null;
    this.#states.set(version, { isRetired, seenMs: this.#now() });
    return isRetired;
  }

  #reserveOnce(version: number): Promise<void> {
    const reserving = this.#reserve(version).finally(() => this.#reserving.delete(version));
    this.#reserving.set(version, reserving);
    return reserving;
  }

  async #reserve(version: number): Promise<void> {
    const key = securityKeys.keyEncryptionKey(version);
    const { db, clock } = this.#deps;
    const { value: uses } = await commitWithRetry(db, async (tx) => {
      const { value, versionstamp } = await readIfReadable(db.write, key);
      const row = value ?? newRow(clock.now().toString(), versionstamp === null);
      const next = row.uses + USES_BLOCK;
      if (next > MOST_USES) {
        throw new RangeError(`Key-encryption key ${version} is used up: rotate`);
      }
      tx.check(key, versionstamp).set(key, { ...row, uses: next });
      return next;
    });
    this.#left.set(version, (this.#left.get(version) ?? 0) + USES_BLOCK);
    if (uses < ALARMING_USES || this.#told.has(version)) return;
    this.#told.add(version);
    this.#deps.onMany(version, uses);
  }
}

/** In the place of a row nobody can read, the count begins where somebody is told: it may have been any. */
function newRow(at: string, isFirst: boolean): KekRow {
  return { check: null, firstUsedAt: at, uses: isFirst ? 0 : ALARMING_USES, retiredAt: null };
}
