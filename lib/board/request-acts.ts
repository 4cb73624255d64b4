// What can be done to a data request by a form, and the command each form is.
import { isReadable } from "../forms/clean-text.ts";
import { MAX_REQUEST_TEXT, type RequestCommand } from "../privacy/data-request.ts";

/** What can be done to a request, in the order the page offers it. */
export const REQUEST_ACTS = [
  "verify",
  "begin",
  "erase",
  "complete",
  "ask",
  "extend",
  "propose-refusal",
  "refuse",
  "withdraw-refusal",
  "lift",
  "note",
] as const;

/** One of them. */
export type RequestAct = typeof REQUEST_ACTS[number];

/** The act of a form, or null. */
export function requestActIn(text: string | undefined): RequestAct | null {
  return REQUEST_ACTS.find((act) => act === text) ?? null;
}

/** The command of an act with its words; null where they are missing. */
export function commandOf(act: Exclude<RequestAct, "erase">, text: string): RequestCommand | null {
  const isThere = isReadable(text) && text.length <= MAX_REQUEST_TEXT;
  switch (act) {
    case "verify":
      return { type: "verify", by: "staff" };
    case "ask":
      return isThere ? { type: "ask", question: text } : null;
    case "extend":
    case "propose-refusal":
    case "lift":
      return isThere ? { type: act, reason: text } : null;
    case "note":
      return isThere ? { type: "note", text } : null;
    default:
      return { type: act };
  }
}
