// An order that is not booked yet, kept in this tab: who leaves it finds it again.
import { restoreField } from "../../parts/form-draft.ts";

const DRAFT_KEY = "order-draft";
/** Fields that belong to one page alone. */
const NOT_KEPT = ["formToken", "idempotencyKey", "quoteId", "readClass"];

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

/** Fills an empty form; true when there was a draft. One that came back filled in, or from a last trip, is newer. */
export function restoreDraft(form: HTMLFormElement): boolean {
  if (location.search !== "" || form.querySelector("#phone[value]:not([value=''])")) return false;
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? "{}");
    const fields = Object.entries(draft ?? {});
    for (const [name, value] of fields) restoreField(form, name, value);
    return fields.length > 0;
  } catch {
    // An unreadable draft is no draft.
    return false;
  }
}
