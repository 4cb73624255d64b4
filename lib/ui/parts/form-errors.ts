// What the page itself can say about a form before it is sent, in the words and the places the server would use.
import { isLocalDate } from "../../kernel/local-date.ts";
import { readClockTime } from "../../kernel/clock-time.ts";
import type { ShownError } from "./ErrorList.tsx";

/** Something a field must be, and the sentence for when it is not. The server checks the same, and more. */
export interface FieldCheck {
  field: string;
  rule: "filled" | "date" | "clock";
  text: string;
}

/** Marks the parts of a form whose fields answer one question: a change of one is a new answer. */
export const ONE_ANSWER = "data-one-answer";

/** The checks the form does not pass, in their order, one a field. */
export function failedChecks(form: FormData, checks: readonly FieldCheck[]): ShownError[] {
  const failed = checks.filter((check) => !passes(form, check));
  return failed.filter(({ field }, at) => failed.findIndex((one) => one.field === field) === at)
    .map(({ field, text }) => ({ field, text }));
}

/** The errors that a change of `target` has not answered. */
export function remainingErrors(
  form: HTMLFormElement,
  target: Element & { name?: string },
  { errors, checks }: { errors: readonly ShownError[]; checks: readonly FieldCheck[] },
): ShownError[] {
  const answer = target.closest(`[${ONE_ANSWER}]`);
  const failing = failedChecks(new FormData(form), checks);
  return errors.filter(({ field, text }) => {
    const isAnswered = target.name === field || answer?.contains(errorOf(form, field)) === true;
    return !isAnswered || failing.some((one) => one.field === field && one.text === text);
  });
}

/** Marks exactly the fields that `errors` are about, each with its sentence below it. */
export function markFields(form: HTMLFormElement, errors: readonly ShownError[]): void {
  const texts = new Map(errors.map(({ field, text }) => [`${field}-error`, text]));
  for (const place of form.querySelectorAll<HTMLElement>(".field-error")) {
    const text = texts.get(place.id);
    const words = place.querySelector("span");
    place.hidden = text === undefined;
    if (words) words.textContent = text ?? "";
    place.parentElement?.classList.toggle("has-error", text !== undefined);
    markControl(
      form.querySelector(`#${CSS.escape(place.id.replace(/-error$/, ""))}`),
      place.id,
      text,
    );
  }
}

function markControl(control: Element | null, errorId: string, text: string | undefined): void {
  if (control === null) return;
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ")
    .filter((id) => id !== "" && id !== errorId);
  if (text !== undefined) described.push(errorId);
  setOrRemove(control, "aria-describedby", described.join(" "));
  setOrRemove(control, "aria-invalid", text === undefined ? "" : "true");
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function errorOf(form: HTMLFormElement, field: string): Element | null {
  return form.querySelector(`#${CSS.escape(field)}-error`);
}

function passes(form: FormData, { field, rule }: FieldCheck): boolean {
  const text = String(form.get(field) ?? "").trim();
  if (rule === "filled") return text !== "";
  if (rule === "clock") return readClockTime(text) !== null;
  // Beside the date stand days to choose from.
  return isLocalDate(String(form.get("day") ?? "") || text);
}
