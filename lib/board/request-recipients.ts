// Whom outside a request has told, as the page of its request shows them, and what the staff do where a program cannot.
import type { OperatorSession } from "../accounts/session.ts";
import { cleanText, isReadable } from "../forms/clean-text.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { RequestError } from "../errors/request-error.ts";
import { MAX_REQUEST_TEXT } from "../privacy/data-request.ts";
import { type EraseDeps, eraseOn } from "../retention/erase-subject.ts";
import { isNoticeOpen, type RecipientNotice } from "../retention/recipient-notice.ts";
import { confirmNotice } from "../retention/tell-recipients.ts";
import type { RecipientNews } from "../privacy/recipient.ts";
import { hostOf } from "../webhooks/endpoint.ts";

/** Why the words of a form cannot be taken. */
export type WordsFault = "missing" | "personal-number";

/** A recipient. */
export interface RecipientRow {
  notice: RecipientNotice;
  /** Of a subscriber, also one that is no longer set up; "" for others. */
  host: string;
  /** True when who looks may say that it was told by hand. */
  mayConfirm: boolean;
}

/** Words of a recipient that cannot be taken. */
export interface NoticeFault {
  id: string;
  text: string;
  why: WordsFault;
}

/** Reads them; none of a request that nobody outside is told of, or not yet. */
export async function recipientRows(
  { retentionStore, endpoints }: Pick<EraseDeps, "retentionStore" | "endpoints">,
  operator: OperatorSession,
  requestId: string,
): Promise<RecipientRow[]> {
  const [notices, erasure, there, former] = await Promise.all([
    retentionStore.notices(requestId),
    retentionStore.erasure(requestId),
    endpoints.list(),
    endpoints.former(),
  ]);
  const hosts = new Map([...former, ...there].map((one) => [one.id, hostOf(one)]));
  const mayTell = operator.rights.includes("handle-data-requests");
  // Before that step nothing is erased yet, and nobody is to be told so.
  const isSo = (about: RecipientNews) => about !== "erased" || erasure?.step === "telling";
  return notices.map((notice) => ({
    notice,
    host: hosts.get(notice.endpointId ?? "") ?? "",
    mayConfirm: mayTell && isNoticeOpen(notice) && isSo(notice.about),
  }));
}

/** Notes that somebody has told a recipient, and goes on; or why the words cannot be taken. Throws RequestError("not-found"). */
export async function toldByHand(
  deps: EraseDeps,
  operator: OperatorSession,
  { requestId, id, text }: { requestId: string; id: string; text: string },
): Promise<WordsFault | null> {
  if (hasPersonalNumber(text)) return "personal-number";
  const reason = cleanText(text);
  if (!isReadable(reason) || reason.length > MAX_REQUEST_TEXT) return "missing";
  const row = (await recipientRows(deps, operator, requestId))
    .find(({ notice }) => notice.id === id);
  if (row === undefined || !row.mayConfirm) throw new RequestError("not-found", {});
  await confirmNotice(deps, { requestId, id, reason, by: operator.operatorName });
  await eraseOn(deps, requestId);
  return null;
}
