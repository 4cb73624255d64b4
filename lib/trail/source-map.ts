// Reads source maps (ECMA-426): which line of our sources a place in a built script comes from. Pure.

/** A place in our sources. */
export interface SourcePlace {
  /** `islands/TimeField.tsx`. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** The top-level declaration around it, "" when it is not known. */
  name: string;
}

/** The parts of a map that are read. */
export interface SourceMap {
  sources: readonly string[];
  sourcesContent: readonly (string | null)[];
  mappings: string;
}

/** Our own sources as a map names them; what came from packages is not ours. */
const OWN = /^(?:\.\.?\/)*((?:lib|islands|routes)\/.+)$/;

/** A top-level declaration of our sources: they are written so that each begins its line. */
const DECLARATION = /^(?:export )?(?:default )?(?:async )?(?:function|class|const|let) (\w+)/;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The map in a text, or null when it is none. */
export function parseSourceMap(text: string): SourceMap | null {
  try {
    const { sources, sourcesContent, mappings } = JSON.parse(text);
    const isMap = Array.isArray(sources) && typeof mappings === "string";
    return isMap ? { sources, sourcesContent: sourcesContent ?? [], mappings } : null;
  } catch {
    return null;
  }
}

/** Where line and column (both from 1, as stacks count) of a script come from; null for what is not of our sources. */
export function sourcePlace(map: SourceMap, line: number, column: number): SourcePlace | null {
  const found = segmentBefore(map.mappings, line - 1, column - 1);
  if (found === null) return null;
  const [, file] = OWN.exec(map.sources[found.source] ?? "") ?? [];
  if (file === undefined) return null;
  const name = declarationAt(map.sourcesContent[found.source] ?? "", found.line);
  return { file, line: found.line + 1, column: found.column + 1, name };
}

interface Segment {
  source: number;
  line: number;
  column: number;
}

/** The last segment of a line that begins at or before a column. Lines and columns from 0. */
function segmentBefore(mappings: string, line: number, column: number): Segment | null {
  let [source, sourceLine, sourceColumn] = [0, 0, 0];
  let found: Segment | null = null;
  for (const [at, text] of mappings.split(";").slice(0, line + 1).entries()) {
    let built = 0;
    for (const segment of text === "" ? [] : text.split(",")) {
      const [builtBy = 0, sourceBy, lineBy = 0, columnBy = 0] = fieldsOf(segment);
      built += builtBy;
      if (sourceBy === undefined) continue;
      source += sourceBy;
      sourceLine += lineBy;
      sourceColumn += columnBy;
      if (at !== line || built > column) continue;
      found = { source, line: sourceLine, column: sourceColumn };
    }
  }
  return found;
}

/** The numbers of a segment: base 64, five bits a digit, the sign in the lowest. */
function fieldsOf(segment: string): number[] {
  const fields: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    fields.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return fields;
}

function declarationAt(text: string, line: number): string {
  const above = text.split("\n").slice(0, line + 1).toReversed();
  for (const each of above) {
    const [, name] = DECLARATION.exec(each) ?? [];
    if (name !== undefined) return name;
  }
  return "";
}
