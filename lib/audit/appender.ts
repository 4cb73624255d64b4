// The one appender: takes what commits said about themselves, in commit order, and puts it into the log, a group a
// commit. Every commit checks the head of the log, so that of two appenders one writes and the other looks again:
// the log has no fork, whatever becomes of leases and clocks.
import type { Clock } from "../kernel/clock.ts";
import { invariant } from "../kernel/invariant.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readListWhole } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { addWords, BLOCK_ENTRIES, FILTER_BYTES, wordsOf } from "./block-filter.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { entryText } from "./entry.ts";
import type { Intent } from "./intent.ts";
import { type AuditHead, auditKeys } from "./keys.ts";
import { Frontier, leafHash } from "./merkle.ts";
import { rowHash } from "./row-hash.ts";
import type { NoteSigner } from "./signed-note.ts";
import { TileWriter } from "./tiles.ts";

/** Entries of a commit: each is a row written and one deleted, and a commit has 250 of them. */
export const GROUP = 110;
/** Most characters of the entries of a commit; KV takes 800 KB, and bookings wait meanwhile. */
const GROUP_LENGTH = 200_000;
/** Most groups of one call; others get their turn. */
const MAX_GROUPS = 100;
/** How long nobody else appends, behind a server. */
const LEASE_MS = 30_000;
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
}

/** The state behind a head this process wrote itself: nobody else can have gone on from it. */
interface Kept {
  versionstamp: string;
  tree: Frontier;
  tiles: TileWriter;
  filter: Uint8Array;
}

/** An intent and the commit it is of. */
interface Waiting {
  key: Deno.KvKey;
  intent: Intent;
}

/** Appends for one process. */
export class Appender {
  readonly #deps: AppenderDeps;
  #kept: Kept | null = null;

  constructor(deps: AppenderDeps) {
    this.#deps = deps;
  }

  /** Appends what waits, in a bounded number of commits; how many entries there are more. */
  async append(): Promise<number> {
    let count = 0;
    for (let groups = 0; groups < MAX_GROUPS; groups++) {
      const added = await this.#appendGroup();
      if (added === 0) break;
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

  /** Signs the log as it is when that is due, or at once; false when there is nothing new to sign. */
  async sign(isWanted = false): Promise<boolean> {
    const { db, clock, signer } = this.#deps;
    const { value: head, versionstamp } = await readIfReadable(db.write, auditKeys.head());
    if (head === null || head.size === head.signedSize) return false;
    const now = clock.now();
    const sinceMs = Math.abs(now.epochMilliseconds - (Date.parse(head.signedAt) || 0));
    if (!isWanted && sinceMs < CHECKPOINT_EVERY_MS) return false;
    const { size } = head;
    const note = signCheckpoint(signer, { size, root: treeOf(head).root() });
    const signed = { ...head, signedSize: size, signedAt: now.toString() };
    const tx = new Transaction(db).check(auditKeys.head(), versionstamp)
      .set(auditKeys.checkpoint(size), { note, at: now.toString() })
      .set(auditKeys.head(), signed);
    return await commitUnlessLocked(tx) !== null;
  }

  async #appendGroup(): Promise<number> {
    const { db } = this.#deps;
    // The head first: what another appends after it is read makes this commit fail, and so nothing is there twice.
    const { value: head, versionstamp } = await readIfReadable(db.write, auditKeys.head());
    // A head that nobody can read is told of where all such rows are; what waits goes on waiting.
    if (head === null && versionstamp !== null) return 0;
    if (head !== null && this.#isElsewhere(head)) return 0;
    const waiting = await this.#waiting();
    if (waiting.length === 0) return 0;
    const state = await this.#stateOf(head ?? EMPTY, versionstamp);
    if (state === null) return 0;
    // Only a head that stands makes the state true: whatever goes wrong, it is read anew.
    this.#kept = null;
    const tx = new Transaction(db).check(auditKeys.head(), versionstamp);
    const count = this.#addEntries(tx, state, waiting);
    tx.set(auditKeys.head(), this.#headAfter(head ?? EMPTY, state.tree));
    const written = await commitUnlessLocked(tx);
    if (written === null) return 0;
    this.#kept = { ...state, versionstamp: written };
    return count;
  }

  /** The oldest that wait. What nobody can read becomes an entry that says so: nothing is left out in silence. */
  async #waiting(): Promise<Waiting[]> {
    const { db, clock } = this.#deps;
    const { rows, leftOut } = await readListWhole(
      db.write,
      { prefix: auditKeys.intent.prefix },
      GROUP,
    );
    const spoilt = leftOut.map(({ key, error }) => ({
      key,
      intent: spoiltIntent(clock.now().toString(), rowHash(error.message)),
    }));
    return [...rows.map(({ key, value }) => ({ key, intent: value })), ...spoilt]
      .sort((a, b) => stampOf(a.key) < stampOf(b.key) ? -1 : 1)
      .slice(0, GROUP);
  }

  /** A file has one process: whoever held the lease is gone. */
  #isElsewhere({ appender, leasedUntil }: AuditHead): boolean {
    const { db, clock, processId } = this.#deps;
    if (db.kind !== "remote" || appender === processId || leasedUntil === "") return false;
    return Temporal.Instant.compare(clock.now(), leasedUntil) < 0;
  }

  /** Null when another appended while it was read. */
  async #stateOf(
    head: AuditHead,
    versionstamp: string | null,
  ): Promise<Omit<Kept, "versionstamp"> | null> {
    if (this.#kept !== null && this.#kept.versionstamp === versionstamp) return this.#kept;
    const { db } = this.#deps;
    let isReadable = true;
    const tiles = new TileWriter(async ({ height, index }) => {
      const tile = await readIfReadable(db.write, auditKeys.tile(height, index));
      if (tile.value === null && tile.versionstamp !== null) isReadable = false;
      return tile.value ?? new Uint8Array();
    });
    if (!await tiles.load(head.size)) {
      const { versionstamp: now } = await readIfReadable(db.write, auditKeys.head());
      const isFit = now !== versionstamp || !isReadable;
      invariant(isFit, `The tree of the audit log is not of its ${head.size} entries`);
      return null;
    }
    const block = Math.floor(head.size / BLOCK_ENTRIES);
    const isBegun = head.size % BLOCK_ENTRIES !== 0;
    const filter = isBegun ? (await readIfReadable(db.write, auditKeys.block(block))).value : null;
    return { tree: treeOf(head), tiles, filter: filter ?? new Uint8Array(FILTER_BYTES) };
  }

  /** Adds as many as fit one commit; how many. */
  #addEntries(
    tx: Transaction,
    state: Omit<Kept, "versionstamp">,
    waiting: readonly Waiting[],
  ): number {
    const { tree, tiles } = state;
    let [count, length] = [0, 0];
    for (const { key, intent } of waiting) {
      const index = tree.size;
      const text = entryText(intent, index, stampOf(key));
      length += text.length;
      if (count > 0 && length > GROUP_LENGTH) break;
      tx.set(auditKeys.entry(index), text).delete(key);
      tree.append(leafHash(text), tiles.note);
      addWords(state.filter, wordsOf(intent));
      count++;
      if (tree.size % BLOCK_ENTRIES === 0) {
        tx.set(auditKeys.block(tree.size / BLOCK_ENTRIES - 1), state.filter);
        state.filter = new Uint8Array(FILTER_BYTES);
      }
    }
    if (tree.size % BLOCK_ENTRIES !== 0) {
      tx.set(auditKeys.block(Math.floor(tree.size / BLOCK_ENTRIES)), state.filter);
    }
    for (const { name, bytes } of tiles.take()) {
      tx.set(auditKeys.tile(name.height, name.index), bytes);
    }
    return count;
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

/** The tree of a head, to go on from. */
export function treeOf({ size, edge }: Pick<AuditHead, "size" | "edge">): Frontier {
  return new Frontier(size, edge.map((hash) => Uint8Array.fromBase64(hash)));
}

function stampOf(key: Deno.KvKey): string {
  return String(key.at(-1));
}

function spoiltIntent(at: string, is: string): Intent {
  return {
    ...{
      kind: "security",
      at,
      who: "system",
      what: "an intent nobody can read",
      from: "",
      ref: "",
    },
    subjects: [],
    rows: [{ row: "auditIntent", was: "?", is }],
  };
}
