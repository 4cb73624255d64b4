// Whose a data request is, as the queue and its file say it.
import type { RequestRow } from "../../../board/request-rows.ts";
import type { Texts } from "../../../i18n/texts.ts";

/** Their name, or why there is none: a guest's and a protected one's are not here, an erased one's are nowhere. */
export function whoseRequest(
  words: Texts["dataRequests"],
  { request, isOpen }: RequestRow,
): string {
  return request.contact.name || (isOpen ? words.guest : words.nobody);
}
