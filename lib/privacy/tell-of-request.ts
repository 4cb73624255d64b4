// Tells whoever a data request is about what becomes of it, on every channel of theirs, in the commit of what happened.
import { addNotice, type NoticeDeps, type RequestNews } from "../accounts/account-notice.ts";
import { unreachable } from "../kernel/invariant.ts";
import { paths } from "../kernel/paths.ts";
import type { Transaction } from "../kv/transaction.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { liftsAtAfter } from "./limit-rules.ts";

/** How long such news are news, in minutes: until the mail server of somebody is back. */
const NEWS_MINUTES = 7 * 24 * 60;

/** Adds the news to a commit; whoever cannot be reached is told nothing. */
export async function tellOfRequest(
  deps: NoticeDeps,
  tx: Transaction,
  request: DataRequest,
  what: RequestNews,
): Promise<void> {
  const { contact, locale, type, dueOn } = request;
  const { name, email, phone } = contact;
  if (email === "" && phone === "") return;
  await addNotice(deps, tx, { locale, minutes: NEWS_MINUTES }, {
    kind: "data-request",
    to: { mail: email, phone },
    ...{ name, what, request: type, dueOn },
    reason: reasonOf(request, what),
    link: request.personId === null ? paths.guestPrivacy() : paths.privacyCentre(),
  });
}

/** Adds to a commit that a restriction is lifted in some days, and why. */
export async function tellOfLifting(
  deps: NoticeDeps,
  tx: Transaction,
  request: DataRequest,
  { at, text }: DataRequestEvent,
): Promise<void> {
  const dueOn = localDate(Temporal.Instant.from(liftsAtAfter(at)));
  await tellOfRequest(deps, tx, { ...request, dueOn, answer: text }, "lifting");
}

function reasonOf(request: DataRequest, what: RequestNews): string {
  switch (what) {
    case "extended":
      return request.extensionReason;
    case "refused":
      return request.refusalReason;
    case "asked":
      return request.question;
    case "lifting":
      return request.answer;
    case "received":
    case "done":
    case "cancelled":
      return "";
    default:
      return unreachable(what);
  }
}
