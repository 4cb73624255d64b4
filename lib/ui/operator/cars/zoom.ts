// Goes nearer to the timeline or farther from it: the page is read at its new address, and the moment in the middle stays
// in the middle.
import { readCars } from "./renew-cars.ts";

/** Zooms the timeline of a page. */
export class TimelineZoom {
  #asked = 0;

  /** One step: 1 shows more of the day, -1 less. */
  by(step: 1 | -1): void {
    const steps = zoomSteps();
    const at = steps.findIndex((one) => one.getAttribute("aria-current") === "true");
    const next = steps[at + step];
    if (at >= 0 && next !== undefined) void this.#to(next);
  }

  /** Follows a zoom that was chosen with the mouse or a finger, until the returned function is called. */
  follow(): () => void {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
      const { target } = event;
      const step = target instanceof Element ? target.closest("[data-zoom-step]") : null;
      if (!(step instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      void this.#to(step);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }

  async #to(step: HTMLAnchorElement): Promise<void> {
    const { href } = step;
    const turn = ++this.#asked;
    // Said at once, so that the next press goes on from here.
    for (const one of zoomSteps()) one.setAttribute("aria-current", String(one === step));
    const page = await readCars(href);
    if (turn !== this.#asked) return;
    // Nobody answers: the address itself says what there is to say.
    if (typeof page === "number") return location.assign(href);
    const middle = middleOf(document.getElementById("timeline"));
    history.replaceState(null, "", href);
    page.show();
    const timeline = document.getElementById("timeline");
    if (timeline !== null) timeline.scrollLeft = leftFor(timeline, middle);
  }
}

function zoomSteps(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("[data-zoom-step]")];
}

/** The share of the day that stands in the middle of the window. */
function middleOf(timeline: HTMLElement | null): number {
  if (timeline === null) return 0;
  const { day, seen } = widths(timeline);
  return (timeline.scrollLeft + seen / 2) / day;
}

function leftFor(timeline: HTMLElement, middle: number): number {
  const { day, seen } = widths(timeline);
  return middle * day - seen / 2;
}

/** Width of the day and of what is seen of it; the names of the cars stand before both. */
function widths(timeline: HTMLElement): { day: number; seen: number } {
  const names = timeline.querySelector(".hours-corner")?.getBoundingClientRect().width ?? 0;
  return { day: timeline.scrollWidth - names, seen: timeline.clientWidth - names };
}

function hasModifier(event: MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
