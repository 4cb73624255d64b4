// The ledger of erasures outside the database: a file beside it, and one in each folder of backups. Lines are only ever added,
// each bound to the one before it, so that a copy of the database that is older than its erasures is noticed, and so is a
// ledger that was cut short or belongs to another database.
import { createHash } from "node:crypto";
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Erasure } from "./keys.ts";

export type { Erasure };

/** Most erasures: one each minute for twenty years. */
const MAX_LINES = 10_000_000;

const head = z.strictObject({ ledger: z.literal("avanti/1"), id: z.string().min(1).max(100) });
const line = z.strictObject({
  keyId: z.string().min(1).max(100),
  at: z.string().max(100),
  requestId: z.string().max(200).nullable(),
  mark: z.string().length(43),
});

/** A ledger as a file has it. */
export interface ErasureFile {
  /** Which database it is of. */
  id: string;
  erasures: readonly MarkedErasure[];
}

/** An erasure with the mark of everything up to it. */
export interface MarkedErasure extends Erasure {
  mark: string;
}

/** Where the ledger of a database file stands. */
export function erasureFileOf(database: string): string {
  return `${database}-erasures.jsonl`;
}

/** The mark of a ledger: that of its last line, or of its beginning. */
export function markOf({ id, erasures }: ErasureFile): string {
  return erasures.at(-1)?.mark ?? markAfter("", id);
}

/** Reads a ledger; null where there is no file. Throws GatewayError that names the first line that is not right. */
export async function readErasureFile(path: string): Promise<ErasureFile | null> {
  const text = await readOrNull(path);
  if (text === null) return null;
  const [first = "", ...rest] = text.split("\n");
  // A process that was killed while it wrote left a line without its end: it was not told to anybody as done.
  if (rest.pop() !== "" && rest.length === 0) return null;
  const { id } = parsed(path, 1, head, first);
  if (rest.length > MAX_LINES) throw damaged(path, MAX_LINES);
  const erasures: MarkedErasure[] = [];
  let mark = markAfter("", id);
  for (const [i, one] of rest.entries()) {
    const erasure = parsed(path, i + 2, line, one);
    mark = markAfter(mark, wordsOf(erasure));
    if (mark !== erasure.mark) throw damaged(path, i + 2);
    erasures.push(erasure);
  }
  return { id, erasures };
}

/** Adds erasures to the ledger at `path`, which is begun where there is none; on the disk when it resolves. */
export async function addToErasureFile(
  path: string,
  id: string,
  added: readonly Erasure[],
): Promise<ErasureFile> {
  const known = await readErasureFile(path) ?? { id, erasures: [] };
  if (known.id !== id) throw foreign(path);
  const seen = new Set(known.erasures.map(({ keyId }) => keyId));
  const lines: MarkedErasure[] = [];
  let mark = markOf(known);
  for (const { keyId, at, requestId } of added) {
    if (seen.has(keyId)) continue;
    seen.add(keyId);
    mark = markAfter(mark, wordsOf({ keyId, at, requestId }));
    lines.push({ keyId, at, requestId, mark });
  }
  const whole = { id, erasures: [...known.erasures, ...lines] };
  await writeLines(path, known, whole);
  return whole;
}

/** Refuses a ledger of another database. */
export function foreign(path: string): GatewayError {
  return new GatewayError(
    "ledger",
    `${path} is the ledger of erasures of another database.`,
    false,
  );
}

/** Appends where the file is whole; else writes it anew, so that half a line never stands between two. */
async function writeLines(path: string, known: ErasureFile, whole: ErasureFile): Promise<void> {
  const before = textOf(known);
  const isWhole = await readOrNull(path) === before;
  if (isWhole && known.erasures.length === whole.erasures.length) return;
  const target = isWhole ? path : `${path}.part`;
  using file = await Deno.open(target, {
    ...{ create: true, mode: 0o600 },
    ...isWhole ? { append: true } : { write: true, truncate: true },
  });
  const bytes = new TextEncoder().encode(textOf(whole).slice(isWhole ? before.length : 0));
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
  await file.sync();
  if (!isWhole) await Deno.rename(target, path);
}

function textOf({ id, erasures }: ErasureFile): string {
  const lines = erasures.map(({ keyId, at, requestId, mark }) =>
    JSON.stringify({ keyId, at, requestId, mark })
  );
  return [JSON.stringify({ ledger: "avanti/1", id }), ...lines, ""].join("\n");
}

function wordsOf({ keyId, at, requestId }: Erasure): string {
  return JSON.stringify([keyId, at, requestId]);
}

function markAfter(mark: string, words: string): string {
  return createHash("sha256").update(`${mark}\n${words}`).digest("base64url");
}

function parsed<Value>(
  path: string,
  number: number,
  schema: z.ZodType<Value>,
  text: string,
): Value {
  try {
    const read = schema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged(path, number);
}

function damaged(path: string, number: number): GatewayError {
  return new GatewayError(
    "ledger",
    `Line ${number} of the ledger of erasures ${path} was changed. Put a copy of a folder of backups in its place.`,
    false,
  );
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
