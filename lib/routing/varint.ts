// Whole numbers in as few bytes as they need (LEB128, signed ones zigzagged), as base64 inside JSON.

/** Writes numbers one after the other. */
export class VarintWriter {
  #bytes: number[] = [];

  /** Appends a whole number from 0 to 2³⁰. */
  unsigned(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#bytes.push(rest & 127 | 128);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }

  /** Appends a whole number from −2²⁹ to 2²⁹. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Everything written so far. */
  toBase64(): string {
    let text = "";
    for (const byte of this.#bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }
}

/** Reads what a VarintWriter wrote; throws RangeError past the end. */
export class VarintReader {
  #text: string;
  #at = 0;

  constructor(base64: string) {
    this.#text = atob(base64);
  }

  /** True when every number was read. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.isAtEnd) throw new RangeError("Varint past the end");
      const byte = this.#text.charCodeAt(this.#at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new RangeError("Varint too long");
  }

  signed(): number {
    const value = this.unsigned();
    return value & 1 ? -((value + 1) / 2) : value / 2;
  }
}
