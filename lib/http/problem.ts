// Errors for programs: RFC 9457 problem details in the client's language.
import { ERROR_CATEGORY } from "../errors/error-category.ts";
import type { ErrorCode } from "../errors/error-code.ts";
import { type ErrorAnswer, errorAnswer, retryAfterSeconds } from "./error-status.ts";
import type { Locale } from "../kernel/locale.ts";
import { textsFor } from "../i18n/texts.ts";

/** Answers a thrown error as `application/problem+json`. */
export function problemResponse(error: unknown, locale: Locale, requestId: string): Response {
  const { status, code, facts } = errorAnswer(error);
  // `status` is the HTTP status of the problem (RFC 9457, 3.1.2); a booking's goes by another name.
  const { status: bookingStatus, ...named } = facts;
  const body = {
    status,
    code,
    category: ERROR_CATEGORY[code],
    detail: problemText(code, locale, facts),
    requestId,
    ...named,
    ...(bookingStatus === undefined ? {} : { bookingStatus }),
  };
  const headers = new Headers({ "content-type": "application/problem+json; charset=utf-8" });
  const seconds = retryAfterSeconds(error);
  if (seconds !== null) headers.set("retry-after", String(seconds));
  return new Response(JSON.stringify(body), { status, headers });
}

/** The sentence for a code, with what it says of the facts. */
export function problemText(
  code: ErrorCode,
  locale: Locale,
  facts: ErrorAnswer["facts"] = {},
): string {
  const text = textsFor(locale).problems[code];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}
