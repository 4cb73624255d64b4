// Opens Deno KV: a file, memory or a KV Connect URL. One handle writes, another reads.
import { GatewayError } from "../errors/gateway-error.ts";
import { Bell } from "./bell.ts";
import { FileWatch } from "./file-watch.ts";
import { lockDatabaseFile } from "./file-lock.ts";
import { guardKv, REMOTE_DEADLINE_MS } from "./guard-kv.ts";
import type { IntentWriter } from "./intent.ts";
import { kvKeys } from "./keys.ts";
import type { Sealer } from "./sealer.ts";

/** The two handles of one database. Only `write` may commit: a second writer on the file locks it. */
export interface Database {
  read: Deno.Kv;
  write: Deno.Kv;
  kind: "memory" | "file" | "remote";
  /** Rung after each commit of this process that puts something on the feed. */
  bell: Bell;
  /** Seals rows; absent: they are stored as they are. */
  sealer?: Sealer;
  /** Rows as they are stored, sealed; absent where nothing is. */
  stored?: Deno.Kv;
  /** What commits write about themselves; nothing where it is absent. */
  intents?: IntentWriter;
  /** Why nothing is stored any more, in one sentence; null while all is well. Cheap enough for each request. */
  trouble(): string | null;
  /** Commits that were sent and are not answered yet, and how long the oldest has waited. */
  commitQueue(): CommitQueue;
  close(): void;
}

/** Commits on their way. */
export interface CommitQueue {
  count: number;
  /** Milliseconds; 0 where they do not wait for one another: in memory, and at a server, which takes many at once. */
  waitMs: number;
}

/** How a database is opened. */
export interface OpenOptions {
  /** False where a missing file is a mistake, not a beginning. */
  mayCreate?: boolean;
  /** True for a process that answers requests: no other may do so on the same file until this one ends. */
  isServed?: boolean;
}

/**
 * Opens `location`: ":memory:", a path (its folder is made), or an http(s) KV Connect URL.
 * Throws GatewayError with one sentence a person can act on.
 */
export async function openDatabase(
  location: string,
  { mayCreate = true, isServed = false }: OpenOptions = {},
): Promise<Database> {
  if (location === ":memory:") return oneHandle(await Deno.openKv(":memory:"), "memory");
  if (/^https?:/.test(location)) {
    const kv = await open(location, `Cannot reach the database at ${location}`);
    const writes = new WaitingWrites();
    const guard = { trouble: () => null, deadlineMs: REMOTE_DEADLINE_MS, onWriting: writes.change };
    const commitQueue = () => ({ count: writes.count, waitMs: 0 });
    return oneHandle(guardKv(kv, guard), "remote", commitQueue);
  }
  if (!mayCreate) await assertThere(location);
  await makeFolder(location);
  // Before anything is opened: opening writes.
  const lock = isServed ? lockDatabaseFile(location) : null;
  try {
    const db = await openFile(location);
    return lock === null ? db : { ...db, close: () => (db.close(), lock.release()) };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openFile(location: string): Promise<Database> {
  const write = await open(location, `Cannot open the database file ${location}`);
  await probeWrite(write, location);
  const watch = new FileWatch(location);
  const writes = new WaitingWrites();
  const guard = { trouble: () => watch.trouble(), deadlineMs: null, onWriting: writes.change };
  // SQLite runs one thread a handle: reads on their own handle do not queue behind commits.
  const read = await open(location, `Cannot open the database file ${location}`);
  return {
    read: guardKv(read, guard),
    write: guardKv(write, guard),
    kind: "file",
    bell: new Bell(),
    trouble: () => watch.troubleInside(),
    commitQueue: () => ({ count: writes.count, waitMs: writes.waitMs() }),
    close: () => {
      read.close();
      write.close();
    },
  };
}

function oneHandle(
  kv: Deno.Kv,
  kind: "memory" | "remote",
  commitQueue: Database["commitQueue"] = () => ({ count: 0, waitMs: 0 }),
): Database {
  const close = () => kv.close();
  const bell = new Bell();
  return { read: kv, write: kv, kind, bell, trouble: () => null, commitQueue, close };
}

/** Writes on their way. One thread takes them in their order, so that the first that ends is the oldest. */
class WaitingWrites {
  readonly #sentMs: number[] = [];

  get count(): number {
    return this.#sentMs.length;
  }

  readonly change = (by: 1 | -1): void => {
    if (by === 1) this.#sentMs.push(performance.now());
    else this.#sentMs.shift();
  };

  waitMs(): number {
    const [first] = this.#sentMs;
    return first === undefined ? 0 : performance.now() - first;
  }
}

/** A path that names nothing is more often a typing mistake or a lost disk than a company that begins. */
async function assertThere(location: string): Promise<void> {
  try {
    await Deno.stat(location);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) return;
    throw new GatewayError(
      "kv",
      `There is no database at ${location}. If there was one, restore it; ` +
        "the first start of a new company makes one with --create-database.",
      false,
      { cause },
    );
  }
}

async function makeFolder(location: string): Promise<void> {
  const folder = location.includes("/") ? location.slice(0, location.lastIndexOf("/")) : ".";
  try {
    if (folder !== "") await Deno.mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new GatewayError("kv", `Cannot make the data folder ${folder}: ${reason(cause)}`, false, {
      cause,
    });
  }
}

async function open(location: string, sentence: string): Promise<Deno.Kv> {
  try {
    return await Deno.openKv(location);
  } catch (cause) {
    throw new GatewayError("kv", `${sentence}: ${reason(cause)}`, false, { cause });
  }
}

/** A read-only folder or a damaged file often shows itself only at the first write. */
async function probeWrite(kv: Deno.Kv, location: string): Promise<void> {
  try {
    await kv.set(kvKeys.about("probe"), "probe");
  } catch (cause) {
    kv.close();
    throw new GatewayError(
      "kv",
      `Cannot write to the database file ${location}: ${reason(cause)}`,
      false,
      {
        cause,
      },
    );
  }
}

function reason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/not a database|malformed/.test(text)) return "the file is damaged or is not a database";
  if (/unable to open|readonly|permission|denied/i.test(text)) {
    return "no permission to write there";
  }
  if (/database is locked/.test(text)) return "another process is using it";
  return text;
}
