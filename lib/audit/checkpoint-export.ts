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
/** Bytes of the last lines that are looked at first for where it stands; more where a killed process left many hashes behind the last checkpoint. */
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
      for (let looked = TAIL_BYTES;; looked *= 4) {
        const from = Math.max(0, bytes - looked);
        await file.seek(from, Deno.SeekMode.Start);
        const tail = await readAll(file, bytes - from);
        // A byte a character: where it begins may be within one.
        const end = exportedNotes(new TextDecoder("latin1").decode(tail)).at(-1)?.end;
        if (end === undefined && from > 0) continue;
        await file.truncate(from + (end ?? 0));
        const whole = new TextDecoder().decode(tail.subarray(0, end ?? 0));
        const note = exportedNotes(whole).at(-1)?.note ?? "";
        // Whoever signed it, with a secret that may have been replaced since: the row of that size has to be the same.
        return { size: claimedSize(note), note };
      }
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
