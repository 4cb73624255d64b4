// What a restore does to the log. A backup's log ends where the backup was made; what was signed after that is known by the file
// outside alone, which is kept beside a new one that the restored log goes on from. The log says so itself: the first entry of
// its own is of the restore, and `verify-audit` reads it where it finds that the log is another one.
import { commitUnlessLocked } from "../kv/commit.ts";
import type { IntentWriter } from "../kv/intent.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { claimedSize } from "./checkpoint.ts";
import type { AuditEntry } from "./entry.ts";
import { exportedNotes } from "./exported-lines.ts";
import type { Intent } from "./intent.ts";
import { auditKeys } from "./keys.ts";
import { rowHash, rowName } from "./row-hash.ts";

/** What an entry of a restore says of itself. */
const RESTORED = "backup restored";

/** How the file outside stands to a log that is restored. */
export interface ExportBefore {
  /** Its newest checkpoint; "" where there is none. */
  note: string;
  /** The lines the restored log goes on from; all of them where the file has no checkpoint that the log has not. */
  kept: string;
  isAhead: boolean;
}

/** A restore as an entry tells of it. */
export interface RestoreEntry {
  index: number;
  /** When the backup was made. */
  madeAt: string;
  /** Entries that had been signed and are no longer in the log. */
  lost: number;
}

/** What is said of a restore. */
export interface RestoreNote {
  at: string;
  /** When the backup was made. */
  madeAt: string;
  /** Intents in it that were no entries yet. */
  waiting: number;
  before: ExportBefore;
}

/** Compares the lines of the file outside with a log. */
export async function exportBefore(
  db: Pick<Database, "read">,
  text: string,
): Promise<ExportBefore> {
  const notes = exportedNotes(text);
  const note = notes.at(-1)?.note ?? "";
  for (const last of notes.toReversed()) {
    const row = auditKeys.checkpoint(claimedSize(last.note));
    if ((await readIfReadable(db.read, row)).value?.note !== last.note) continue;
    const isAhead = last.note !== note;
    return { note, isAhead, kept: isAhead ? text.slice(0, last.end) : text };
  }
  return { note, kept: "", isAhead: note !== "" };
}

/** Says in the log that it was put in the place of another; how many entries that one had which were signed. */
export async function noteRestore(
  db: Database,
  { at, madeAt, waiting, before: { isAhead, note } }: RestoreNote,
): Promise<{ lost: number }> {
  const { prefix } = auditKeys.intent;
  const { value: head } = await readIfReadable(db.write, auditKeys.head());
  const size = claimedSize(note);
  // What waits in the backup had become entries before it was put back, and becomes the same again.
  const lost = isAhead ? Math.max(0, size - (head?.size ?? 0) - waiting) : 0;
  const abandoned = { row: rowName(auditKeys.checkpoint(size)), was: rowHash(note), is: null };
  const row: Intent = {
    ...{ kind: "security", at, who: "system", what: RESTORED, from: "", ref: madeAt },
    ...{ subjects: [], rows: isAhead ? [abandoned] : [], count: lost },
  };
  const intents: IntentWriter = {
    isAudited: () => false,
    intentOf: () => Promise.resolve({ prefix, row }),
  };
  const tx = new Transaction({ ...db, intents }).audit({ kind: "security" });
  if (await commitUnlessLocked(tx) === null) throw new Error("The restored database is in use");
  return { lost };
}

/** Null for an entry that is of no restore. */
export function restoreOf({ kind, what, index, ref, count }: AuditEntry): RestoreEntry | null {
  return kind === "security" && what === RESTORED ? { index, madeAt: ref, lost: count ?? 0 } : null;
}

/** Puts the file outside aside and begins a new one; the name of what was set aside. Killed between, it is whole under both names. */
export async function setExportAside(path: string, { kept }: ExportBefore, at: string) {
  const former = `${path}.before-${at.replaceAll(/[:.]/g, "-")}`;
  const part = `${path}.part`;
  await Deno.copyFile(path, former);
  await Deno.writeTextFile(part, kept, { mode: 0o600 });
  await Deno.rename(part, path);
  return former;
}
