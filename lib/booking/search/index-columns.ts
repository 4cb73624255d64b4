// What the search keeps of a booking beside its words: numbers in columns that grow together.
import { CodeRows } from "./code-rows.ts";
import { IdRows } from "./id-rows.ts";
import { NumberRows } from "./number-rows.ts";

/** Rows there is room for at first; it doubles when they are full. */
const FIRST_ROOM = 1_024;

/** The columns; a row that is empty has 0 in each. */
export class IndexColumns {
  /** Epoch milliseconds. */
  pickupMs = new Float64Array(FIRST_ROOM);
  version = new Uint32Array(FIRST_ROOM);
  /** 1 while something can still happen to the booking. */
  isOpen = new Uint8Array(FIRST_ROOM);
  /** Which walk over all bookings saw the row last. */
  walk = new Uint32Array(FIRST_ROOM);
  /** Telephone numbers from each side, see `KeptNumber`. */
  readonly phone = {
    code: new NumberRows(),
    national: new NumberRows(),
    end: new NumberRows(),
  };
  readonly reference = new CodeRows();
  readonly vehicle = new IdRows();
  readonly driver = new IdRows();

  /** Makes room for a row. */
  reach(row: number): void {
    if (row < this.pickupMs.length) return;
    const room = this.pickupMs.length * 2;
    this.pickupMs = grown(this.pickupMs, new Float64Array(room));
    this.version = grown(this.version, new Uint32Array(room));
    this.isOpen = grown(this.isOpen, new Uint8Array(room));
    this.walk = grown(this.walk, new Uint32Array(room));
  }

  /** Empties a row. */
  clear(row: number): void {
    const { pickupMs, version, isOpen, walk } = this;
    for (const column of [pickupMs, version, isOpen, walk]) column[row] = 0;
    for (const side of Object.values(this.phone)) side.set(row, null);
    this.reference.set(row, "");
    this.vehicle.set(row, null);
    this.driver.set(row, null);
  }
}

function grown<Column extends Float64Array | Uint32Array | Uint8Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from);
  return to;
}
