// Moves a trip on the timeline, by pointer or by keys: picks it up, follows it, drops it, and says what it would cost.
import { fetchCandidates } from "./move-api.ts";
import { filled, type MoveWords } from "./move-words.ts";
import {
  type CarRowFacts,
  type KnownCandidates,
  type MoveCost,
  moveCost,
  type MovingTrip,
} from "./moving.ts";
import {
  carRows,
  clearMarks,
  markRefusals,
  markTarget,
  rowFacts,
  tripOfBar,
} from "./timeline-marks.ts";

/** What is shown beside the trip while it is in the air. */
export interface MoveCard extends MoveCost {
  trip: string;
  /** Said where somebody tries to move the time, else "". */
  hint: string;
  /** Where it stands in the window, in pixels. */
  x: number;
  y: number;
}

/** What the mover tells. */
export interface MoverHandlers {
  onCard(card: MoveCard | null): void;
  onSaid(words: string): void;
  /** It was dropped on a car that takes it, perhaps with a reason. */
  onDrop(trip: MovingTrip, car: CarRowFacts, cost: MoveCost): void;
  /** Nothing is in the air any more. */
  onEnd(): void;
}

interface Held {
  bar: SVGAElement;
  trip: MovingTrip;
  row: HTMLElement | null;
  candidates: KnownCandidates;
  at: { x: number; y: number } | null;
  /** Where the pointer took it up. */
  from: { x: number; y: number } | null;
}

/** So far to the side the pointer means another time, in pixels. */
const SIDEWAYS_PX = 60;

/** Holds at most one trip. */
export class TripMover {
  readonly #words: MoveWords;
  readonly #handlers: MoverHandlers;
  #held: Held | null = null;

  constructor(words: MoveWords, handlers: MoverHandlers) {
    this.#words = words;
    this.#handlers = handlers;
  }

  /** True while a trip is in the air. */
  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** Picks a trip up; `at` is the pointer's place, null by keys. False when it cannot move. */
  lift(bar: SVGAElement, at: Held["at"]): boolean {
    const trip = tripOfBar(bar);
    if (trip === null) {
      this.#handlers.onSaid(this.#words.fixed);
      return false;
    }
    this.cancel();
    const held: Held = { bar, trip, row: null, candidates: "loading", at, from: at };
    this.#held = held;
    bar.setAttribute("data-lifted", "");
    this.#handlers.onSaid(filled(this.#words.intro, { trip: trip.label }));
    void this.#ask(held);
    this.over(at === null ? this.#ownRow(held) : null, at);
    return true;
  }

  /** The trip is over a row, or over none. */
  over(row: HTMLElement | null, at: Held["at"]): void {
    const held = this.#held;
    if (held === null) return;
    const isOther = row !== held.row;
    held.row = row;
    held.at = at;
    if (isOther) markTarget(held.bar, row);
    this.#show(held, isOther && at === null);
  }

  /** One row up or down, by keys. */
  step(by: 1 | -1): void {
    const held = this.#held;
    if (held === null) return;
    const rows = carRows();
    const now = held.row === null ? -1 : rows.indexOf(held.row);
    const row = rows[Math.min(rows.length - 1, Math.max(0, now + by))];
    if (row === undefined) return;
    row.scrollIntoView({ block: "nearest" });
    this.over(row, null);
  }

  /** Somebody tries to move the time: it is what the customer was promised, and its price follows it. */
  keepTime(): void {
    if (this.#held !== null) this.#handlers.onSaid(this.#words.timeStays);
  }

  /** Lets go where it is. */
  drop(): void {
    const held = this.#held;
    if (held === null) return;
    const { row, trip } = held;
    if (row === null) return this.cancel();
    const car = rowFacts(row);
    const cost = moveCost(trip, car, held.candidates, this.#words);
    this.#end();
    if (cost.kind === "same") return this.#handlers.onSaid(this.#words.cancelled);
    this.#handlers.onDrop(trip, car, cost);
  }

  /** Puts it back. */
  cancel(): void {
    if (this.#held === null) return;
    this.#end();
    this.#handlers.onSaid(this.#words.cancelled);
  }

  async #ask(held: Held): Promise<void> {
    held.candidates = await fetchCandidates(held.trip.id) ?? "failed";
    if (this.#held !== held) return;
    const reasonOf = (car: CarRowFacts) => {
      const { kind, detail } = moveCost(held.trip, car, held.candidates, this.#words);
      return kind === "never" ? detail : "";
    };
    markRefusals(held.bar, reasonOf);
    this.#show(held, held.at === null);
  }

  #show(held: Held, isSaid: boolean): void {
    const { row, trip, at, bar, candidates } = held;
    if (row === null) return this.#handlers.onCard(null);
    const cost = moveCost(trip, rowFacts(row), candidates, this.#words);
    const place = at ?? placeBeside(bar, row);
    const hint = isSideways(held) ? this.#words.timeStays : "";
    this.#handlers.onCard({ ...cost, trip: trip.label, hint, ...place });
    if (isSaid && cost.kind !== "open") {
      this.#handlers.onSaid(`${cost.title}. ${cost.detail}`);
    }
  }

  #ownRow({ bar }: Held): HTMLElement | null {
    return bar.closest<HTMLElement>(".car[data-car]");
  }

  #end(): void {
    if (this.#held !== null) clearMarks(this.#held.bar);
    this.#held = null;
    this.#handlers.onCard(null);
    this.#handlers.onEnd();
  }
}

function isSideways({ at, from }: Held): boolean {
  return at !== null && from !== null && Math.abs(at.x - from.x) > SIDEWAYS_PX;
}

function placeBeside(bar: SVGAElement, row: HTMLElement): { x: number; y: number } {
  return { x: bar.getBoundingClientRect().right, y: row.getBoundingClientRect().bottom };
}
