// What a JSON text is made of, before it is parsed: how deep, how much, and under which names.
import { RequestError } from "../errors/request-error.ts";
import { assertName, tooManyFields } from "./parameters.ts";

/** Deepest JSON accepted. */
const MAX_DEPTH = 20;
/** Most values in one document: fifty trips given at once with their cars have under a thousand. */
const MAX_VALUES = 5_000;

/** An object or list that is open. */
interface Open {
  /** Names so far; null in a list. */
  names: Set<string> | null;
  /** True where the next text of an object is a name. */
  isNameNext: boolean;
}

/**
 * Throws RequestError: "json-too-deep", "too-many-fields", "name-forbidden", or "name-repeated" for a name that one object
 * has twice, of which parsers take one or the other (RFC 8259, section 4). What is no JSON is left to the parser.
 */
export function assertJsonShape(text: string): void {
  const open: Open[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    const inner = open.at(-1);
    if (char === '"') {
      const end = endOfText(text, at);
      if (inner?.names && inner.isNameNext) noteName(inner.names, text.slice(at, end + 1));
      if (inner !== undefined) inner.isNameNext = false;
      at = end;
    } else if (char === "{" || char === "[") {
      if (open.length === MAX_DEPTH) {
        throw new RequestError("json-too-deep", { maxDepth: MAX_DEPTH });
      }
      open.push({ names: char === "{" ? new Set() : null, isNameNext: true });
      values++;
    } else if (char === "}" || char === "]") open.pop();
    else if (char === ",") {
      if (inner !== undefined) inner.isNameNext = true;
      values++;
    }
    if (values > MAX_VALUES) throw tooManyFields(MAX_VALUES);
  }
}

/** Where the text that begins at `start` ends. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function noteName(names: Set<string>, quoted: string): void {
  const name = quoted.includes("\\") ? unescaped(quoted) : quoted.slice(1, -1);
  assertName(name);
  if (names.has(name)) throw new RequestError("name-repeated", {});
  names.add(name);
}

/** `"\u005f_proto__"` is a name like any other. */
function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch (error) {
    // No JSON; the parser says so next.
    if (!(error instanceof SyntaxError)) throw error;
    return quoted;
  }
}
