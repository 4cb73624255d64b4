// The one appender: takes what commits said about themselves, in commit order, and puts it into the log, a group a
// commit. Every commit checks the head of the log, so that of two appenders one writes and the other looks again:
// the log has no fork, whatever becomes of leases and clocks.
import type { Clock } from "../kernel/clock.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { signCheckpoint } from "./checkpoint.ts";
import type { Intent } from "./intent.ts";
import { type AuditHead, auditKeys } from "./keys.ts";
import { KnownLog } from "./known-log.ts";
import { addEntries, type LogState, readLogState, type Standing, treeOf } from "./log-state.ts";
import type { Frontier } from "./merkle.ts";
import type { NoteSigner } from "./signed-note.ts";
import { type Waiting, waitingIntents } from "./waiting-intents.ts";

/**
 * Entries of a commit: each is a row written and one deleted. More than other commits may have, since most of what one
 * takes is the disk's: of 400 entries it lasts 8 ms, of 110 it lasts 6, and bookings wait that long.
 */
export const GROUP = 400;
/** Writes of a commit: entries, intents, and the rows of tiles and blocks. */
const MAX_MUTATIONS = 2 * GROUP + 20;
/** Most characters of the entries of a commit; KV takes 800 KB. */
const GROUP_LENGTH = 300_000;
/** Most groups of one call; others get their turn. */
const MAX_GROUPS = 100;
/** How long nobody else appends, behind a server. */
const LEASE_MS = 30_000;
/** How long an intent may wait before somebody is told, in milliseconds. */
export const STANDS_STILL_MS = 5 * 60_000;
/** Intents that are counted. */
export const MAX_COUNTED = 500;
/** How often a checkpoint is signed while there is something new: what was cut off since the last is not missed. */
export const CHECKPOINT_EVERY_MS = 5 * 60_000;

const EMPTY: AuditHead = {
  ...{ size: 0, edge: [], signedSize: 0, signedAt: "" },
  ...{ appender: "", leasedUntil: "" },
};

/** What appending needs. */
export interface AppenderDeps {
  db: Database;
  clock: Clock;
  signer: NoteSigner;
  /** Names this process. */
  processId: string;
  /** Told of each entry about security once it stands. */
  onSecurity?: (index: number, intent: Intent) => void;
}

/** How the log is. */
export interface LogFigures {
  size: number;
  /** Entries of the newest checkpoint, and when it was signed; 0 and "" before the first. */
  signedSize: number;
  signedAt: string;
  /** Intents that wait; more than are counted where `isMore`. */
  waiting: number;
  isMore: boolean;
  /** The oldest has waited longer than it ever should. */
  standsStill: boolean;
}

/** Appends for one process. */
export class Appender {
  readonly #deps: AppenderDeps;
  /** The state behind a head this process wrote itself: nobody else can have gone on from it. */
  #kept: (LogState & { versionstamp: string }) | null = null;
  readonly #known = new KnownLog();

  constructor(deps: AppenderDeps) {
    this.#deps = deps;
  }

  /** True once the log was found to be another one than this process knew: nothing is appended to it or signed. */
  get isAltered(): boolean {
    return this.#known.isAltered;
  }

  /** Appends what waits, in a bounded number of commits; how many entries there are more. */
  async append(): Promise<number> {
    let count = 0;
    // The head first: what another appends after it is read makes the commit fail, and so nothing is there twice.
    let standing = await this.#standing();
    let waiting = standing === null ? [] : await this.#waiting(null);
    for (let groups = 0; groups < MAX_GROUPS; groups++) {
      if (standing === null || waiting.length === 0) break;
      const state = await this.#stateOf(standing);
      if (state === null) break;
      // Only a head that stands makes the state true: whatever goes wrong, it is read anew.
      this.#kept = null;
      const tx = new Transaction(this.#deps.db, { mutations: MAX_MUTATIONS })
        .check(auditKeys.head(), standing.versionstamp);
      const added = addEntries(tx, state, waiting, GROUP_LENGTH);
      const head = this.#headAfter(standing.head, state.tree);
      tx.set(auditKeys.head(), head);
      const isFull = waiting.length === GROUP || added < waiting.length;
      const last = isFull ? waiting[added - 1]?.key : undefined;
      // The next ones are read while the disk is busy with these.
      const [written, next]: [string | null, Waiting[]] = await Promise.all([
        commitUnlessLocked(tx),
        last === undefined ? [] : this.#waiting(last),
      ]);
      if (written === null) break;
      this.#kept = { ...state, versionstamp: written };
      this.#known.remember(head, written);
      this.#tellSecurity(waiting.slice(0, added), head.size - added);
      standing = { head, versionstamp: written };
      waiting = next;
      count += added;
    }
    return count;
  }

  /** When the oldest that waits was done; null when nothing waits. */
  async waitingSince(): Promise<string | null> {
    const prefix = auditKeys.intent.prefix;
    const [oldest] = await readList(this.#deps.db.read, { prefix }, 1);
    return oldest?.value.at ?? null;
  }

  /** How the log is just now. */
  async figures(): Promise<LogFigures> {
    const { db, clock } = this.#deps;
    const { prefix } = auditKeys.intent;
    const [{ value: head }, rows] = await Promise.all([
      readIfReadable(db.read, auditKeys.head()),
      readList(db.read, { prefix }, MAX_COUNTED + 1),
    ]);
    const { size, signedSize, signedAt } = head ?? EMPTY;
    const waitedMs = clock.now().epochMilliseconds - Date.parse(rows[0]?.value.at ?? "");
    return {
      ...{ size, signedSize, signedAt, waiting: Math.min(MAX_COUNTED, rows.length) },
      isMore: rows.length > MAX_COUNTED,
      standsStill: waitedMs > STANDS_STILL_MS,
    };
  }

  /** The newest checkpoint, a signed note; "" before the first. */
  async newestCheckpoint(): Promise<string> {
    const { read } = this.#deps.db;
    const { value: head } = await readIfReadable(read, auditKeys.head());
    const { value } = await readIfReadable(read, auditKeys.checkpoint(head?.signedSize ?? 0));
    return value?.note ?? "";
  }

  /** Signs the log as it is when that is due, or at once; false when there is nothing new to sign. */
  async sign(isWanted = false): Promise<boolean> {
    const { db, clock, signer } = this.#deps;
    const { value: head, versionstamp } = await readIfReadable(db.write, auditKeys.head());
    if (head === null || head.size === head.signedSize) return false;
    if (!await this.#known.goesOn(db, head, versionstamp)) return false;
    const now = clock.now();
    const sinceMs = Math.abs(now.epochMilliseconds - (Date.parse(head.signedAt) || 0));
    if (!isWanted && sinceMs < CHECKPOINT_EVERY_MS) return false;
    const { size } = head;
    const note = signCheckpoint(signer, { size, root: treeOf(head).root() });
    const signed = { ...head, signedSize: size, signedAt: now.toString() };
    const tx = new Transaction(db).check(auditKeys.head(), versionstamp)
      .set(auditKeys.checkpoint(size), { note, at: now.toString() })
      .set(auditKeys.head(), signed);
    const written = await commitUnlessLocked(tx);
    if (written !== null) this.#known.remember(signed, written);
    return written !== null;
  }

  /** The head, where it is this process's turn; null where it is not. */
  async #standing(): Promise<Standing | null> {
    const { value: head, versionstamp } = await readIfReadable(
      this.#deps.db.write,
      auditKeys.head(),
    );
    // A head that nobody can read is told of where all such rows are; what waits goes on waiting.
    if (head === null && versionstamp !== null) return null;
    if (head !== null && this.#isElsewhere(head)) return null;
    if (!await this.#known.goesOn(this.#deps.db, head ?? EMPTY, versionstamp)) return null;
    return { head: head ?? EMPTY, versionstamp };
  }

  #tellSecurity(added: readonly Waiting[], first: number): void {
    for (const [i, { intent }] of added.entries()) {
      if (intent.kind === "security") this.#deps.onSecurity?.(first + i, intent);
    }
  }

  #waiting(after: Deno.KvKey | null): Promise<Waiting[]> {
    return waitingIntents(this.#deps, after, GROUP);
  }

  /** Null when another appended while it was read. */
  async #stateOf(standing: Standing): Promise<LogState | null> {
    const isKept = this.#kept?.versionstamp === standing.versionstamp;
    return isKept ? this.#kept : await readLogState(this.#deps.db, standing);
  }

  /** A file has one process: whoever held the lease is gone. */
  #isElsewhere({ appender, leasedUntil }: AuditHead): boolean {
    const { db, clock, processId } = this.#deps;
    if (db.kind !== "remote" || appender === processId || leasedUntil === "") return false;
    return Temporal.Instant.compare(clock.now(), leasedUntil) < 0;
  }

  #headAfter(head: AuditHead, tree: Frontier): AuditHead {
    const { clock, processId } = this.#deps;
    return {
      ...head,
      size: tree.size,
      edge: tree.hashes.map((hash) => Uint8Array.from(hash).toBase64()),
      appender: processId,
      leasedUntil: clock.now().add({ milliseconds: LEASE_MS }).toString(),
    };
  }
}
