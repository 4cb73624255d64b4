// While a trip is held near an edge of the rows, they come by themselves.

/** This near to an edge, in pixels, and how far they come a frame. */
const EDGE_PX = 36;
const STEP_PX = 8;

/** A place in the window. */
export interface Spot {
  x: number;
  y: number;
}

/** Moves the rows for as long as the spot it was last given is near an edge. */
export class EdgeScroll {
  readonly #onScrolled: (at: Spot) => void;
  #at: Spot | null = null;
  #frame = 0;

  /** `onScrolled` hears of each step, with the spot under which the rows have moved. */
  constructor(onScrolled: (at: Spot) => void) {
    this.#onScrolled = onScrolled;
  }

  /** What is held is here. */
  hold(at: Spot): void {
    this.#at = at;
    if (this.#frame === 0) this.#step();
  }

  /** Nothing is held. */
  release(): void {
    this.#at = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #step(): void {
    this.#frame = 0;
    const timeline = document.getElementById("timeline");
    const by = this.#at === null || timeline === null ? 0 : stepAt(timeline, this.#at.y);
    if (this.#at === null || timeline === null || by === 0) return;
    const before = timeline.scrollTop;
    timeline.scrollTop += by;
    if (timeline.scrollTop === before) return;
    this.#onScrolled(this.#at);
    this.#frame = requestAnimationFrame(() => this.#step());
  }
}

function stepAt(timeline: HTMLElement, y: number): number {
  const { top, bottom } = timeline.getBoundingClientRect();
  if (y > Math.min(bottom, innerHeight) - EDGE_PX) return STEP_PX;
  return y < Math.max(top, 0) + EDGE_PX ? -STEP_PX : 0;
}
