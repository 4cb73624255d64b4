// Takes the next price into the page of one that is over: what the server drew anew comes in place, what a person
// typed and chose stays, and focus does not move.
import { paths } from "../../../kernel/paths.ts";

/** Longest wait for a new price, in ms; the next look tries again. */
const TIMEOUT_MS = 10_000;

/** The page of a new price for the same trip; null when it cannot be had, `over` when there is none any more. */
export async function nextPrice(
  quoteId: string,
  send: typeof fetch = (input, init) => fetch(input, init),
): Promise<string | "over" | null> {
  try {
    const response = await send(paths.quote(quoteId), {
      method: "POST",
      body: new URLSearchParams({ renew: "1" }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return await response.text();
    return response.status < 500 && response.status !== 429 ? "over" : null;
  } catch {
    // No network or too slow: the price on the page is not sold any more, and the next look asks again.
    return null;
  }
}

/** Puts the parts of `html` in the place of those of the form. */
export function takeOver(form: HTMLFormElement, html: string): void {
  const next = new DOMParser().parseFromString(html, "text/html");
  const focused = document.activeElement?.id ?? "";
  const chosen = String(new FormData(form).get("vehicleClass") ?? "");
  for (const part of form.querySelectorAll<HTMLElement>("[data-part]")) {
    const name = part.dataset.part ?? "";
    const fresh = next.querySelector<HTMLElement>(`[data-part="${CSS.escape(name)}"]`);
    if (fresh === null) continue;
    part.replaceChildren(...fresh.childNodes);
    for (const { name, value } of fresh.attributes) part.setAttribute(name, value);
  }
  const action = next.querySelector("form[action*='quote=']")?.getAttribute("action");
  if (action) form.setAttribute("action", action);
  const radio = form.querySelector<HTMLInputElement>(
    `input[name="vehicleClass"][value="${CSS.escape(chosen)}"]`,
  );
  if (radio) radio.checked = true;
  if (focused !== "" && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}
