// Asks the server for the page of an order as it stands, and puts its parts in place.
import { restoreField } from "../../parts/form-draft.ts";
import { markFields } from "../../parts/form-errors.ts";

/** Longest wait for an answer, in ms; the button gives it anyway. */
const TIMEOUT_MS = 8_000;

/** The page of what `form` holds, or null when nobody answered or `signal` took the question back. */
export async function orderPage(
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<Document | null> {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") sent.append(name, value);
  }
  sent.set("action", "look");
  try {
    // Not `form.action`: that is its buttons of this name.
    const response = await fetch(form.getAttribute("action") ?? "", {
      method: "POST",
      body: sent,
      credentials: "same-origin",
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.headers.get("content-type")?.startsWith("text/html")) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return signal.aborted ? null : page;
  } catch {
    // No network, or a newer question: the button asks again.
    return null;
  }
}

/** Puts the parts of `page` in place; who is known by their number gets their name. */
export function putInPlace(form: HTMLFormElement, page: Document): void {
  for (const part of form.querySelectorAll("[data-live]")) {
    const next = page.querySelector(`[data-live="${part.getAttribute("data-live")}"]`);
    // A question somebody stands in stays until it is answered.
    const isStoodIn = part.matches("[data-live$=question]") &&
      part.contains(document.activeElement);
    if (next === null || isStoodIn || next.innerHTML === part.innerHTML) continue;
    part.replaceWith(document.importNode(next, true));
  }
  // A field somebody is writing in is not wrong yet.
  const errors = shownErrors(page).filter(({ field }) => field !== document.activeElement?.id);
  markFields(form, errors);
  const known = page.querySelector<HTMLInputElement>("#name")?.defaultValue ?? "";
  if (known !== "") restoreField(form, "name", known);
}

/** What a page says under its fields. */
function shownErrors(page: Document): { field: string; text: string }[] {
  return [...page.querySelectorAll<HTMLElement>(".field-error:not([hidden])")].map((error) => ({
    field: error.id.replace(/-error$/, ""),
    text: error.querySelector("span")?.textContent ?? "",
  }));
}
