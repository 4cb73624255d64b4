// What is written on the price page, kept in this tab under its quote: a refresh loses nothing.
import { restoreField } from "../../parts/form-draft.ts";
import { EMPTY_CONTACT } from "./contact-values.ts";

/** Fields a person fills in; hidden ones are the server's. */
const FIELDS = ["vehicleClass", ...Object.keys(EMPTY_CONTACT)];

/** Keeps what the form holds. */
export function keepContact(form: HTMLFormElement): void {
  const data = new FormData(form);
  const draft = FIELDS.map((name) => [name, String(data.get(name) ?? "")]);
  try {
    sessionStorage.setItem(draftKey(data), JSON.stringify(Object.fromEntries(draft)));
  } catch {
    // Storage is full or forbidden: the form still works, it is only not kept.
  }
}

/** Puts a kept draft back, unless the form came back from the server filled in or somebody was faster. */
export function restoreContact(form: HTMLFormElement): void {
  const data = new FormData(form);
  const isFilled = (name: string) => form.querySelector(`[name=${name}][value]:not([value=""])`);
  if (isFilled("name") || isFilled("phone")) return;
  try {
    const draft = JSON.parse(sessionStorage.getItem(draftKey(data)) ?? "{}");
    for (const name of FIELDS) restoreField(form, name, draft[name]);
  } catch {
    // An unreadable draft is no draft.
  }
}

function draftKey(data: FormData): string {
  return `contact-draft:${data.get("quoteId")}`;
}
