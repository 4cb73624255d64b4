// Which rows have which word, found by the word's beginning. A row is a number; what a row no longer has is
// forgotten at once, the word with it when nobody else has it.

/** Letters by which words are kept together; a longer beginning looks through one such group. */
const GROUP_LETTERS = 3;

/** Words and their rows. */
export class WordRows {
  readonly #ids = new Map<string, number>();
  /** By id of a word; "" where one is free. */
  readonly #words: string[] = [];
  readonly #rows: number[][] = [];
  readonly #free: number[] = [];
  readonly #groups = new Map<string, number[]>();

  /** Number of words; for tests. */
  get size(): number {
    return this.#ids.size;
  }

  /** Gives a row the words `after` instead of those with the ids `before`; the ids of the new ones. */
  replace(row: number, before: readonly number[], after: readonly string[]): number[] {
    const ids = after.map((word) => this.#idOf(word));
    for (const id of ids) if (!before.includes(id)) this.#rows[id]?.push(row);
    for (const id of before) if (!ids.includes(id)) this.#remove(id, row);
    return ids;
  }

  /** Sets `marks` to 1 at every row with a word that begins so. */
  mark(beginning: string, marks: Uint8Array): void {
    for (const group of this.#groupsOf(beginning)) {
      for (const id of group) {
        if (!this.#words[id]?.startsWith(beginning)) continue;
        for (const row of this.#rows[id] ?? []) marks[row] = 1;
      }
    }
  }

  #groupsOf(beginning: string): (readonly number[])[] {
    if (beginning.length >= GROUP_LETTERS) {
      return [this.#groups.get(beginning.slice(0, GROUP_LETTERS)) ?? []];
    }
    return [...this.#groups].filter(([name]) => name.startsWith(beginning)).map(([, ids]) => ids);
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#free.pop() ?? this.#words.length;
    this.#ids.set(word, id);
    this.#words[id] = word;
    this.#rows[id] = [];
    const name = word.slice(0, GROUP_LETTERS);
    const group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, [id]);
    else group.push(id);
    return id;
  }

  #remove(id: number, row: number): void {
    const rows = this.#rows[id] ?? [];
    takeOut(rows, row);
    if (rows.length > 0) return;
    const word = this.#words[id] ?? "";
    const name = word.slice(0, GROUP_LETTERS);
    const group = this.#groups.get(name) ?? [];
    takeOut(group, id);
    if (group.length === 0) this.#groups.delete(name);
    this.#ids.delete(word);
    this.#words[id] = "";
    this.#free.push(id);
  }
}

/** The last one takes its place: their order says nothing. */
function takeOut(list: number[], item: number): void {
  const at = list.indexOf(item);
  if (at < 0) return;
  const last = list.pop();
  if (at < list.length && last !== undefined) list[at] = last;
}
