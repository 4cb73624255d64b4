// Loads under way: whoever asks for what is being loaded waits for that load, as long as what it will bring is still true.
import type { KnownLog, Stamped } from "./known-log.ts";

/** What a load brought. */
export interface Landed {
  value: unknown;
}

/** One load under way. */
export interface Flight extends Stamped {
  landed: Promise<Landed>;
  /** Which one it is, in the order they began. */
  order: number;
  /** When it began, in milliseconds on the process's own clock. */
  sinceMs: number;
}

/** Most loads that others may wait for; a load beyond them is for whoever asked alone. */
export const MAX_FLIGHTS = 10_000;
/** A load that takes longer is not waited for by anybody new, in milliseconds: it may never end. */
export const MAX_FLIGHT_MS = 60_000;

/** The loads of one process. */
export class Flights {
  readonly #flights = new Map<string, Flight>();
  readonly #log: KnownLog;
  readonly #now: () => number;
  #order = 0;

  constructor({ log, now }: { log: KnownLog; now: () => number }) {
    this.#log = log;
    this.#now = now;
  }

  /** How many are under way. */
  get size(): number {
    return this.#flights.size;
  }

  /** The number of the newest: those that begin from now on have a larger one. */
  get order(): number {
    return this.#order;
  }

  /** A load of a key that may be waited for; null when there is none. */
  find(category: string, name: string): Flight | null {
    const flight = this.#flights.get(`${category} ${name}`);
    if (flight === undefined || this.#now() - flight.sinceMs > MAX_FLIGHT_MS) return null;
    return this.#log.isTrue(flight) ? flight : null;
  }

  /** Begins one. It stands in the place of an older load of the same key that can no longer be waited for. */
  begin(of: Stamped, run: () => Promise<Landed>): Flight {
    const key = `${of.category} ${of.name}`;
    const flight: Flight = {
      ...of,
      landed: run(),
      order: ++this.#order,
      sinceMs: this.#now(),
    };
    if (this.#flights.size < MAX_FLIGHTS || this.#flights.has(key)) {
      this.#flights.set(key, flight);
      const end = () => {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      };
      flight.landed.then(end, end);
    }
    return flight;
  }
}
