// Puts what the server says of a ticket now in the place of what it said before, part by part: islands
// stand between the parts and keep what they know.

/** Attribute of the parts, and of the page with its version. */
const PART = "data-live";

/** The version the page shows. */
export function shownVersion(): number {
  return Number(document.querySelector<HTMLElement>("[data-version]")?.dataset.version ?? 0);
}

/** True once nothing more will happen to the booking. */
export function isRideOver(): boolean {
  return document.querySelector("[data-over]") !== null;
}

/** Replaces the parts of the page by those of `fresh`. Who stood on a link of a part stands on it again. */
export function renewParts(fresh: Document): void {
  const focused = document.activeElement;
  const href = focused?.closest(`[${PART}]`) ? focused.getAttribute("href") : null;
  for (const part of document.querySelectorAll(`[${PART}]`)) {
    const name = part.getAttribute(PART);
    const next = fresh.querySelector(`[${PART}="${name}"]`);
    if (next !== null) part.replaceWith(document.importNode(next, true));
  }
  const shown = document.querySelector<HTMLElement>("[data-version]");
  const told = fresh.querySelector<HTMLElement>("[data-version]");
  if (shown !== null && told !== null) {
    shown.dataset.version = told.dataset.version ?? "";
    if (told.hasAttribute("data-over")) shown.setAttribute("data-over", "");
  }
  if (href === null) return;
  const same = [...document.querySelectorAll<HTMLElement>(`[${PART}] a`)]
    .find((link) => link.getAttribute("href") === href);
  same?.focus({ preventScroll: true });
}
