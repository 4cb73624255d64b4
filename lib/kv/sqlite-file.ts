// A database file as SQLite sees it, for copying it whole while a server goes on, and for looking into a copy without a trace
// in it. Deno KV keeps all rows in one table: github.com/denoland/denokv, sqlite/backend.rs.
import { DatabaseSync } from "node:sqlite";
import { deserialize } from "node:v8";

/** How long another's write is waited for, in milliseconds. */
const BUSY_MS = 10_000;
/** How values are encoded that are no bytes and no counters. */
const V8_ENCODED = 1;
/** What the part of a key begins with. */
const TEXT = 2;
const NUMBER = 0x21;

/** A row as a look into a file finds it: the texts and numbers its key begins with, and its value. */
export interface FoundRow {
  parts: readonly (string | number)[];
  value: unknown;
}

/**
 * Copies a database whole into a new file, as it is at one moment. Others go on reading and writing: what they commit
 * meanwhile is not in the copy. Holds this thread until it is done.
 */
export function copyDatabaseFile(from: string, to: string): void {
  using db = opened(from, false);
  // A name with an apostrophe is a text like others.
  db.prepare("VACUUM INTO ?").run(to);
}

/** Writes everything that stands in the log of a file nobody uses into the file itself, and ends the log. */
export function settleDatabaseFile(path: string): void {
  using db = opened(path, false);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.exec("PRAGMA journal_mode = DELETE");
}

/** What SQLite finds wrong with a file; null when it is whole and has the table of KV. */
export function damageOf(path: string): string | null {
  try {
    using db = opened(path, true);
    const [first] = db.prepare("PRAGMA integrity_check(1)").all();
    const said = String(first?.["integrity_check"] ?? "nothing");
    if (said !== "ok") return said;
    const tables = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'kv'").get();
    return tables?.["n"] === 1 ? null : "it has no table of rows";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Rows of a file by the first part of their keys. */
export function countRows(path: string): Record<string, number> {
  using db = opened(path, true);
  const counts: Record<string, number> = {};
  for (const row of db.prepare("SELECT k FROM kv").iterate()) {
    const first = String(partsOf(row["k"])[0] ?? "");
    counts[first] = (counts[first] ?? 0) + 1;
  }
  return counts;
}

/** The rows of a family in a file; counters and bytes are left out. */
export function rowsInFile(path: string, family: string): FoundRow[] {
  using db = opened(path, true);
  const prefix = keyOf(family);
  const found: FoundRow[] = [];
  const asked = db.prepare("SELECT k, v, v_encoding AS e FROM kv WHERE k >= ? AND k < ?");
  for (const { k, v, e } of asked.iterate(prefix, after(prefix))) {
    if (e !== V8_ENCODED || !(v instanceof Uint8Array)) continue;
    found.push({ parts: partsOf(k), value: deserialize(v) });
  }
  return found;
}

/** The texts and numbers a key begins with: github.com/denoland/denokv, proto/codec.rs. */
function partsOf(key: unknown): (string | number)[] {
  if (!(key instanceof Uint8Array)) return [];
  const parts: (string | number)[] = [];
  for (let at = 0; at < key.length;) {
    const kind = key[at];
    if (kind === TEXT) {
      const end = endOfText(key, at + 1);
      parts.push(new TextDecoder().decode(withoutEscapes(key.subarray(at + 1, end))));
      at = end + 1;
    } else if (kind === NUMBER) {
      parts.push(numberIn(key.slice(at + 1, at + 9)));
      at += 9;
    } else break;
  }
  return parts;
}

/** Where a text ends: at a zero that is not followed by 255. */
function endOfText(key: Uint8Array, from: number): number {
  let at = from;
  while (at < key.length && !(key[at] === 0 && key[at + 1] !== 255)) at += key[at] === 0 ? 2 : 1;
  return at;
}

function withoutEscapes(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, i) => !(byte === 255 && bytes[i - 1] === 0));
}

/** A number as bytes that sort as it does: the sign turned, all bits of negative ones too. */
function numberIn(bytes: Uint8Array): number {
  const isPositive = ((bytes[0] ?? 0) & 0x80) !== 0;
  const turned = bytes.map((byte, i) => isPositive ? (i === 0 ? byte ^ 0x80 : byte) : byte ^ 0xff);
  return new DataView(turned.buffer).getFloat64(0);
}

function keyOf(family: string): Uint8Array {
  return new Uint8Array([TEXT, ...new TextEncoder().encode(family), 0]);
}

function after(prefix: Uint8Array): Uint8Array {
  const next = prefix.slice();
  next[next.length - 1] = 1;
  return next;
}

function opened(path: string, readOnly: boolean): DatabaseSync & Disposable {
  const db = new DatabaseSync(path, { readOnly, timeout: BUSY_MS });
  return Object.assign(db, { [Symbol.dispose]: () => db.close() });
}
