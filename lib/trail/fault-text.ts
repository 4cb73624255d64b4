// What is said of a failure in a browser: words that browsers themselves say, and where in our scripts. What somebody
// typed may stand in the message of an error, in quotation marks or without; it is no such word.
import { MAX_POSITIONS } from "./trail.ts";

/** The words of browsers' own messages about code that fails. */
const WORDS =
  "a cannot defined failed fetch function is not null of properties read reading undefined"
    .split(" ");

/** Longest message kept, in words. */
const MAX_WORDS = 24;

/** The message in small letters, with `…` for whatever is no word of a browser's own. */
export function knownWords(message: string): string {
  const words = message.toLowerCase().split(/[^\p{L}]+/u, MAX_WORDS);
  return words.map((word) => WORDS.includes(word) ? word : "…").join(" ");
}

/** A message as `knownWords` makes it, from whoever says it is one. */
export function cleanMessage(message: string): string {
  return message.split(" ", MAX_WORDS).map((word) => WORDS.includes(word) ? word : "…").join(" ")
    .replace(/(?:… ?)+/g, "… ").trim();
}

/** A place in a script of the build. */
export type ScriptPosition = readonly [script: string, line: number, column: number];

/** Places in scripts of the build that a stack names, innermost first. */
export function positionsIn(stack: string): ScriptPosition[] {
  return [...stack.matchAll(/\/_fresh\/js\/(\w+-[A-Z0-9]{8}\.js):(\d+):(\d+)/g)]
    .slice(0, MAX_POSITIONS)
    .map(([, script = "", line, column]) => [script, +line!, +column!]);
}
