// What somebody wants of the cars for a trip by key: to look at the best, to give it, to look for another. A wish that
// comes before the cars are there waits for them.

/** How far the cars are: nobody looks, they are being read, they are there, or nobody answered. */
export type CarsState = "idle" | "reading" | "read" | "failed";

/** A wish. */
export type CarWish = "best" | "give" | "search";

const LIST = ".pane .candidates";
const BEST = '[data-offer="1"]';
const SEARCH = "[data-car-search]";

/** Unfolds the cars and does what is wished; false when the booking in the pane takes none now. */
export function wishForCar(wish: CarWish): boolean {
  const list = document.querySelector<HTMLElement>(LIST);
  const unfold = list?.closest("details");
  if (list === null || unfold == null) return false;
  unfold.open = true;
  list.focus();
  list.dataset["wish"] = wish;
  const { state } = list.dataset;
  if (state === "read" || state === "failed") fulfilCarWish(list, state);
  return true;
}

/** True while somebody is at the cars of the booking in the pane. */
export function isAtCars(): boolean {
  const unfold = document.querySelector(LIST)?.closest("details");
  return unfold != null && unfold.open && unfold.contains(document.activeElement);
}

/** Does what was wished as far as the cars are there. */
export function fulfilCarWish(list: HTMLElement, state: CarsState): void {
  const { wish } = list.dataset;
  if (wish === undefined) return;
  if (wish === "search") {
    const field = list.querySelector<HTMLElement>(SEARCH);
    if (field === null) return;
    field.focus();
  } else if (state === "read") {
    const best = list.querySelector<HTMLElement>(BEST);
    // Nothing is given to whoever has turned to something else meanwhile.
    const isThere = isAtCars();
    if (wish === "give" && isThere) best?.click();
    else if (isThere) focusOn(best ?? list.querySelector(SEARCH));
  } else if (state === "failed") {
    focusOn(document.querySelector(".pane form[data-by-hand] select"));
  } else return;
  delete list.dataset["wish"];
}

function focusOn(target: Element | null): void {
  if (target instanceof HTMLElement) target.focus();
}
