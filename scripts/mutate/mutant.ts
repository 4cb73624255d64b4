// A mutant: one small fault in one file, at an exact range, under a name that outlives edits elsewhere in the file.

/** A piece of a source text and what stands there instead. */
export interface Change {
  start: number;
  end: number;
  replacement: string;
  /** What kind of fault it is: `boundary`, `statement-removed`. */
  operator: string;
}

/** A fault somebody could have made, and that a test should see. */
export interface Mutant extends Change {
  /** `path:line:column:operator#hash`. */
  id: string;
  path: string;
  line: number;
  column: number;
  /** Of the replaced text, its replacement and the line it begins on, so that it says when an edit touched them. */
  hash: string;
  original: string;
  /** The lines of the innermost function that has several of them; null outside of any. */
  within: Lines | null;
}

/** The first and the last line of something, counted from one. */
export interface Lines {
  first: number;
  last: number;
}

/** The mutant that `change` makes of the file `path` with this text. */
export function mutantOf(
  path: string,
  text: string,
  change: Change,
  within: Lines | null = null,
): Mutant {
  const lineStart = text.lastIndexOf("\n", change.start - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  const column = change.start - lineStart + 1;
  const original = text.slice(change.start, change.end);
  const lineText = text.slice(lineStart).split("\n", 1).join("").trim();
  const hash = shortHash([original, change.replacement, lineText].join("\0"));
  const id = `${path}:${line}:${column}:${change.operator}#${hash}`;
  return { ...change, id, path, line, column, hash, original, within };
}

/** The file's text with the fault in it. */
export function withMutant(text: string, { start, end, replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** FNV-1a, 32 bits as eight hexadecimal digits: enough to tell the changes of one file apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
