// The search over an index in this process's memory; the bookings it shows are read where they are stored.
import type { FleetStore } from "../../fleet/fleet-store.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Feed } from "../../kv/feed.ts";
import { summarise } from "../summarise.ts";
import type { BookingStore } from "../booking-store.ts";
import { BookingIndex } from "./booking-index.ts";
import type { BookingQuestion, BookingSearch, BookingsFound } from "./booking-search.ts";
import { fleetWords } from "./fleet-words.ts";
import { IndexKeeper } from "./index-keeper.ts";
import { readQuestion } from "./search-question.ts";

/** How far an answer builds the index itself, in slices: a small database is whole at the first question. */
const SLICES_PER_ANSWER = 8;
/** Most times an answer is made again because it named bookings that are gone. */
const MAX_TRIES = 20;

/** What the search needs. */
export interface MemorySearchDeps {
  bookings: BookingStore;
  fleet: Pick<FleetStore, "vehicles" | "drivers">;
  feed: Feed;
  clock: Clock;
  shutdown: AbortSignal;
}

/** The search of one process. */
export class MemorySearch implements BookingSearch {
  readonly #deps: MemorySearchDeps;
  readonly #index = new BookingIndex();
  readonly #keeper: IndexKeeper;

  constructor(deps: MemorySearchDeps) {
    this.#deps = deps;
    this.#keeper = new IndexKeeper({ ...deps, index: this.#index });
  }

  /** Builds the index to its end, or brings it up to date. */
  async refresh(): Promise<void> {
    await this.#keeper.catchUp(Infinity);
  }

  async find({ query, limit, after }: BookingQuestion): Promise<BookingsFound> {
    const { fleet, clock } = this.#deps;
    const [vehicles, drivers] = await Promise.all([
      fleet.vehicles(),
      fleet.drivers(),
      this.#keeper.catchUp(SLICES_PER_ANSWER),
    ]);
    const readings = readQuestion(query);
    const nowMs = after?.nowMs ?? clock.now().epochMilliseconds;
    for (let tries = 1;; tries++) {
      const found = this.#index.find(readings, fleetWords(vehicles, drivers), {
        ...{ nowMs, after, limit },
      });
      const ids = found.rows.map(({ id }) => id);
      const stored = await this.#deps.bookings.getAll(ids);
      const gone = ids.filter((_, i) => stored[i] === null);
      for (const id of gone) this.#index.drop(id);
      if (gone.length > 0 && tries < MAX_TRIES) continue;
      const bookings = stored.filter((booking) => booking !== null).map(summarise);
      const last = found.rows.at(-1);
      const { total, before } = found;
      const isMore = last !== undefined && before + ids.length < total;
      const next = isMore ? { ...last, nowMs } : null;
      return { bookings, total, before, next, cover: this.#keeper.cover };
    }
  }
}
