// Makes requests that no route may accept: one thing about a valid request is broken, chosen by a seed.
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import { ORIGIN } from "./app.ts";
import type { ApiCase, FieldPath } from "./api-routes.ts";
import { WRONG_METHOD_STATUS } from "./framework.ts";
import { oneOf, type Random, wholeBelow } from "./random.ts";

/** A request and what is wrong with it. */
export interface Malformed {
  /** What it says, whole: who says the same is the same request. */
  said: string;
  make(): Request;
  fault: string;
  /** The only statuses that answer this fault, or null for any from 400 to 499. */
  statuses: readonly number[] | null;
}

type Maker = (one: ApiCase, random: Random) => Malformed | null;

/** So many requests that are malformed in one of the ways the case has, without those that say what one before said. */
export function malformedRequests(one: ApiCase, random: Random, drawn: number): Malformed[] {
  const found = new Map<string, Malformed>();
  for (let i = 0; i < drawn;) {
    const made = oneOf(random, MAKERS)(one, random);
    if (made === null) continue;
    i++;
    if (!found.has(made.said)) found.set(made.said, made);
  }
  return [...found.values()];
}

const OTHER_METHODS = ["PUT", "PATCH", "DELETE", "PROPFIND", "BREW", "M-SEARCH", "PURGE"];
/** Sent again and again: making a large body is slow, sending one is not. */
const LARGE = new Uint8Array(MAX_BODY_BYTES + 1).fill(0x20);

const WRONG_TYPES: readonly (readonly [string, readonly unknown[]])[] = [
  ["string", [0, -1, 1e308, true, false, null, [], ["x"], {}, [["x"]], { toString: "x" }]],
  ["number", ["1", "", "NaN", null, true, [], [1], {}, 1.5, -1, 1e308, 2 ** 53, -1e-7, "1e1"]],
  ["boolean", ["true", 0, 1, null, [], {}, "false"]],
  ["object", ["x", 0, null, true, [], [{}], 1e308, [[[]]]]],
];

const STRANGE_IDS = [
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "0",
  "-1",
  "1e308",
  "..%2f..%2f",
  "%00",
  "%0d%0aset-cookie:x",
  "%ff%fe",
  "%ed%a0%80",
  "%",
  "%zz",
  "%F0%9F%9A%95",
  "'%20or%201=1--",
  "%E2%80%AE",
  "[object%20Object]",
  "a,b",
  "a%09b",
];

const NOT_JSON = [
  "",
  " ",
  "{",
  "}",
  "[",
  "{}}",
  "{,}",
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  "NaN",
  "Infinity",
  "-",
  "undefined",
  '"\u0001"',
  '"\\x41"',
  '"\\uD80"',
  "01",
  "1e",
  "/**/{}",
  "a=1&b=2",
  "<x/>",
  "\u0000",
];

const NOT_OBJECTS = ["null", "true", "0", "-0", "1e308", '"x"', '"\\ud800"', "[]", "[{}]", "[[]]"];

const TYPES = [
  null,
  "",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "application/jsonp",
  "text/json",
  ";application/json",
  "json",
];

const MAKERS: readonly Maker[] = [
  (one, random) => {
    const method = oneOf(random, [...OTHER_METHODS, one.method === "GET" ? "POST" : "GET"]);
    const body = method === "GET" ? null : "{}";
    const make = () => new Request(ORIGIN + one.path, { method, headers: one.headers, body });
    return { said: method, make, fault: `method ${method}`, statuses: [WRONG_METHOD_STATUS] };
  },
  (one, random) => {
    const mark = one.path.includes("?") ? "&" : "?";
    const path = `${one.path}${mark}x=${"x".repeat(8_192 + wholeBelow(random, 64))}`;
    return { ...sent(one, { path }), fault: "overlong address", statuses: [414] };
  },
  (one, random) => {
    if (one.id === null) return null;
    const id = strangeId(one.id, random);
    const path = one.path.replace(one.id, () => id);
    return { ...sent(one, { path }), fault: `id ${id.slice(0, 60)}`, statuses: [400, 404, 405] };
  },
  (one, random) => {
    if (one.wrongQueries.length === 0) return null;
    const query = oneOf(random, one.wrongQueries);
    const path = one.path.replace(/\?.*/, query);
    return { ...sent(one, { path }), fault: `query ${query.slice(0, 60)}`, statuses: null };
  },
  (one, random) => {
    if (one.wrongHeaders.length === 0) return null;
    const wrong = oneOf(random, one.wrongHeaders);
    const merged = Object.entries({ ...one.headers, ...wrong });
    const headers = Object.fromEntries(merged.filter(([, value]) => value !== null));
    const fault = `headers ${JSON.stringify(wrong).slice(0, 80)}`;
    return { ...sent(one, { headers: headers as Record<string, string> }), fault, statuses: null };
  },
  (one, random) => {
    if (one.body === undefined) return null;
    const type = oneOf(random, TYPES);
    const { "content-type": _, ...rest } = one.headers;
    const headers = type === null ? rest : { ...rest, "content-type": type };
    const body = new TextEncoder().encode(JSON.stringify(one.body));
    return { ...sent(one, { headers, body }), fault: `content-type ${type}`, statuses: [415] };
  },
  raw("not JSON", [400], (_, random) => oneOf(random, NOT_JSON)),
  raw("cut short", [400], (text, random) => text.slice(0, wholeBelow(random, text.length))),
  raw("no object", [422], (_, random) => oneOf(random, NOT_OBJECTS)),
  // Where less is taken than elsewhere it may be too large first.
  raw("nested too deep", [400, 413], (text, random) => {
    const depth = 20 + wholeBelow(random, 2_000);
    const deep = random() < 0.5
      ? "[".repeat(depth) + "]".repeat(depth)
      : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    return text.replace(/^\{/, () => `{"deep":${deep},`);
  }),
  raw("prototype instead of fields", [400], (text, random) => {
    const name = oneOf(random, ["__proto__", "constructor", "prototype", "\\u005f_proto__"]);
    return `{"${name}":${text.replace(/\}$/, ',"polluted":true}')}}`;
  }),
  (one, random) => {
    if (one.body === undefined) return null;
    const bytes = new TextEncoder().encode(JSON.stringify(one.body));
    const bad = oneOf(random, [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88], [0xc0, 0xaf]]);
    const at = 1 + wholeBelow(random, bytes.length - 1);
    const body = Uint8Array.from([...bytes.slice(0, at), ...bad, ...bytes.slice(at)]);
    return { ...sent(one, { body }), fault: `bad UTF-8 at ${at}`, statuses: [400] };
  },
  (one, random) => {
    // Rare: 64 KiB each.
    if (one.body === undefined || random() > 0.05) return null;
    return { ...sent(one, { body: LARGE }), fault: "too large", statuses: [413] };
  },
  (one, random) => {
    if (one.body === undefined || one.required.length === 0) return null;
    const path = oneOf(random, one.required);
    const body = withField(one.body, path, undefined);
    return { ...sent(one, { json: body }), fault: `without ${path.join(".")}`, statuses: null };
  },
  brokenField,
  brokenField,
  brokenField,
  (one, random) => {
    if (one.body === undefined || one.wrong.length === 0) return null;
    const [path, values] = oneOf(random, one.wrong);
    const value = oneOf(random, values);
    const fault = `${path.join(".")} = ${JSON.stringify(value).slice(0, 60)}`;
    return { ...sent(one, { json: withField(one.body, path, value) }), fault, statuses: null };
  },
];

/** A field of the wrong type; sometimes sent twice, the wrong one last, as parsers read it. */
function brokenField(one: ApiCase, random: Random): Malformed | null {
  if (one.body === undefined) return null;
  const path = oneOf(random, fieldsOf(one.body));
  const present = path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown>)[name],
    one.body,
  );
  const wrongs = WRONG_TYPES.find(([type]) => type === typeof present)?.[1] ?? [];
  const value = oneOf(random, wrongs);
  const fault = `${path.join(".")} = ${JSON.stringify(value)}`;
  const [name = ""] = path;
  const json = withField(one.body, path, value);
  if (random() < 0.8) return { ...sent(one, { json }), fault, statuses: null };
  const twice = `${JSON.stringify(one.body).slice(0, -1)},${JSON.stringify(name)}:${
    JSON.stringify(json[name])
  }}`;
  const body = new TextEncoder().encode(twice);
  return { ...sent(one, { body }), fault: `${fault}, sent twice`, statuses: null };
}

function raw(
  fault: string,
  statuses: readonly number[],
  make: (text: string, random: Random) => string,
): Maker {
  return (one, random) => {
    if (one.body === undefined) return null;
    const text = make(JSON.stringify(one.body), random);
    const body = new TextEncoder().encode(text);
    return { ...sent(one, { body }), fault: `${fault}: ${text.slice(0, 80)}`, statuses };
  };
}

function strangeId(id: string, random: Random): string {
  const at = wholeBelow(random, id.length);
  const ways = [
    () => oneOf(random, STRANGE_IDS),
    () => "x".repeat(1 + wholeBelow(random, 6_000)),
    () => "%F0%9F%9A%95".repeat(1 + wholeBelow(random, 500)),
    () => id.slice(0, at) + (id[at] === "A" ? "B" : "A") + id.slice(at + 1),
    () => id.slice(0, at) + id.slice(at + 1),
    () => id + oneOf(random, ["A", "%00", "%20", "%0A", ".json"]),
    () => id.toLowerCase() === id ? `${id}x` : id.toLowerCase(),
  ];
  return oneOf(random, ways)();
}

function fieldsOf(body: Record<string, unknown>, prefix: FieldPath = []): FieldPath[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const path = [...prefix, name];
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? [path, ...fieldsOf(value as Record<string, unknown>, path)] : [path];
  });
}

/** The body with one field changed; undefined leaves it out. */
function withField(
  body: Record<string, unknown>,
  [name = "", ...rest]: FieldPath,
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...body, [name]: value };
  return { ...body, [name]: withField(body[name] as Record<string, unknown>, rest, value) };
}

function sent(
  one: ApiCase,
  change: {
    path?: string;
    headers?: Record<string, string>;
    body?: Uint8Array<ArrayBuffer>;
    json?: unknown;
  },
): Pick<Malformed, "said" | "make"> {
  const { path = one.path, headers = one.headers } = change;
  const json = change.json ?? one.body;
  const form = new URLSearchParams(one.form ?? {}).toString();
  const text = json === undefined ? form : JSON.stringify(json);
  const bytes = change.body ?? new TextEncoder().encode(text);
  const body = one.method === "GET" ? null : bytes;
  return {
    said: JSON.stringify([path, headers, bytes.toHex()]),
    make: () => new Request(ORIGIN + path, { method: one.method, headers, body }),
  };
}
