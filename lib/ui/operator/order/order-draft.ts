// An order that is not booked yet, kept in this tab: who leaves it finds it again.
import { restoreField } from "../../parts/form-draft.ts";

const DRAFT_KEY = "order-draft";
/** Fields that belong to one page alone. */
const NOT_KEPT = ["formToken", "idempotencyKey", "quoteId", "readClass", "back"];

/** Keeps what `form` holds. */
export function keepDraft(form: HTMLFormElement): void {
  try {
    const fields = [...new FormData(form)]
      .filter(([name, value]) => typeof value === "string" && !NOT_KEPT.includes(name));
    sessionStorage.setItem(DRAFT_KEY, JSON.stringify(Object.fromEntries(fields)));
  } catch {
    // Storage is full or forbidden: the form still works, it is only not kept.
  }
}

/** Once it is booked. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(DRAFT_KEY);
  } catch {
    // Nothing was kept then.
  }
}

/** Fills an empty form; one that came back filled in, or from a last trip, is newer. */
export function restoreDraft(form: HTMLFormElement): void {
  if (location.search !== "" || form.querySelector("#phone[value]:not([value=''])")) return;
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? "{}");
    for (const [name, value] of Object.entries(draft ?? {})) restoreField(form, name, value);
  } catch {
    // An unreadable draft is no draft.
  }
}
