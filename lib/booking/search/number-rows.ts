// Which rows have which digits, found by those in front: rows are kept together by their first three digits, so that
// a number of seven is compared with a thousandth of all.
import { boundsOf, type Digits } from "./phone-digits.ts";
import { RowGroups } from "./row-groups.ts";
import type { RowSet } from "./row-set.ts";

/** Digits by which rows are kept together. */
const GROUP_DIGITS = 3;
/** The group of digits that are fewer. */
const SHORT = -1;
/** Rows there is room for at first. */
const FIRST_ROOM = 1_024;

/** The digits of each row, one number a row; rows without any have the length 0. */
export class NumberRows {
  #values = new Float64Array(FIRST_ROOM);
  #lengths = new Uint8Array(FIRST_ROOM);
  readonly #groups = new RowGroups<number>();

  /** Gives a row these digits instead of those it had. */
  set(row: number, digits: Digits | null): void {
    if (row >= this.#values.length) this.#grow(row);
    const before = { value: this.#values[row]!, length: this.#lengths[row]! };
    if (before.length > 0) this.#groups.remove(groupOf(before), row);
    this.#values[row] = digits?.value ?? 0;
    this.#lengths[row] = digits?.length ?? 0;
    if (digits !== null) this.#groups.add(groupOf(digits), row);
  }

  /** Adds every row whose digits begin so. */
  addTo(rows: RowSet, beginning: Digits): void {
    const { low, high } = boundsOf(beginning);
    const [values, lengths] = [this.#values, this.#lengths];
    for (const name of groupsOf(beginning)) {
      for (const row of this.#groups.of(name)) {
        const value = values[row]!;
        const length = lengths[row]!;
        if (value >= low[length]! && value < high[length]!) rows.add(row);
      }
    }
  }

  #grow(row: number): void {
    const room = Math.max(row + 1, this.#values.length * 2);
    const [values, lengths] = [this.#values, this.#lengths];
    this.#values = new Float64Array(room);
    this.#values.set(values);
    this.#lengths = new Uint8Array(room);
    this.#lengths.set(lengths);
  }
}

function groupOf({ value, length }: Digits): number {
  return length < GROUP_DIGITS ? SHORT : Math.floor(value / 10 ** (length - GROUP_DIGITS));
}

/** The groups in which digits with this beginning stand. */
function groupsOf(beginning: Digits): number[] {
  const { value, length } = beginning;
  if (length >= GROUP_DIGITS) return [groupOf(beginning)];
  const step = 10 ** (GROUP_DIGITS - length);
  return [SHORT, ...Array.from({ length: step }, (_, i) => value * step + i)];
}
