// Puts the figures as the server has them now in the place of those that are shown; a form beside them stays as it is.
import type { PageReading } from "../live/follow-page.ts";

/** The element that is read anew in place. */
export const FIGURES_ID = "cache-figures";

/** Reads the page as it is now. */
export async function readFigures(): Promise<PageReading> {
  try {
    const response = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (!response.ok) return response.status;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { show: () => renew(page) };
  } catch {
    return 0;
  }
}

function renew(page: Document): void {
  const next = page.getElementById(FIGURES_ID);
  if (next !== null) document.getElementById(FIGURES_ID)?.replaceChildren(...next.childNodes);
}
