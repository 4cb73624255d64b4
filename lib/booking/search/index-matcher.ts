// Which rows of the index a question means: a mark a row, one look through a column for each thing sought.
import type { FleetWords } from "./fleet-words.ts";
import type { IndexColumns } from "./index-columns.ts";
import { boundsOf, typedNumbers } from "./phone-digits.ts";
import type { Reading, Sought, Way } from "./search-question.ts";
import type { WordRows } from "./word-rows.ts";

/** Length of a reference code. */
const CODE_LENGTH = 6;
/** Shorter beginnings of a code are the beginnings of words. */
const MIN_CODE_LENGTH = 4;

/** 1 for a row that fits, 0 for one that does not. */
type Marks = Uint8Array;

/** Matches questions against the words and columns of one index. */
export class IndexMatcher {
  constructor(
    readonly words: WordRows,
    readonly columns: IndexColumns,
    readonly vehicles: ReadonlyMap<string, number>,
    readonly drivers: ReadonlyMap<string, number>,
  ) {}

  /** Marks of the rows that fit one of the readings. */
  match(readings: readonly Reading[], fleet: FleetWords, rows: number): Marks {
    const sought = new Map<string, Marks>();
    const marksOf = (thing: Sought): Marks => {
      const name = JSON.stringify(thing);
      const marks = sought.get(name) ?? this.#marksOf(thing, fleet, rows);
      sought.set(name, marks);
      return marks;
    };
    const wayMarks = (way: Way) => all(way.map(marksOf));
    const needMarks = (needs: Reading) => all(needs.map((ways) => any(ways.map(wayMarks))));
    return readings.length === 0 ? new Uint8Array(rows) : any(readings.map(needMarks));
  }

  #marksOf(sought: Sought, fleet: FleetWords, rows: number): Marks {
    const marks = new Uint8Array(rows);
    if (sought.kind === "number") {
      this.#markNumbers(sought.text, marks);
      return marks;
    }
    this.words.mark(sought.word, marks);
    this.#markReferences(sought.word, marks);
    markIds(this.columns.vehicle, idsWith(sought.word, fleet.vehicles, this.vehicles), marks);
    markIds(this.columns.driver, idsWith(sought.word, fleet.drivers, this.drivers), marks);
    return marks;
  }

  #markNumbers(text: string, marks: Marks): void {
    for (const typed of typedNumbers(text)) {
      const { value, length } = this.columns.phone[typed.side];
      const { low, high } = boundsOf(typed);
      for (let row = 0; row < marks.length; row++) {
        const digits = length[row]!;
        if (value[row]! >= low[digits]! && value[row]! < high[digits]!) marks[row] = 1;
      }
    }
  }

  #markReferences(word: string, marks: Marks): void {
    if (word.length < MIN_CODE_LENGTH || word.length > CODE_LENGTH) return;
    if (!/^[a-z0-9]+$/.test(word)) return;
    const step = 36 ** (CODE_LENGTH - word.length);
    const first = parseInt(word, 36) * step;
    const { reference } = this.columns;
    for (let row = 0; row < marks.length; row++) {
      const code = reference[row]!;
      if (code >= first && code < first + step && code > 0) marks[row] = 1;
    }
  }
}

function idsWith(
  word: string,
  fleet: FleetWords["vehicles"],
  numbers: ReadonlyMap<string, number>,
): number[] {
  const named = fleet.filter(([, words]) => words.some((one) => one.startsWith(word)));
  return named.flatMap(([id]) => numbers.get(id) ?? []);
}

function markIds(column: Uint16Array, ids: readonly number[], marks: Marks): void {
  if (ids.length === 0) return;
  const wanted = new Uint8Array(Math.max(...ids) + 1);
  for (const id of ids) wanted[id] = 1;
  for (let row = 0; row < marks.length; row++) if (wanted[column[row]!] === 1) marks[row] = 1;
}

/** Rows marked in each. */
function all([first, ...others]: readonly Marks[]): Marks {
  const marks = first?.slice() ?? new Uint8Array();
  for (const other of others) for (let i = 0; i < marks.length; i++) marks[i]! &= other[i]!;
  return marks;
}

/** Rows marked in one of them. */
function any([first, ...others]: readonly Marks[]): Marks {
  const marks = first?.slice() ?? new Uint8Array();
  for (const other of others) for (let i = 0; i < marks.length; i++) marks[i]! |= other[i]!;
  return marks;
}
