// What the search compares of a booking beside its words: one number each, in columns that grow together.
import type { Digits } from "./phone-digits.ts";

/** Rows there is room for at first; it doubles when they are full. */
const FIRST_ROOM = 1_024;

/** The columns; a row that is empty has 0 in each. */
export class IndexColumns {
  /** Epoch milliseconds. */
  pickupMs = new Float64Array(FIRST_ROOM);
  /** Telephone numbers from each side, see `KeptNumber`. */
  phone = {
    code: new DigitsColumn(),
    national: new DigitsColumn(),
    end: new DigitsColumn(),
  };
  /** The six characters as a number of base 36. */
  reference = new Uint32Array(FIRST_ROOM);
  vehicle = new Uint16Array(FIRST_ROOM);
  driver = new Uint16Array(FIRST_ROOM);
  version = new Uint32Array(FIRST_ROOM);
  /** 1 while something can still happen to the booking. */
  isOpen = new Uint8Array(FIRST_ROOM);
  /** Which walk over all bookings saw the row last. */
  walk = new Uint32Array(FIRST_ROOM);

  /** Makes room for a row. */
  reach(row: number): void {
    if (row < this.pickupMs.length) return;
    const room = this.pickupMs.length * 2;
    this.pickupMs = grown(this.pickupMs, new Float64Array(room));
    for (const side of Object.values(this.phone)) side.grow(room);
    this.reference = grown(this.reference, new Uint32Array(room));
    this.vehicle = grown(this.vehicle, new Uint16Array(room));
    this.driver = grown(this.driver, new Uint16Array(room));
    this.version = grown(this.version, new Uint32Array(room));
    this.isOpen = grown(this.isOpen, new Uint8Array(room));
    this.walk = grown(this.walk, new Uint32Array(room));
  }

  /** Empties a row. */
  clear(row: number): void {
    const { pickupMs, reference, vehicle, driver, version, isOpen, walk } = this;
    for (const column of [pickupMs, reference, vehicle, driver, version]) column[row] = 0;
    for (const column of [isOpen, walk]) column[row] = 0;
    for (const side of Object.values(this.phone)) side.set(row, null);
  }
}

/** Digits of each row; none have the length 0. */
export class DigitsColumn {
  value = new Float64Array(FIRST_ROOM);
  length = new Uint8Array(FIRST_ROOM);

  /** Puts a row's digits in. */
  set(row: number, digits: Digits | null): void {
    this.value[row] = digits?.value ?? 0;
    this.length[row] = digits?.length ?? 0;
  }

  /** Makes room. */
  grow(room: number): void {
    this.value = grown(this.value, new Float64Array(room));
    this.length = grown(this.length, new Uint8Array(room));
  }
}

function grown<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from);
  return to;
}
