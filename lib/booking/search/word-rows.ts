// Which rows have which word, found by the word's beginning. A row is a number; what a row no longer has is
// forgotten at once, the word with it when nobody else has it.
import { RowGroups } from "./row-groups.ts";
import type { RowSet } from "./row-set.ts";

/** Most letters by which words are kept together; a longer beginning looks through one such group. */
const GROUP_LETTERS = 3;

/** Words and their rows. */
export class WordRows {
  readonly #ids = new Map<string, number>();
  /** By id of a word; "" where one is free. */
  readonly #words: string[] = [];
  readonly #free: number[] = [];
  /** Rows by the id of a word they have. */
  readonly #rows = new RowGroups<number>();
  /** Ids of words by their first letter, their first two and their first three. */
  readonly #groups = new RowGroups<string>();

  /** Number of words; for tests. */
  get size(): number {
    return this.#ids.size;
  }

  /** Gives a row the words `after` instead of those with the ids `before`; the ids of the new ones. */
  replace(row: number, before: readonly number[], after: readonly string[]): number[] {
    const ids = after.map((word) => this.#idOf(word));
    for (const id of ids) if (!before.includes(id)) this.#rows.add(id, row);
    for (const id of before) if (!ids.includes(id) && this.#rows.remove(id, row)) this.#forget(id);
    return ids;
  }

  /** Adds every row with a word that begins so. */
  addTo(rows: RowSet, beginning: string): void {
    for (const id of this.#groups.of(beginning.slice(0, GROUP_LETTERS))) {
      if (this.#words[id]?.startsWith(beginning)) rows.addAll(this.#rows.of(id));
    }
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#free.pop() ?? this.#words.length;
    this.#ids.set(word, id);
    this.#words[id] = word;
    for (const name of groupNames(word)) this.#groups.add(name, id);
    return id;
  }

  #forget(id: number): void {
    const word = this.#words[id] ?? "";
    for (const name of groupNames(word)) this.#groups.remove(name, id);
    this.#ids.delete(word);
    this.#words[id] = "";
    this.#free.push(id);
  }
}

function groupNames(word: string): Set<string> {
  const lengths = Array.from({ length: GROUP_LETTERS }, (_, i) => i + 1);
  return new Set(lengths.map((letters) => word.slice(0, letters)));
}
