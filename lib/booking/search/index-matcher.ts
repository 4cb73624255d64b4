// Which rows of the index a question means: a set of rows for each thing sought, joined and met.
import type { FleetWords } from "./fleet-words.ts";
import type { IndexColumns } from "./index-columns.ts";
import { typedNumbers } from "./phone-digits.ts";
import { RowSet } from "./row-set.ts";
import type { Reading, Sought, Way } from "./search-question.ts";
import type { WordRows } from "./word-rows.ts";

/** Matches questions against the words and columns of one index. */
export class IndexMatcher {
  constructor(
    readonly words: WordRows,
    readonly columns: IndexColumns,
  ) {}

  /** The rows that fit one of the readings; `room` is how many the index may hold. */
  match(readings: readonly Reading[], fleet: FleetWords, room: number): RowSet {
    const sought = new Map<string, RowSet>();
    const rowsOf = (thing: Sought): RowSet => {
      const name = JSON.stringify(thing);
      const rows = sought.get(name) ?? this.#rowsOf(thing, fleet, room);
      sought.set(name, rows);
      return rows;
    };
    const any = (sets: readonly RowSet[]) => joined(sets, room);
    const wayRows = (way: Way) => inAll(way.map(rowsOf), room);
    const readingRows = (needs: Reading) =>
      inAll(needs.map((ways) => any(ways.map(wayRows))), room);
    return any(readings.map(readingRows));
  }

  #rowsOf(sought: Sought, fleet: FleetWords, room: number): RowSet {
    const rows = new RowSet(room);
    const { phone, reference, vehicle, driver } = this.columns;
    if (sought.kind === "number") {
      for (const typed of typedNumbers(sought.text)) phone[typed.side].addTo(rows, typed);
      return rows;
    }
    this.words.addTo(rows, sought.word);
    reference.addTo(rows, sought.word);
    vehicle.addTo(rows, idsWith(sought.word, fleet.vehicles));
    driver.addTo(rows, idsWith(sought.word, fleet.drivers));
    return rows;
  }
}

function idsWith(word: string, fleet: FleetWords["vehicles"]): string[] {
  return fleet.filter(([, words]) => words.some((one) => one.startsWith(word))).map(([id]) => id);
}

/** Rows that are in each of the sets. */
function inAll([first, ...others]: readonly RowSet[], room: number): RowSet {
  const rows = joined(first === undefined ? [] : [first], room);
  for (const other of others) rows.keep(other);
  return rows;
}

/** Rows that are in one of the sets. */
function joined(sets: readonly RowSet[], room: number): RowSet {
  const rows = new RowSet(room);
  for (const set of sets) rows.join(set);
  return rows;
}
