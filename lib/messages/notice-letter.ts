// What a person reads of their account.
import type { NoticeContent, RequestNews } from "../accounts/account-notice.ts";
import { shownPhoneNumber } from "../forms/phone-number.ts";
import { formatDate } from "../i18n/format.ts";
import { boardTexts } from "../i18n/board-texts.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";
import { apart, type Letter, type LetterRow } from "./letter.ts";

/** The letter; links of a notice are paths on the product's origin. */
export function noticeLetter(
  notice: NoticeContent,
  { locale, origin }: { locale: Locale; origin: string },
): Letter {
  const words = textsFor(locale).messages;
  const small = [
    ...(isAsked(notice) ? [words.notAsked] : []),
    words.help(shownPhoneNumber(SUPPORT_PHONE)),
    words.automatic,
  ];
  if (notice.kind === "sign-in-code") {
    const { subject, title, lead } = words.notices["sign-in-code"];
    const { code } = notice;
    return { subject: subject(code), title, lead: [lead], rows: [], code, action: null, small };
  }
  const { subject, title, press } = words.notices[notice.kind];
  const greeting = notice.name === "" ? [] : [words.greeting(apart(notice.name))];
  return {
    ...{ subject, title, lead: [...greeting, ...leadOf(notice, locale)] },
    rows: deviceRow(notice, words.device),
    code: notice.kind === "verify-reach" ? notice.code : "",
    action: { label: press, href: origin + notice.link },
    small,
  };
}

/** The same in one line. */
export function noticeLine(notice: NoticeContent, locale: Locale): string {
  const { notices, changed } = textsFor(locale).messages;
  switch (notice.kind) {
    case "sign-in-code":
      return notices["sign-in-code"].sms(notice.code);
    case "verify-reach":
      return [notices["verify-reach"].sms, notice.code].filter(Boolean).join(" ");
    case "security-changed":
      return `${notices["security-changed"].sms} ${changed[notice.what]}`;
    case "protection-changed":
      return notices["protection-changed"].sms;
    case "data-request":
      return `${notices["data-request"].sms} ${requestLine(notice, locale)}`;
    default:
      return notices[notice.kind].sms;
  }
}

/** True for what comes to who asked for it, or whose address somebody else wrote by mistake. */
function isAsked({ kind }: NoticeContent): boolean {
  return kind !== "security-changed" && kind !== "invitation" && kind !== "data-request" &&
    kind !== "protection-changed";
}

function leadOf(
  notice: Exclude<NoticeContent, { kind: "sign-in-code" }>,
  locale: Locale,
): string[] {
  const { notices, changed, protection } = textsFor(locale).messages;
  if (notice.kind === "invitation") {
    return [
      notices.invitation.lead(boardTexts(locale).access.roles[notice.role], apart(notice.by)),
    ];
  }
  const { lead } = notices[notice.kind];
  if (notice.kind === "data-request") return [...requestLead(notice, locale), lead];
  if (notice.kind === "protection-changed") return [protection[notice.what], lead];
  return notice.kind === "security-changed" ? [changed[notice.what], lead] : [lead];
}

/** News that somebody may disagree with. */
const COMPLAINABLE: ReadonlySet<RequestNews> = new Set(["refused", "extended", "lifting"]);

type RequestNotice = Extract<NoticeContent, { kind: "data-request" }>;

/** A reason is for whoever asked alone: it stands in the mail and on the page, on no locked screen. */
function requestLead(notice: RequestNotice, locale: Locale): string[] {
  const { requestComplaint } = textsFor(locale).messages;
  return [
    requestLine(notice, locale),
    ...(notice.reason === "" ? [] : [apart(notice.reason)]),
    ...(COMPLAINABLE.has(notice.what) ? [requestComplaint] : []),
  ];
}

function requestLine({ what, request, dueOn }: RequestNotice, locale: Locale): string {
  const { requestNews, requested } = textsFor(locale).messages;
  return requestNews[what](requested[request], formatDate(locale, dueOn, dueOn));
}

function deviceRow(notice: NoticeContent, label: string): LetterRow[] {
  if (notice.kind !== "security-changed" || notice.device === "") return [];
  return [{ label, value: notice.device, was: "" }];
}
