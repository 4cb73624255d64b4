// A trip is moved with a finger: it is lifted by holding the finger on it. A finger that goes on at once scrolls, as it
// does everywhere else.
import type { TripMover } from "./mover.ts";
import { EdgeScroll, type Spot } from "./timeline-edge.ts";
import { barAt, rowUnder } from "./timeline-pointer.ts";

/** How long a finger rests before it lifts, in milliseconds: shorter than the menu of a link takes. */
const HOLD_MS = 400;
/** How far it may tremble meanwhile, in pixels. */
const TREMBLE_PX = 10;

/** Listens until the returned function is called. */
export function followTouch(mover: TripMover): () => void {
  const root = document.getElementById("cars-day");
  if (root === null) return () => {};
  const finger = new Finger(mover);
  const ended = new AbortController();
  // A listener that may not say no cannot keep a page from scrolling.
  const options = { passive: false, signal: ended.signal };
  root.addEventListener("touchstart", (event) => finger.down(event), options);
  root.addEventListener("touchmove", (event) => finger.move(event), options);
  root.addEventListener("touchend", (event) => finger.up(event), options);
  root.addEventListener("touchcancel", () => finger.away(), options);
  root.addEventListener("contextmenu", (event) => {
    if (finger.isDown) event.preventDefault();
  }, options);
  return () => {
    finger.away();
    ended.abort();
  };
}

/** One finger, and what it does to the mover. */
class Finger {
  readonly #mover: TripMover;
  readonly #edge: EdgeScroll;
  #start: Spot | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isLifting = false;

  constructor(mover: TripMover) {
    this.#mover = mover;
    this.#edge = new EdgeScroll((at) => mover.over(rowUnder(at), at));
  }

  /** True while it rests on a trip that can move. */
  get isDown(): boolean {
    return this.#start !== null;
  }

  down(event: TouchEvent): void {
    this.away();
    const [touch] = event.touches;
    const bar = barAt(event.target);
    if (event.touches.length !== 1 || touch === undefined || !bar?.dataset["moves"]) return;
    const at = this.#start = { x: touch.clientX, y: touch.clientY };
    this.#timer = setTimeout(() => {
      this.#isLifting = this.#mover.lift(bar, at);
      if (this.#isLifting) this.#mover.over(rowUnder(at), at);
    }, HOLD_MS);
  }

  move(event: TouchEvent): void {
    const [touch] = event.touches;
    if (this.#start === null || touch === undefined) return;
    const at = { x: touch.clientX, y: touch.clientY };
    if (!this.#isLifting) {
      const { x, y } = this.#start;
      if (Math.hypot(at.x - x, at.y - y) > TREMBLE_PX) this.away();
      return;
    }
    event.preventDefault();
    this.#mover.over(rowUnder(at), at);
    this.#edge.hold(at);
  }

  up(event: TouchEvent): void {
    if (this.#isLifting) {
      // The click that follows would open the booking.
      event.preventDefault();
      this.#mover.drop();
    }
    this.#isLifting = false;
    this.away();
  }

  /** Gone, scrolling, or no longer alone. */
  away(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#isLifting) this.#mover.cancel();
    this.#edge.release();
    this.#start = this.#timer = null;
    this.#isLifting = false;
  }
}
