// What of the audit log is somebody's own: when their data were read or changed, by which command, and whether it was they,
// the company or the product itself. Also where an entry names so many that they are not among the first.
import type { OwnData } from "../kernel/own-data.ts";
import type { EntryFinder, EntryQuestion } from "./find-entries.ts";

/** Entries read at once. */
const BATCH = 500;
/** Most pages of one person: fifty thousand entries that name them, or two hundred times as many that do not. */
const MAX_PAGES = 1_000;

/** The families. */
export function auditOwnData({ auditFinder }: { auditFinder: EntryFinder }): OwnData[] {
  return [{
    family: "auditEntry",
    fields: { at: "instant", kind: "text", what: "text", by: "text" },
    sources: ["product"],
    recipients: ["none"],
    async *rows({ personId, marks, driverId }) {
      const subjects = [...marks, ...(driverId === null ? [] : [`driver/${driverId}`])];
      if (subjects.length === 0) return;
      const words = [subjects.map((word) => ({ kind: "subject", word } as const))];
      const asked: EntryQuestion = { words, from: "", before: "" };
      let below: number | null = Infinity;
      for (let pages = 0; below !== null && pages < MAX_PAGES; pages++) {
        const { entries, next } = await auditFinder.find(asked, below, BATCH);
        for (const { at, kind, what, who } of entries) {
          yield { at, kind, what, by: by(who, personId) };
        }
        below = next;
      }
    },
  }];
}

function by(who: string, personId: string | null): string {
  if (who === "system") return "product";
  if (who === "guest") return "guest";
  return who === `person/${personId}` ? "you" : "company";
}
