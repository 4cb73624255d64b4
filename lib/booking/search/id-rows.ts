// Which rows belong to which vehicle or driver: ids are kept as small numbers, 0 is nobody's.
import { RowGroups } from "./row-groups.ts";
import type { RowSet } from "./row-set.ts";

/** Rows there is room for at first. */
const FIRST_ROOM = 1_024;

/** The id of each row. */
export class IdRows {
  readonly #numbers = new Map<string, number>();
  readonly #groups = new RowGroups<number>();
  #column = new Uint16Array(FIRST_ROOM);

  /** Gives a row an id instead of the one it had; null is none. */
  set(row: number, id: string | null): void {
    if (row >= this.#column.length) this.#grow(row);
    const [before, after] = [this.#column[row]!, id === null ? 0 : this.#numberOf(id)];
    if (before === after) return;
    if (before > 0) this.#groups.remove(before, row);
    if (after > 0) this.#groups.add(after, row);
    this.#column[row] = after;
  }

  /** Adds the rows of every id. */
  addTo(rows: RowSet, ids: readonly string[]): void {
    for (const id of ids) rows.addAll(this.#groups.of(this.#numbers.get(id) ?? 0));
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, known);
    return known;
  }

  #grow(row: number): void {
    const column = this.#column;
    this.#column = new Uint16Array(Math.max(row + 1, column.length * 2));
    this.#column.set(column);
  }
}
