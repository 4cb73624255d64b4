// Puts the page as the server has it now in the place of what is shown; scroll and focus stay where they are.
import type { PageReading } from "../live/follow-page.ts";

/** Reads the page as it is now, or the same page at another address. */
export async function readCars(href = location.href): Promise<PageReading> {
  try {
    const response = await fetch(href, { headers: { accept: "text/html" } });
    if (!response.ok) return response.status;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // Another zoom may have been chosen meanwhile.
    return { show: () => void (href === location.href && renewCars(page)) };
  } catch {
    return 0;
  }
}

/** Scrolls to where the day begins to matter. */
export function showFirst(): void {
  const spacer = document.querySelector(".hours-first svg");
  const left = Number(spacer?.getAttribute("width") ?? 0);
  document.getElementById("timeline")?.scrollTo({ left, behavior: "instant" });
}

function renewCars(page: Document): void {
  const shown = document.getElementById("cars-day");
  const next = page.getElementById("cars-day");
  if (shown === null || next === null) return;
  const before = document.getElementById("timeline");
  const place = { left: before?.scrollLeft ?? 0, top: before?.scrollTop ?? 0 };
  const focused = focusKey();
  shown.replaceChildren(...next.childNodes);
  renewWays(page);
  const after = document.getElementById("timeline");
  if (before !== null) after?.scrollTo({ ...place, behavior: "instant" });
  if (focused === null) return;
  const again = shown.querySelector<HTMLElement | SVGElement>(focused);
  again?.focus({ preventScroll: true });
}

/** The ways to other days and to the list keep what the address says. */
function renewWays(page: Document): void {
  const next = [...page.querySelectorAll<HTMLAnchorElement>(".cars-head nav a")];
  const shown = [...document.querySelectorAll<HTMLAnchorElement>(".cars-head nav a")];
  if (next.length !== shown.length) return;
  shown.forEach((way, at) => way.setAttribute("href", next[at]?.getAttribute("href") ?? way.href));
}

/** What finds the focused part of the day again on the next page. */
function focusKey(): string | null {
  const active = document.activeElement;
  if (active === null || active.closest("#cars-day") === null) return null;
  if (active instanceof SVGAElement) return `a.bar[data-trip="${active.dataset["trip"]}"]`;
  if (active.id === "timeline") return "#timeline";
  if (active instanceof HTMLElement && active.dataset["zoomStep"] !== undefined) {
    return `[data-zoom-step="${active.dataset["zoomStep"]}"]`;
  }
  if (active instanceof HTMLAnchorElement) {
    return `a[href="${CSS.escape(active.getAttribute("href") ?? "")}"]`;
  }
  return null;
}
