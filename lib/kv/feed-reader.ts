// Readers of the feed that must see every commit exactly once: how far each has come is a row that moves in
// the commit of its effect, so that a killed process repeats nothing and misses nothing.
import type { Clock } from "../kernel/clock.ts";
import type { Cursor } from "./feed-row.ts";
import type { Feed, FeedCommit } from "./feed.ts";
import { commitUnlessLocked } from "./commit.ts";
import { kvKeys } from "./keys.ts";
import type { Database } from "./open.ts";
import { readIfReadable } from "./read.ts";
import { Transaction } from "./transaction.ts";
import { UnreadableRow, unreadableRows } from "./unreadable-rows.ts";

/** Most commits one effect covers; what it writes must fit one commit. */
const MAX_COMMITS_PER_EFFECT = 50;
/** Most effects of one call; the rest waits for the next, so that others get their turn. */
const MAX_EFFECTS_PER_ROUND = 200;
/** How long a rebuild is nobody else's: a million events are read in a minute. */
const REBUILD_LEASE_MS = 5 * 60_000;

/** One reader. Its rows are written only through the transactions it is given. */
export interface FeedReader {
  /** Names its cursor; never used again for another reader. */
  readonly name: string;
  /** How many of the commits one effect takes, one at least; all of them unless it says so. */
  fits?(commits: readonly FeedCommit[]): number;
  /** Adds the effect of some commits, oldest first. May be asked again for the same ones. */
  effect(tx: Transaction, commits: readonly FeedCommit[]): Promise<void>;
  /**
   * Makes its rows anew from what is stored, as if it had read everything up to `cursor` and nothing after:
   * it has never read before, or what it missed is no longer on the feed. Each `write` is one commit.
   */
  rebuild(cursor: Cursor, write: (add: (tx: Transaction) => void) => Promise<void>): Promise<void>;
}

/** What reading needs. */
export interface FeedReaderDeps {
  db: Database;
  feed: Feed;
  clock: Clock;
  /** Hears that a reader missed commits and makes its rows anew. */
  onBehind: (reader: string) => void;
}

/** Another process moved the same reader meanwhile; whatever was to be written was not. */
class ReaderMoved extends Error {}

/** Readers that are reading in this process, by their database: a second call waits for the first. */
const reading = new WeakMap<Database, Map<string, Promise<boolean>>>();

/**
 * Reads towards the end of the feed, in a bounded number of commits; true when it got there, or when another
 * process is making the reader's rows anew. False: there may be more.
 */
export function readFeed(deps: FeedReaderDeps, reader: FeedReader): Promise<boolean> {
  const running = reading.get(deps.db) ?? new Map<string, Promise<boolean>>();
  reading.set(deps.db, running);
  const known = running.get(reader.name);
  if (known !== undefined) return known;
  const work = readOn(deps, reader).finally(() => running.delete(reader.name));
  running.set(reader.name, work);
  return work;
}

async function readOn(deps: FeedReaderDeps, reader: FeedReader): Promise<boolean> {
  try {
    for (let effects = 0; effects < MAX_EFFECTS_PER_ROUND; effects++) {
      const step = await readStep(deps, reader);
      if (step !== "more") return true;
    }
  } catch (error) {
    if (!(error instanceof ReaderMoved)) throw error;
  }
  return false;
}

async function readStep(
  deps: FeedReaderDeps,
  reader: FeedReader,
): Promise<"more" | "done" | "elsewhere"> {
  const { db, feed } = deps;
  const key = kvKeys.feedReader(reader.name);
  const { value, versionstamp } = await readIfReadable(db.write, key);
  if (value?.cursor === null && isLeased(deps, value.leasedUntil)) return "elsewhere";
  const cursor = value?.cursor ?? null;
  if (cursor === null || !await feed.isKept(cursor)) {
    if (cursor !== null) deps.onBehind(reader.name);
    return await rebuild(deps, reader, versionstamp);
  }
  const page = await feed.since(cursor, MAX_COMMITS_PER_EFFECT);
  const commits = page.commits.slice(0, reader.fits?.(page.commits) ?? page.commits.length);
  const last = commits.at(-1);
  if (last === undefined) return "done";
  const tx = new Transaction(db).check(key, versionstamp);
  try {
    await reader.effect(tx, commits);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    // A row of its own that nobody can read: it would stand still before it for ever.
    tx.abandon();
    unreadableRows(db.read).note(key, error);
    return await rebuild(deps, reader, versionstamp);
  }
  await commitOrMoved(tx.set(key, { cursor: last.cursor }));
  return "more";
}

/** A file has one process: whoever held the lease is gone. */
function isLeased({ db, clock }: FeedReaderDeps, until: string): boolean {
  return db.kind === "remote" && Temporal.Instant.compare(clock.now(), until) < 0;
}

/**
 * The first commit says that the rebuild has begun, and its versionstamp is the point up to which it counts:
 * what was committed before stands in the database, what comes after comes over the feed. Every other commit
 * checks that row, so that two processes cannot mix theirs.
 */
async function rebuild(
  { db, clock }: FeedReaderDeps,
  reader: FeedReader,
  former: string | null,
): Promise<"more"> {
  const key = kvKeys.feedReader(reader.name);
  const leasedUntil = clock.now().add({ milliseconds: REBUILD_LEASE_MS }).toString();
  const begun = new Transaction(db).check(key, former).set(key, { cursor: null, leasedUntil });
  const cursor = await commitOrMoved(begun);
  await reader.rebuild(cursor, async (add) => {
    const tx = new Transaction(db).check(key, cursor);
    add(tx);
    await commitOrMoved(tx);
  });
  await commitOrMoved(new Transaction(db).check(key, cursor).set(key, { cursor }));
  return "more";
}

async function commitOrMoved(tx: Transaction): Promise<string> {
  const versionstamp = await commitUnlessLocked(tx);
  if (versionstamp === null) throw new ReaderMoved();
  return versionstamp;
}
