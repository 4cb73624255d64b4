// A trip is dragged to another car with the mouse or a pen. A finger has to hold first: timeline-touch.ts.
import type { TripMover } from "./mover.ts";
import { EdgeScroll, type Spot } from "./timeline-edge.ts";

/** How far the pointer goes before a click becomes a drag, in pixels. */
const DRAG_PX = 6;

/** Listens until the returned function is called; one listener for all bars. */
export function followPointer(mover: TripMover): () => void {
  let start: { bar: SVGAElement; x: number; y: number } | null = null;
  let isDragging = false;
  const edge = new EdgeScroll((at) => mover.over(rowUnder(at), at));

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === "touch" || event.ctrlKey || event.metaKey) {
      return;
    }
    const bar = barAt(event.target);
    if (bar?.dataset["moves"]) start = { bar, x: event.clientX, y: event.clientY };
  };
  const onMove = (event: PointerEvent) => {
    if (start === null) return;
    const at = { x: event.clientX, y: event.clientY };
    if (!isDragging) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < DRAG_PX) return;
      isDragging = mover.lift(start.bar, at);
      if (!isDragging) return void (start = null);
    }
    // Escape has put it back.
    if (!mover.isHolding) {
      edge.release();
      return void (start = null);
    }
    mover.over(rowUnder(at), at);
    edge.hold(at);
  };
  const onUp = () => {
    start = null;
    edge.release();
    if (!isDragging) return;
    mover.drop();
    // The click that follows would open the booking.
    setTimeout(() => isDragging = false);
  };
  const onCancel = () => {
    if (isDragging) mover.cancel();
    edge.release();
    start = null;
    isDragging = false;
  };
  const onClick = (event: MouseEvent) => {
    if (isDragging && barAt(event.target) !== null) event.preventDefault();
  };
  // A link is dragged as an address otherwise.
  const onDragStart = (event: DragEvent) => {
    if (barAt(event.target) !== null) event.preventDefault();
  };

  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener("pointerdown", onDown, { signal });
  document.addEventListener("pointermove", onMove, { signal });
  document.addEventListener("pointerup", onUp, { signal });
  document.addEventListener("pointercancel", onCancel, { signal });
  document.addEventListener("click", onClick, { capture: true, signal });
  document.addEventListener("dragstart", onDragStart, { signal });
  return () => ended.abort();
}

/** The bar an event is about, or null. */
export function barAt(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>(".timeline a.bar") : null;
}

/** The row of a car at a place in the window, or null. */
export function rowUnder({ x, y }: Spot): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>(".car[data-car]") ?? null;
}
