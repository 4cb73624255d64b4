// Gathers whose data somebody is shown while an answer is made.
import type { Seen } from "../kernel/acting.ts";

/** Most rows and subjects that are told apart; what shows more is counted on, and no page does. */
const MAX_SEEN = 50_000;

/** What one answer shows. */
export class SeenSubjects implements Seen {
  readonly #subjects = new Map<string, { kind: string; at: string }>();
  readonly #marks = new Set<string>();
  readonly #rows = new Set<string>();
  #others = 0;

  /** Those that were seen, by what rows say of them. */
  get subjects(): readonly { kind: string; at: string }[] {
    return [...this.#subjects.values()];
  }

  /** Those that were seen and are known by their marks alone. */
  get marks(): readonly string[] {
    return [...this.#marks];
  }

  /** How many rows of somebody's data. */
  get count(): number {
    return this.#rows.size + this.#others;
  }

  add(subject: { kind: string; at: string }, row: string): void {
    this.#addRow(row);
    const key = `${subject.kind}/${subject.at}`;
    if (this.#subjects.size < MAX_SEEN) this.#subjects.set(key, subject);
  }

  addMarks(marks: readonly string[], row: string): void {
    this.#addRow(row);
    for (const mark of marks) if (this.#marks.size < MAX_SEEN) this.#marks.add(mark);
  }

  #addRow(row: string): void {
    if (this.#rows.has(row)) return;
    if (this.#rows.size < MAX_SEEN) this.#rows.add(row);
    else this.#others++;
  }
}
