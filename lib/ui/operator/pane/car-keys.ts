// Keys among the cars for a trip: arrows walk from the search field through what is offered, Escape empties the field.

/** Handles a key inside the list; `clear` empties the search. */
export function onCarKey(event: KeyboardEvent, clear: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const list = event.currentTarget;
  const { target } = event;
  if (!(list instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const stops: HTMLElement[] = [
    ...list.querySelectorAll<HTMLElement>("[data-car-search], [data-offer]"),
  ];
  const at = stops.indexOf(target);
  const isField = target.matches("[data-car-search]");
  if (event.key === "Escape") {
    // An empty field leaves the key to what lies around it.
    if (isField && target instanceof HTMLInputElement && target.value !== "") {
      event.preventDefault();
      clear();
    }
    return;
  }
  const step = stepOf(event.key, isField);
  if (step === 0 || (at < 0 && target !== list)) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
}

/** Enter in the field goes to the first car and gives nothing yet. */
function stepOf(key: string, isField: boolean): number {
  if (key === "ArrowDown" || (key === "Enter" && isField)) return 1;
  return key === "ArrowUp" ? -1 : 0;
}
