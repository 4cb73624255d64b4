// A network tier in a Deno KV of its own: a file, or a server all instances reach.
import { Buffer } from "node:buffer";
import { type Clock, systemClock } from "../kernel/clock.ts";
import { type RandomBytes, secureRandomBytes, ulid } from "../kernel/ids.ts";
import { commitUnlessLocked, commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList, readTogether } from "../kv/read.ts";
import { Sweep } from "../kv/sweep.ts";
import { Transaction } from "../kv/transaction.ts";
import { type CacheEntryRow, type CacheHeadRow, cacheKeys, recordGone } from "./keys.ts";
import {
  type LogHead,
  type LogRecord,
  MAX_LOG_RECORDS,
  type NetworkTier,
  type TierRead,
} from "./network-tier.ts";

/** Bytes of a row: KV takes 65,536 with all that is around them. */
const PART_BYTES = 60_000;
/** Parts of one commit, which has 800 KiB at most. */
const PARTS_A_COMMIT = 10;

/** What it stands on. */
export interface KvTierDeps {
  db: Database;
  clock?: Clock;
  randomBytes?: RandomBytes;
}

/** The tier. */
export class KvTier implements NetworkTier {
  readonly kind = "kv";
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #randomBytes: RandomBytes;
  readonly #sweep: Sweep;

  constructor({ db, clock = systemClock, randomBytes = secureRandomBytes }: KvTierDeps) {
    this.#db = db;
    this.#clock = clock;
    this.#randomBytes = randomBytes;
    this.#sweep = new Sweep(db, [cacheKeys.entry, cacheKeys.part]);
  }

  async read(key: string): Promise<TierRead> {
    const wanted = [cacheKeys.head(), cacheKeys.entry(key)] as const;
    const [head, entry] = await readTogether<[CacheHeadRow, CacheEntryRow]>(this.#db.read, wanted);
    return {
      entry: await this.#bytesOf(key, entry.value),
      head: head.value ?? await this.#makeHead(),
    };
  }

  async write(key: string, entry: Uint8Array<ArrayBuffer>, expiresAt: number): Promise<void> {
    const texts: string[] = [];
    for (let at = 0; at < entry.length; at += PART_BYTES) {
      texts.push(Buffer.from(entry.subarray(at, at + PART_BYTES)).toString("latin1"));
    }
    const [first = "", second] = texts;
    const write = this.#id();
    // Parts first: a row that names parts has them, also where the process is killed between the two.
    if (second !== undefined) await this.#writeParts(key, { write, texts, expiresAt });
    const inParts = second !== undefined;
    const row = {
      expiresAt,
      write,
      text: inParts ? null : first,
      parts: inParts ? texts.length : 0,
    };
    await this.#commit((tx) => tx.set(cacheKeys.entry(key), row));
  }

  async remove(key: string): Promise<void> {
    await this.#commit((tx) => tx.delete(cacheKeys.entry(key)));
  }

  async head(): Promise<LogHead> {
    const { value } = await readEntry(this.#db.read, cacheKeys.head());
    return value ?? await this.#makeHead();
  }

  async append(text: string): Promise<LogHead> {
    const { value } = await commitWithRetry(this.#db, async (tx) => {
      const head = await readEntry(this.#db.write, cacheKeys.head());
      const epoch = head.value?.epoch ?? this.#id();
      const seq = (head.value?.seq ?? 0) + 1;
      tx.check(cacheKeys.head(), head.versionstamp).set(cacheKeys.head(), { epoch, seq });
      tx.set(cacheKeys.record(seq), text).delete(cacheKeys.record(recordGone(seq)));
      return { epoch, seq };
    });
    return value;
  }

  async since(seq: number): Promise<readonly LogRecord[]> {
    const prefix = cacheKeys.record.prefix;
    const selector = { prefix, start: cacheKeys.record(seq + 1) };
    const rows = await readList(this.#db.read, selector, MAX_LOG_RECORDS);
    return rows.map(({ key, value }) => ({ seq: Number(key.at(-1)), text: value }));
  }

  async sweep(): Promise<void> {
    await this.#sweep.next(this.#clock);
  }

  close(): void {
    this.#db.close();
  }

  async #bytesOf(key: string, row: CacheEntryRow | null): Promise<TierRead["entry"]> {
    if (row === null || row.expiresAt <= this.#clock.now().epochMilliseconds) return null;
    if (row.text !== null) return bytesOf([row.text]);
    const keys = Array.from({ length: row.parts }, (_, i) => cacheKeys.part(key, row.write, i));
    const parts = await readEntries(this.#db.read, keys);
    const texts = parts.flatMap(({ value }) => value === null ? [] : [value.text]);
    // A part that is gone makes the whole one that is gone.
    return texts.length === row.parts ? bytesOf(texts) : null;
  }

  async #writeParts(
    key: string,
    { write, texts, expiresAt }: { write: string; texts: readonly string[]; expiresAt: number },
  ): Promise<void> {
    for (let from = 0; from < texts.length; from += PARTS_A_COMMIT) {
      await this.#commit((tx) =>
        texts.slice(from, from + PARTS_A_COMMIT).forEach((text, i) =>
          tx.set(cacheKeys.part(key, write, from + i), { expiresAt, text })
        )
      );
    }
  }

  /** Whoever lost a race has written nothing that anybody misses: it is a cache. */
  async #commit(fill: (tx: Transaction) => unknown): Promise<void> {
    const tx = new Transaction(this.#db);
    fill(tx);
    await commitUnlessLocked(tx);
  }

  /** A log that is made anew has another epoch, so that nothing of a lost one counts. */
  async #makeHead(): Promise<LogHead> {
    const { value } = await commitWithRetry<LogHead>(this.#db, async (tx) => {
      const head = await readEntry(this.#db.write, cacheKeys.head());
      if (head.value !== null) return new Unwritten<LogHead>(head.value);
      const made = { epoch: this.#id(), seq: 0 };
      tx.check(cacheKeys.head(), null).set(cacheKeys.head(), made);
      return made;
    });
    return value;
  }

  #id(): string {
    return ulid(this.#clock.now().epochMilliseconds, this.#randomBytes);
  }
}

function bytesOf(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(texts.map((text) => Buffer.from(text, "latin1"))));
}
