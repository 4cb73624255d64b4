// One request that nobody honest would send: a sample of a route with a few things about it broken, chosen by a seed.
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../../lib/accounts/form-token-names.ts";
import { MAX_BODY_BYTES } from "../../../lib/http/body.ts";
import { type Locale, LOCALES } from "../../../lib/kernel/locale.ts";
import { ORIGIN } from "../app.ts";
import type { TestOperator } from "../operator.ts";
import { oneOf, type Random, wholeBelow } from "../random.ts";
import type { Sample, SampleBody, Target } from "./surface.ts";
import {
  brokenBytes,
  strangeHeader,
  strangeJson,
  strangeJsonText,
  strangePiece,
  strangeText,
} from "./values.ts";

/** A request, and what is known of it. */
export interface HostileRequest {
  request: Request;
  method: string;
  /** The language it asks for; null when it says nothing that must be understood. */
  locale: Locale | null;
  /** True when it carries the operator's own session. */
  isSignedIn: boolean;
  /** In a few words, for whoever looks for the fault. */
  said: string;
}

interface Draft {
  method: string;
  path: string;
  query: [name: string, value: string][];
  headers: Headers;
  body: SampleBody | { kind: "bytes"; bytes: Uint8Array<ArrayBuffer> };
  faults: string[];
}

type Fault = (draft: Draft, random: Random) => void;

const METHODS = "GET HEAD POST PUT PATCH DELETE OPTIONS PROPFIND BREW M-SEARCH get x".split(" ");
/** Sent again and again: making a large body is slow, sending one is not. */
const LARGE = new Uint8Array(MAX_BODY_BYTES + 1).fill(0x20);
const LONG_QUERY = "x".repeat(8_192);

/** The next one at a route. */
export function hostileRequest(
  { samples, route }: Target,
  operator: TestOperator,
  random: Random,
): HostileRequest {
  const sample = samples.length === 0
    ? ({ method: "GET", address: route, body: { kind: "none" } } satisfies Sample)
    : oneOf(random, samples);
  const draft = draftOf(sample, random);
  const isSignedIn = sign(draft, operator, random);
  const times = 1 + wholeBelow(random, 3);
  for (let i = 0; i < times; i++) oneOf(random, FAULTS)(draft, random);
  const locale = random() < 0.6 ? oneOf(random, LOCALES) : null;
  const request = requestOf(draft, locale);
  const { method, url } = request;
  const said = `${method} ${url.slice(0, 160)} (${draft.faults.join(", ").slice(0, 200)})`;
  const keptCookie = request.headers.get("cookie") === operator.cookie;
  return { request, method, locale, isSignedIn: isSignedIn && keptCookie, said };
}

function draftOf({ method, address, body }: Sample, random: Random): Draft {
  const url = new URL(address, ORIGIN);
  return {
    method: random() < 0.75 ? method : oneOf(random, ["GET", "POST", "HEAD"]),
    path: url.pathname,
    query: [...url.searchParams].filter(([name]) => name !== "lang"),
    headers: new Headers(),
    body: structuredClone(body),
    faults: [],
  };
}

/** Mostly an operator with all that is asked of one; else one without a token, or a stranger. */
function sign(draft: Draft, { cookie, formToken }: TestOperator, random: Random): boolean {
  const chance = random();
  if (chance < 0.15) return false;
  draft.headers.set("cookie", cookie);
  draft.headers.set("sec-fetch-site", "same-origin");
  if (chance < 0.25) return true;
  draft.headers.set(FORM_TOKEN_HEADER, formToken);
  if (draft.body.kind === "form") {
    const others = draft.body.fields.filter(([name]) => name !== FORM_TOKEN_FIELD);
    draft.body.fields = [[FORM_TOKEN_FIELD, formToken], ...others];
  }
  return true;
}

const FAULTS: readonly Fault[] = [
  (draft, random) => {
    draft.method = oneOf(random, METHODS);
    draft.faults.push("method");
  },
  (draft, random) => {
    const pieces = draft.path.split("/");
    const at = 1 + wholeBelow(random, pieces.length - 1);
    pieces[at] = strangePiece(random, pieces[at] ?? "");
    draft.path = pieces.join("/");
    draft.faults.push("path");
  },
  (draft, random) => {
    draft.path = oneOf(random, [
      `${draft.path}/`,
      `/${draft.path}`,
      `${draft.path}/${strangePiece(random, "x")}`,
      `${draft.path}/../${strangePiece(random, "y")}`,
    ]);
    draft.faults.push("path's end");
  },
  (draft, random) => {
    const name = draft.query.length > 0 && random() < 0.8
      ? oneOf(random, draft.query)[0]
      : oneOf(random, ["date", "q", "cursor", "booking", "done", "from", "show", "zoom", "error"]);
    const others = random() < 0.8 ? draft.query.filter((pair) => pair[0] !== name) : draft.query;
    draft.query = [...others, [name, strangeText(random)]];
    draft.faults.push(`query ${name}`);
  },
  (draft, random) => {
    if (random() > 0.1) return;
    draft.query.push(["x", LONG_QUERY]);
    draft.faults.push("overlong address");
  },
  header,
  header,
  field,
  field,
  field,
  field,
  fieldNames,
  asSent,
  asSent,
];

function header(draft: Draft, random: Random): void {
  const [name, value] = strangeHeader(random);
  draft.headers.set(name, value);
  draft.faults.push(`${name}: ${value.slice(0, 40)}`);
}

/** A field of the body holds what it never should. */
function field(draft: Draft, random: Random): void {
  const { body } = draft;
  if (body.kind === "form" && body.fields.length > 0) {
    const at = wholeBelow(random, body.fields.length);
    const [name = ""] = body.fields[at] ?? [];
    if (name === FORM_TOKEN_FIELD && random() < 0.8) return;
    const value = strangeText(random);
    body.fields[at] = [name, value];
    draft.faults.push(`${name}=${JSON.stringify(value).slice(0, 60)}`);
  }
  if (body.kind === "json") {
    const value = strangeJson(random);
    const name = put(body.value, value, random);
    draft.faults.push(`${name}=${String(JSON.stringify(value)).slice(0, 60)}`);
  }
}

/** Puts the value somewhere into the object; the name it went under. */
function put(into: Record<string, unknown>, value: unknown, random: Random): string {
  const names = Object.keys(into);
  if (names.length === 0) return "";
  const name = oneOf(random, names);
  const inner = into[name];
  const isObject = typeof inner === "object" && inner !== null && Object.keys(inner).length > 0;
  if (isObject && random() < 0.7) {
    return `${name}.${put(inner as Record<string, unknown>, value, random)}`;
  }
  into[name] = value;
  return name;
}

/** Fields are missing, there twice, there by the hundred, or under names that are none. */
function fieldNames(draft: Draft, random: Random): void {
  const { body } = draft;
  if (body.kind === "json") {
    const names = Object.keys(body.value);
    if (names.length > 0 && random() < 0.6) delete body.value[oneOf(random, names)];
    else body.value[strangeText(random)] = strangeJson(random);
    draft.faults.push("names of fields");
  }
  if (body.kind !== "form") return;
  const { fields } = body;
  const at = wholeBelow(random, fields.length + 1);
  oneOf(random, [
    () => fields.splice(at, 1),
    () => fields.push([fields[at]?.[0] ?? "x", strangeText(random)]),
    () => fields.push([strangeText(random), strangeText(random)]),
    () =>
      fields.unshift(...Array.from({ length: 120 }, (_, i): [string, string] => [`x${i}`, "y"])),
    () => fields.reverse(),
  ])();
  draft.faults.push("names of fields");
}

/** The body as it is sent is not what its type says. */
function asSent(draft: Draft, random: Random): void {
  const { body } = draft;
  if (body.kind === "none" || body.kind === "bytes") return;
  const text = body.kind === "json"
    ? JSON.stringify(body.value)
    : new URLSearchParams(body.fields).toString();
  draft.headers.set("content-type", typeOf(body));
  const bytes = oneOf(random, [
    () => brokenBytes(random, text),
    () => utf8(body.kind === "json" ? strangeJsonText(random, text) : `${text}&%ff=%zz&=&&%`),
    () => utf8(text.slice(0, wholeBelow(random, text.length + 1))),
    () => random() < 0.1 ? LARGE : utf8(""),
  ])();
  draft.body = { kind: "bytes", bytes };
  draft.faults.push(`body ${new TextDecoder().decode(bytes.subarray(0, 60))}`);
}

function requestOf(draft: Draft, locale: Locale | null): Request {
  const { method, headers, body } = draft;
  // First, so that nothing that is broken stands before it.
  const language: [string, string][] = locale === null ? [] : [["lang", locale]];
  const query = new URLSearchParams([...language, ...draft.query]).toString();
  // A number sign or a question mark of a broken path would hide the query.
  const path = locale === null ? draft.path : draft.path.replace(/[?#]/g, "");
  const url = ORIGIN + path + (query === "" ? "" : `?${query}`);
  if (/^(get|head)$/i.test(method) || body.kind === "none") {
    return new Request(url, { method, headers });
  }
  if (body.kind !== "bytes" && !headers.has("content-type")) {
    headers.set("content-type", typeOf(body));
  }
  return new Request(url, { method, headers, body: bytesOf(body) });
}

function bytesOf(body: Exclude<Draft["body"], { kind: "none" }>): Uint8Array<ArrayBuffer> {
  if (body.kind === "bytes") return body.bytes;
  if (body.kind === "json") return utf8(JSON.stringify(body.value));
  return utf8(new URLSearchParams(body.fields).toString());
}

function typeOf({ kind }: { kind: "json" | "form" }): string {
  return kind === "json" ? "application/json" : "application/x-www-form-urlencoded";
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
