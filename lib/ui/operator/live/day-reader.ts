// Reads the day, one question at a time, and keeps what the stream tells meanwhile for the answer.
import type { BookingSummary } from "../../../booking/booking.ts";
import type { DayData } from "../../../board/day.ts";
import type { Answer } from "./board-api.ts";
import { type DaySide, joinedDay, sideMissing } from "./join-day.ts";
import type { DayHappening } from "./live-day.ts";

/** Most pages read anew behind one another: five thousand trips, which is the most a day is shown of. */
const MAX_PAGES = 25;

/** What reading is done with. */
export interface DayReaderPorts {
  /** The day as it is held now. */
  held(): DayData;
  /** Asks the server for the page of a cursor, "" for where the day begins. */
  ask(cursor: string): Promise<Answer<DayData>>;
  happen(happening: DayHappening): void;
  /** The server did not answer, or refused. */
  onRefused(status: number): void;
}

/** Reads for one board. */
export class DayReader {
  readonly #ports: DayReaderPorts;
  /** Changes that arrive while something is being read; null while nothing is. */
  #since: BookingSummary[] | null = null;
  #isRereadWanted = false;

  constructor(ports: DayReaderPorts) {
    this.#ports = ports;
  }

  /** Hears of a live change. */
  heard(summary: BookingSummary): void {
    this.#since?.push(summary);
  }

  /** Reads what is held anew; while something else is being read, behind it. */
  async reread(): Promise<void> {
    this.#isRereadWanted = true;
    while (this.#isRereadWanted && this.#since === null) {
      this.#isRereadWanted = false;
      await this.#reading(async (since) => {
        const day = await this.#readHeld();
        if (day !== null) this.#ports.happen({ type: "loaded", day, since });
      });
    }
  }

  /** Reads the page on one side and joins it on; nothing where there is none, or one is being read. */
  async more(side: DaySide): Promise<void> {
    const cursor = this.#ports.held()[side];
    if (cursor === null || this.#since !== null) return;
    await this.#reading(async (since) => {
      const page = await this.#ask(cursor);
      if (page !== null) this.#ports.happen({ type: "joined", page, since });
    });
    if (this.#isRereadWanted) await this.reread();
  }

  async #reading(read: (since: readonly BookingSummary[]) => Promise<void>): Promise<void> {
    const since: BookingSummary[] = [];
    this.#since = since;
    await read(since);
    this.#since = null;
  }

  /** The first page, and as many of the others as are held. */
  async #readHeld(): Promise<DayData | null> {
    const held = this.#ports.held();
    let day = await this.#ask(held.page ?? "");
    for (let pages = 1; pages < MAX_PAGES && day !== null; pages++) {
      const side = sideMissing(day, held);
      const cursor = side === null ? null : day[side];
      if (cursor === null) return day;
      const page = await this.#ask(cursor);
      if (page === null) return null;
      day = joinedDay(day, page);
    }
    return day;
  }

  async #ask(cursor: string): Promise<DayData | null> {
    const answer = await this.#ports.ask(cursor);
    if (answer.ok) return answer.value;
    this.#ports.onRefused(answer.status);
    return null;
  }
}
