// What somebody is told for whom there is no room now. Made beforehand: in a rush most requests end here, and each must
// cost next to nothing of what the others are served with.
import { readHeader } from "../forms/header-inputs.ts";
import { ERROR_CATEGORY } from "../errors/error-category.ts";
import { byLocale, type Locale } from "../kernel/locale.ts";
import { secured } from "./middleware/security-headers.ts";
import { requestLocale } from "./middleware/start-request.ts";
import { problemText } from "./problem.ts";
import { isSafe } from "./safe-method.ts";
import { STYLE_SOURCE, turnedAwayPage } from "./turned-away-page.ts";

/** Seconds after which people come back, one after another: spread, so that they do not come together. */
const COME_BACK_SECONDS = [3, 6, 2, 8, 5, 4, 7] as const;

const IS_API = /^\w+:\/\/[^/?#]*\/api(?:[/?#]|$)/;

type Header = [name: string, value: string];

/** What there is in one language. */
interface Told {
  pageHeaders: Header[];
  asked: string;
  sent: string;
}

/** The answers of one process. */
export class TurnedAway {
  readonly #pages: Readonly<Record<Locale, Told>>;
  readonly #problemHeaders: Header[];
  #problems: Readonly<Record<Locale, readonly string[]>> = byLocale(() => []);
  #reference: string | null = null;
  #turn = 0;

  /** `secure` as in `secured`. */
  constructor(secure: boolean) {
    this.#problemHeaders = headersOf("application/problem+json; charset=utf-8", secure);
    this.#pages = byLocale((locale) => ({
      pageHeaders: [...pageHeaders(secure), ["content-language", locale]],
      asked: turnedAwayPage(locale, false),
      sent: turnedAwayPage(locale, true),
    }));
  }

  /** The answer to `request`, of which nothing was read; `reference` finds the line about the rush in the log. */
  answer(request: Request, reference: string): Response {
    const locale = requestLocale(request.url, readHeader(request.headers, "cookie"));
    this.#turn = (this.#turn + 1) % COME_BACK_SECONDS.length;
    if (IS_API.test(request.url)) {
      return this.#turnAway(this.#problemOf(locale, reference), this.#problemHeaders);
    }
    const { asked, sent, pageHeaders } = this.#pages[locale];
    return this.#turnAway(isSafe(request.method) ? asked : sent, pageHeaders);
  }

  #turnAway(body: string, headers: readonly Header[]): Response {
    const seconds = String(COME_BACK_SECONDS[this.#turn]);
    return new Response(body, { status: 503, headers: [...headers, ["retry-after", seconds]] });
  }

  #problemOf(locale: Locale, reference: string): string {
    if (reference !== this.#reference) {
      this.#reference = reference;
      this.#problems = byLocale((each) => problemsIn(each, reference));
    }
    return this.#problems[locale][this.#turn] ?? "";
  }
}

/** With those that every answer has. */
function headersOf(type: string, secure: boolean): Header[] {
  const headers = { "content-type": type, "cache-control": "no-store" };
  return [...secured(new Response(null, { headers }), secure).headers];
}

function pageHeaders(secure: boolean): Header[] {
  return headersOf("text/html; charset=utf-8", secure).map(([name, value]) =>
    name === "content-security-policy"
      ? [name, value.replace("style-src 'self'", `style-src ${STYLE_SOURCE}`)]
      : [name, value]
  );
}

/** One problem document for each time to come back. */
function problemsIn(locale: Locale, requestId: string): string[] {
  const code = "overloaded";
  const detail = problemText(code, locale);
  const category = ERROR_CATEGORY[code];
  return COME_BACK_SECONDS.map((retryAfterSeconds) =>
    JSON.stringify({ status: 503, code, category, detail, requestId, retryAfterSeconds })
  );
}
