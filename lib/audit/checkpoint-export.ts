// Writes hashes and checkpoints of the log into a file outside the database, on and on: whoever changes or cuts off the
// log in the database would have to change this file as well, and every copy of it.
import type { Database } from "../kv/open.ts";
import type { Logger } from "../kernel/log.ts";
import { readIfReadable, readList } from "../kv/read.ts";
import { claimedSize } from "./checkpoint.ts";
import { exportedNotes, leavesText, noteText } from "./exported-lines.ts";
import { auditKeys } from "./keys.ts";
import { HASH_BYTES } from "./merkle.ts";
import { TILE_HASHES } from "./tiles.ts";

/** Checkpoints of one call; the rest waits for the next. */
export const MAX_CHECKPOINTS = 20;
/** The last lines that are looked at for where it stands: a checkpoint is the last but for a torn line. */
const TAIL_BYTES = 64 * 1024;

/** What exporting needs. */
export interface CheckpointExportDeps {
  db: Database;
  path: string;
  log: Logger;
}

/** The file of one process. */
export class CheckpointExport {
  readonly #deps: CheckpointExportDeps;
  /** The last checkpoint in the file; undefined before it was looked at. */
  #last: { size: number; note: string } | undefined;
  #isContradicted = false;

  constructor(deps: CheckpointExportDeps) {
    this.#deps = deps;
  }

  /** Writes what is new. Says once when the log does not go on what stands in the file, and then writes nothing more. */
  async write(): Promise<void> {
    if (this.#isContradicted) return;
    this.#last ??= await this.#standing();
    const { db, path, log } = this.#deps;
    if (!await this.#goesOn()) {
      this.#isContradicted = true;
      log.error("the audit log contradicts what was exported", { count: this.#last.size });
      return;
    }
    const start = auditKeys.checkpoint(this.#last.size + 1);
    const range = { start, end: auditKeys.checkpoint(Number.MAX_SAFE_INTEGER) };
    const rows = await readList(db.read, range, MAX_CHECKPOINTS);
    if (rows.length === 0) return;
    using file = await Deno.open(path, { append: true, create: true, mode: 0o600 });
    for (const { key, value } of rows) {
      const size = Number(key.at(-1));
      const lines = [...await this.#leafLines(this.#last.size, size), noteText(value)];
      await writeAll(file, lines.join(""));
      await file.sync();
      this.#last = { size, note: value.note };
    }
  }

  async #goesOn(): Promise<boolean> {
    const { size, note } = this.#last ?? { size: 0, note: "" };
    if (size === 0) return true;
    const { value } = await readIfReadable(this.#deps.db.read, auditKeys.checkpoint(size));
    return value?.note === note;
  }

  /** Where the file stands; what a killed process left of a line is taken off. */
  async #standing(): Promise<{ size: number; note: string }> {
    const { path } = this.#deps;
    try {
      using file = await Deno.open(path, { read: true, write: true });
      const { size: bytes } = await file.stat();
      const from = Math.max(0, bytes - TAIL_BYTES);
      await file.seek(from, Deno.SeekMode.Start);
      const tail = new TextDecoder().decode(await readAll(file, bytes - from));
      const last = exportedNotes(tail).at(-1);
      if (last === undefined) {
        await file.truncate(from === 0 ? 0 : bytes);
        return { size: 0, note: "" };
      }
      await file.truncate(from + new TextEncoder().encode(tail.slice(0, last.end)).length);
      // Whoever signed it, with a secret that may have been replaced since: the row of that size has to be the same.
      return { size: claimedSize(last.note), note: last.note };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      return { size: 0, note: "" };
    }
  }

  async #leafLines(from: number, to: number): Promise<string[]> {
    const lines: string[] = [];
    for (let at = from; at < to;) {
      const index = Math.floor(at / TILE_HASHES);
      const end = Math.min(to, (index + 1) * TILE_HASHES);
      const { value } = await readIfReadable(this.#deps.db.read, auditKeys.tile(0, index));
      const first = at % TILE_HASHES;
      const leaves = (value ?? new Uint8Array())
        .subarray(first * HASH_BYTES, (first + end - at) * HASH_BYTES);
      lines.push(leavesText(at, leaves));
      at = end;
    }
    return lines;
  }
}

async function writeAll(file: Deno.FsFile, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
}

async function readAll(file: Deno.FsFile, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const read = await file.read(bytes.subarray(at));
    if (read === null) return bytes.subarray(0, at);
    at += read;
  }
  return bytes;
}
