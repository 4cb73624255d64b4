// What a run of retention would do, a line a family, for a person to read.
import type { Texts } from "../../lib/i18n/texts.ts";
import type { RunCounts } from "../../lib/retention/retention-run.ts";

/** Families of which nothing goes are left out. */
export function countLines(counts: RunCounts, words: Texts["retention"]): string[] {
  const lines = Object.entries(counts)
    .filter(([, { deleted, anonymised }]) => deleted + anonymised > 0)
    .map(([family, { looked, deleted, anonymised }]) =>
      words.script.line(family, String(looked), String(deleted), String(anonymised))
    );
  return lines.length === 0 ? [words.nothing] : lines;
}
