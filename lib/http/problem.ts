// Errors for programs: RFC 9457 problem details in the client's language.
import { MAX_BODY_BYTES } from "./body.ts";
import { errorAnswer } from "./error-status.ts";
import type { FieldError } from "../forms/field-error.ts";
import type { Locale } from "../kernel/locale.ts";
import { textsFor } from "../i18n/texts.ts";

/** Answers a thrown error as `application/problem+json`. */
export function problemResponse(error: unknown, locale: Locale, requestId: string): Response {
  const { status, code, details } = errorAnswer(error);
  // `status` is the HTTP status of the problem (RFC 9457, 3.1.2); a booking's goes by another name.
  const { status: bookingStatus, ...facts } = details;
  const named = bookingStatus === undefined ? facts : { ...facts, bookingStatus };
  return problem(status, { code, detail: problemText(code, locale), requestId, ...named });
}

/** Answers field errors with 422; each names its field and code. */
export function fieldProblem(
  errors: readonly FieldError[],
  locale: Locale,
  requestId: string,
): Response {
  const detail = problemText("invalid", locale);
  return problem(422, { code: "invalid", detail, requestId, errors });
}

/** The sentence for a code; codes without one share the text of an internal error. */
export function problemText(code: string, locale: Locale): string {
  const { problems } = textsFor(locale);
  const texts: Readonly<Record<string, string | ((kibibytes: number) => string)>> = problems;
  const text = texts[code] ?? problems.internal;
  return typeof text === "string" ? text : text(MAX_BODY_BYTES / 1024);
}

function problem(status: number, body: Record<string, unknown>): Response {
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
  if (status === 429 || status === 503) headers.set("retry-after", "5");
  return new Response(JSON.stringify({ status, ...body }), { status, headers });
}
