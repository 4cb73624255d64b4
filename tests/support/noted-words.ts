// Notes and an index over them that came later: what a walk over old rows is tested with.
import { backfill } from "../../lib/kv/backfill.ts";
import { family } from "../../lib/kv/family.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";

const NOTES_A_COMMIT = 200;
const FACTS = { privacy: "C1", subject: "nobody", kept: { until: "erased" } } as const;

/** A note with one word. */
export interface Note {
  id: string;
  word: string;
}

/** Notes, and the index over their words. */
export const noteKeys = {
  note: family<[id: string], Note>("note", FACTS),
  noteByWord: family<[word: string, id: string], string>("noteByWord", FACTS),
};

/** The walk that makes the index. */
export const byWord = backfill("notes by word", noteKeys.note.prefix, addWord);

/** What follows from a note. */
export function addWord(tx: Transaction, { word, id }: Note): void {
  tx.set(noteKeys.noteByWord(word, id), id);
}

/** Writes a note as a live change does: with the index, its former word taken out. */
export function writeNote(db: Database, note: Note, former?: string): Promise<string | null> {
  const tx = new Transaction(db).set(noteKeys.note(note.id), note);
  if (former !== undefined) tx.delete(noteKeys.noteByWord(former, note.id));
  addWord(tx, note);
  return tx.commit();
}

/** Writes notes as a release did that had no index. */
export async function writeOldNotes(db: Database, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += NOTES_A_COMMIT) {
    const tx = new Transaction(db);
    for (const id of ids.slice(i, i + NOTES_A_COMMIT)) {
      tx.set(noteKeys.note(id), { id, word: "old" });
    }
    await tx.commit();
  }
}

/** The index as it stands, and as it should. */
export async function wordsAndTruth(db: Database): Promise<[string[], string[]]> {
  const index = await Array.fromAsync(db.write.list({ prefix: ["noteByWord"] }));
  const notes = await Array.fromAsync(db.write.list<Note>({ prefix: ["note"] }));
  return [
    index.map(({ key }) => key.slice(1).join(" ")),
    notes.map(({ value }) => `${value.word} ${value.id}`).sort(),
  ];
}
