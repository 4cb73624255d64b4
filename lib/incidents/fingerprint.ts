// What makes two failures the same one: code, kind, where in our sources, what it says without the particulars. Line
// numbers, hashes of builds and ids do not count, so that the next release knows its old failures again.
import { createHash } from "node:crypto";
import type { ErrorFacts } from "../errors/product-error.ts";
import type { Fingerprint } from "./incident.ts";

/** Frames of our own that count, innermost first. */
const MAX_FRAMES = 5;

/** A frame of our sources: `at name (file:///…/lib/a/b.ts:1:2)`, or without a name. */
const FRAME =
  /^\s*at (?:async )?(?:(.+?) \()?(?:file:\/\/)?[^\s()]*?\/((?:lib|routes|islands|scripts)\/[^\s():]+|main\.ts):(\d+):(\d+)\)?$/;

/** One call in our sources. */
export interface SourceFrame {
  /** `lib/a/b.ts`. */
  file: string;
  /** Of the function, or "". */
  name: string;
  line: number;
  column: number;
}

/** Where in our sources an error was thrown, innermost first. The framework's own frames are left out. */
export function sourceFrames(error: unknown): SourceFrame[] {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return stack.split("\n").flatMap((text) => {
    const [, name = "", file, line, column] = FRAME.exec(text) ?? [];
    if (file === undefined || file.startsWith("lib/jsr/")) return [];
    const plain = name.replace(/^(new |Object\.|Module\.)/, "");
    return [{ file, name: plain, line: Number(line), column: Number(column) }];
  }).slice(0, MAX_FRAMES);
}

/** The same in words that stay when lines move: `lib/a/b.ts name`. */
export function framesOf(error: unknown): string[] {
  return sourceFrames(error).map(({ file, name }) => `${file} ${name}`.trim());
}

/** The fingerprint of a failure during some operation. */
export function fingerprintOf(
  { code, category, technical }: Pick<ErrorFacts, "code" | "category" | "technical">,
  operation: string,
  frames: readonly string[],
): Fingerprint {
  // Where it was thrown says more than where it was asked for; what has no frames is told apart by the operation.
  const place = frames.length > 0 ? frames : [operation];
  const parts = [code, category, withoutParticulars(technical), ...place];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

/** A message without ids, numbers, quoted words and addresses. */
function withoutParticulars(text: string): string {
  return text
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|”[^”]*”/g, "‹›")
    .replace(/\b[0-9a-f]{8,}\b|\b[0-9A-HJKMNP-TV-Z]{26}\b/gi, "‹›")
    .replace(/\d+/g, "#")
    .slice(0, 300);
}
