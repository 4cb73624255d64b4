// What holds for every answer of the product, whatever was asked: each sentence is a way in which one may break it.
import { Buffer } from "node:buffer";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { DEFAULT_LOCALE, type Locale } from "../../../lib/kernel/locale.ts";
import { ORIGIN } from "../app.ts";
import type { HostileRequest } from "./request.ts";
import { PLANTED } from "./values.ts";

/** Families that a refused request may write. */
const WRITTEN_BY_REFUSALS: ReadonlySet<string> = new Set([
  // When an operator was here last: whoever is refused was here.
  "session",
  // A form sent after its price had run out comes back with the price of now.
  "quote",
  // How often somebody tried, which is what refuses them.
  "tries",
  // That somebody was refused, for the audit log.
  "auditIntent",
]);

/** Where operators read which failures there were, by their names. */
const TELLS_OF_FAILURES = /^\/+admin\/+incidents(\/|$)/;

/** Words of the inside of a program, which are nobody's reading. */
const INTERNAL =
  /\bat [\w.<>]+ \(|file:\/\/|\.tsx?:\d+|\b(Type|Range|Syntax|Reference|Internal)Error\b|node_modules|\bnpm:|ZodError|\/lib\/[a-z]|Deno\.[a-zA-Z]/;

/** Links, forms and pictures to where a request said. */
const LEADS_AWAY =
  /\b(?:href|src|action|formaction)="(?:\/\/|\\|https?:\/\/evil|javascript:)[^"]*"/i;

/** An answer and its text; "" for one that goes on for ever. */
export interface Answered {
  response: Response;
  body: string;
}

/** Reads an answer; a stream is left at once. */
export async function answered(response: Response): Promise<Answered> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/event-stream")) {
    return { response, body: unpacked(response.headers, await response.bytes()) };
  }
  await response.body?.cancel();
  return { response, body: "" };
}

function unpacked(headers: Headers, bytes: Uint8Array): string {
  const coding = headers.get("content-encoding");
  if (coding === null || bytes.length === 0) return new TextDecoder().decode(bytes);
  return (coding === "br" ? brotliDecompressSync : gunzipSync)(Buffer.from(bytes)).toString();
}

/** What is wrong with the answer, a sentence each; `written` are the families that were written meanwhile. */
export function complaints(
  asked: HostileRequest,
  { response, body }: Answered,
  written: readonly string[],
): string[] {
  const { status, headers } = response;
  const found: string[] = [];
  if (status < 200 || status > 499) found.push(`status ${status}`);
  if (asked.request.method === "HEAD" && body !== "") found.push("HEAD has a body");
  if (status === 405 && !headers.has("allow")) found.push("405 without Allow");
  // In JSON it is a text like any other: no browser reads that as a page.
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  if (isPage && body.includes(PLANTED)) found.push("markup that was sent came back as markup");
  const link = isPage ? LEADS_AWAY.exec(body)?.[0] : undefined;
  if (link !== undefined) found.push(`a page with ${link}`);
  const inside = insideOf(asked, body);
  if (inside !== null) found.push(`says of its inside: ${inside}`);
  const target = headers.get("location");
  if (target !== null && new URL(target, ORIGIN).origin !== ORIGIN) {
    found.push(`leads to ${target}`);
  }
  if (headers.getSetCookie().some((cookie) => cookie.startsWith("planted"))) {
    found.push("sets a cookie that was sent");
  }
  if (status >= 400) {
    const wrote = written.filter((family) => !WRITTEN_BY_REFUSALS.has(family));
    if (wrote.length > 0) found.push(`refused with ${status}, and wrote ${wrote.join(", ")}`);
  }
  if (asked.request.method !== "HEAD" && ![204, 304].includes(status)) {
    found.push(...wordsOf(asked, response, body));
  }
  return found;
}

function insideOf({ request, isSignedIn }: HostileRequest, body: string): string | null {
  const mayRead = isSignedIn && TELLS_OF_FAILURES.test(new URL(request.url).pathname);
  return mayRead ? null : INTERNAL.exec(body)?.[0] ?? null;
}

function wordsOf(asked: HostileRequest, { status, headers }: Response, body: string): string[] {
  const type = headers.get("content-type") ?? "";
  const locale = asked.locale ?? null;
  if (type.startsWith("text/html")) {
    const language = /<html lang="(\w+)"/.exec(body)?.[1];
    if (locale !== null && language !== locale) return [`a page in ${language}, not in ${locale}`];
    return body.trimEnd().endsWith("</html>") ? [] : ["a page that is cut short"];
  }
  const isApi = /^\/+api(\/|$)/.test(new URL(asked.request.url).pathname);
  if (status < 400 || !isApi) return [];
  if (!type.startsWith("application/problem+json")) return [`a refusal of the type ${type}`];
  return problemFaults(body, status, locale);
}

/** RFC 9457: `type` is left out, which says "about:blank"; `code` is what programs go by. */
function problemFaults(body: string, status: number, locale: Locale | null): string[] {
  const problem = parsed(body);
  const { code, category, detail, requestId } = problem;
  if (problem["status"] !== status) return ["a problem of another status"];
  if ([code, category, detail, requestId].some((text) => typeof text !== "string" || text === "")) {
    return [`a problem without its parts: ${body.slice(0, 100)}`];
  }
  const texts: Readonly<Record<string, string>> = textsFor(locale ?? DEFAULT_LOCALE).problems;
  const template = texts[String(code)];
  if (template === undefined) return [`a problem nobody knows: ${code}`];
  const pattern = template.split(/\{\w+\}/).map(RegExp.escape).join("[^]*");
  const isSaid = new RegExp(`^${pattern}$`).test(String(detail));
  return isSaid || locale === null ? [] : [`not in ${locale}: ${detail}`];
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
