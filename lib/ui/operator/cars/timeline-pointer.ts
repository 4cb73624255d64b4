// A trip is dragged to another car with the mouse or a pen. A finger scrolls; it has the list and the board.
import type { TripMover } from "./mover.ts";

/** How far the pointer goes before a click becomes a drag, in pixels. */
const DRAG_PX = 6;
/** This near to an edge of the window of cars the rows come by themselves, in pixels, and by how much. */
const EDGE_PX = 36;
const EDGE_STEP_PX = 14;

/** Listens until the returned function is called; one listener for all bars. */
export function followPointer(mover: TripMover): () => void {
  let start: { bar: SVGAElement; x: number; y: number } | null = null;
  let isDragging = false;

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
    if (!mover.isHolding) return void (start = null);
    scrollNearEdge(at.y);
    const under = document.elementFromPoint(at.x, at.y);
    mover.over(under?.closest<HTMLElement>(".car[data-car]") ?? null, at);
  };
  const onUp = () => {
    start = null;
    if (!isDragging) return;
    mover.drop();
    // The click that follows would open the booking.
    setTimeout(() => isDragging = false);
  };
  const onCancel = () => {
    if (isDragging) mover.cancel();
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

  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onCancel);
  document.addEventListener("click", onClick, true);
  document.addEventListener("dragstart", onDragStart);
  return () => {
    document.removeEventListener("pointerdown", onDown);
    document.removeEventListener("pointermove", onMove);
    document.removeEventListener("pointerup", onUp);
    document.removeEventListener("pointercancel", onCancel);
    document.removeEventListener("click", onClick, true);
    document.removeEventListener("dragstart", onDragStart);
  };
}

/** The bar an event is about, or null. */
export function barAt(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>(".timeline a.bar") : null;
}

function scrollNearEdge(y: number): void {
  const timeline = document.getElementById("timeline");
  if (timeline === null) return;
  const { top, bottom } = timeline.getBoundingClientRect();
  if (y > bottom - EDGE_PX) timeline.scrollTop += EDGE_STEP_PX;
  else if (y < top + EDGE_PX) timeline.scrollTop -= EDGE_STEP_PX;
}
