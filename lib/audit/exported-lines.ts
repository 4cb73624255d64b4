// What is kept of the log outside the database, as lines of JSON: hashes of entries, and the checkpoints that sign them.
// Whoever changes these hashes is found by the signature, and whoever changes the log by these hashes: entry by entry.
import { z } from "zod";
import { openBySome } from "./checkpoint.ts";
import { Frontier, type Hash, HASH_BYTES, isSameHash } from "./merkle.ts";
import type { NoteVerifier } from "./signed-note.ts";

/** Hashes of the entries from an index on, in base64. */
const leavesLine = z.object({ from: z.int().min(0), leaves: z.base64() });
/** A signed checkpoint, over all hashes before it. */
const noteLine = z.object({ at: z.string(), note: z.string() });
const line = z.union([leavesLine, noteLine]);

/** The line of some hashes. */
export function leavesText(from: number, leaves: Uint8Array): string {
  return `${JSON.stringify({ from, leaves: leaves.toBase64() })}\n`;
}

/** The line of a checkpoint. */
export function noteText({ at, note }: { at: string; note: string }): string {
  return `${JSON.stringify({ at, note })}\n`;
}

/** What a file of such lines bears witness of. */
export interface Exported {
  /** How many entries are signed for. */
  size: number;
  root: Hash;
  /** The hash of an entry that is signed for. */
  leaf(index: number): Hash;
  /** How many checkpoints there are. */
  checkpoints: number;
}

/** The file contradicts itself, or is not what this product writes. */
export class ExportedError extends Error {
  override name = "ExportedError";
}

/** Reads lines. Hashes behind the last checkpoint are passed over. Throws ExportedError and NoteError. */
export function readExported(text: string, ...verifiers: NoteVerifier[]): Exported {
  const tree = new Frontier();
  const leaves: Hash[] = [];
  let [size, checkpoints] = [0, 0];
  let root = tree.root();
  for (const [i, one] of text.split("\n").entries()) {
    if (one === "") continue;
    const parsed = parsedLine(one, i + 1);
    if ("leaves" in parsed) {
      if (parsed.from !== leaves.length) {
        throw new ExportedError(`Line ${i + 1} leaves entries out`);
      }
      for (const leaf of hashesIn(parsed.leaves)) {
        leaves.push(leaf);
        tree.append(leaf);
      }
      continue;
    }
    const signed = openBySome(parsed.note, verifiers);
    if (signed.size !== tree.size || !isSameHash(signed.root, tree.root())) {
      throw new ExportedError(`The checkpoint of line ${i + 1} is not over the hashes before it`);
    }
    checkpoints++;
    ({ size, root } = signed);
  }
  const leaf = (index: number) => leaves[index] ?? new Uint8Array();
  return { size, root, leaf, checkpoints };
}

/** The checkpoints of some lines, in their order, each with where its line ends. What is no whole line is passed over. */
export function exportedNotes(text: string): { note: string; end: number }[] {
  const notes: { note: string; end: number }[] = [];
  let end = 0;
  for (const one of text.split("\n").slice(0, -1)) {
    end += one.length + 1;
    const found = noteLine.safeParse(jsonOf(one));
    if (found.success) notes.push({ note: found.data.note, end });
  }
  return notes;
}

function parsedLine(text: string, number: number): z.infer<typeof line> {
  const parsed = line.safeParse(jsonOf(text));
  if (!parsed.success) throw new ExportedError(`Line ${number} cannot be read`);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function hashesIn(base64: string): Hash[] {
  const bytes = Uint8Array.fromBase64(base64);
  return Array.from(
    { length: Math.floor(bytes.length / HASH_BYTES) },
    (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
