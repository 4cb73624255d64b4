// Numbers kept together under a name: the rows that have a word, a vehicle or the same first digits. Their order says
// nothing, so that one leaves without the others being moved.

/** No group: nothing stands under the name. */
const NONE: readonly number[] = [];

/** Groups by name; one that is empty is not kept. */
export class RowGroups<Name extends string | number> {
  readonly #groups = new Map<Name, number[]>();

  /** Number of groups. */
  get size(): number {
    return this.#groups.size;
  }

  /** What stands under a name. */
  of(name: Name): readonly number[] {
    return this.#groups.get(name) ?? NONE;
  }

  /** Puts a number under a name. */
  add(name: Name, item: number): void {
    const group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, [item]);
    else group.push(item);
  }

  /** Takes a number from under a name; true when it was the last one there. */
  remove(name: Name, item: number): boolean {
    const group = this.#groups.get(name) ?? [];
    const at = group.indexOf(item);
    if (at < 0) return false;
    const last = group.pop();
    if (at < group.length && last !== undefined) group[at] = last;
    return group.length === 0 && this.#groups.delete(name);
  }
}
