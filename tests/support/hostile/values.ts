// What nobody honest sends: texts, JSON, bytes and headers that a careless server trips over.
import { oneOf, type Random, wholeBelow } from "../random.ts";

/** Stands in texts that must never come back as markup. */
export const PLANTED = "<i id=planted>";

const TEXTS: readonly string[] = [
  ...["", " ", "\t", "0", "-1", "-0", "1e308", "1e-7", "NaN", "Infinity", "null", "undefined"],
  ...["true", "9007199254740993", "99999999999999999999999", "0x10", "1,5", "1.5", "١٢", "０７０"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "length"],
  ...["\u0000", "a\u0000b", "\u202e\u2066evil", "\ud800", "\udc00x", "\ufeff", "\uffff", "🚕"],
  ...["e\u0301".repeat(60), "👩‍👩‍👧‍👦", "\u200b", "ß", "İ", "ﬀ", "\u2028"],
  ...[`"><script>alert(1)</script>`, PLANTED, `'${PLANTED}"`, "</textarea>" + PLANTED],
  ...["javascript:alert(1)", "//evil.example", "\\\\evil.example", "https://evil.example/"],
  ...["../../etc/passwd", "..\\..\\", "%2e%2e%2f", "%00", "%", "{{7*7}}", "${7*7}", "' OR 1=1--"],
  ...["\r\nset-cookie: planted=1", "\n", "\u001b[31m", "\u0085", "a\rb"],
  ...["2026-02-30", "2026-13-01", "2026-11-24T25:00", "2027-03-28T02:30", "0000-00-00", "nu"],
  ...["-271821-04-20", "+275760-09-13", "275760-09-14", "10000-01-01", "2026-11-24T10:00Z"],
  ...["2026-11-24T10:00:00.000000000001", "9999-12-31", "-000001-01-01", "24:00", "99:99", "7.5"],
  ...[
    "airport:GOT",
    "pin:57.7,11.9",
    "pin:NaN,NaN",
    "pin:1e999,0",
    "pin:91,181",
    "pin:,",
    "street:",
  ],
  ...["+46701234567", "+", "@", "a@b", "V01", "D01", "standard", "on", "[object Object]", "[]"],
];

const WRONG_JSON: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, "", [], {}],
  ...[[null], [[]], [{}], { length: 1e9 }, { toString: 1 }, { toJSON: 1 }, Array(300).fill(0)],
];

const MORSELS =
  "%00 %ff %fe%ff %ed%a0%80 %c0%af %zz % %2f %2e%2e %5c %0d%0a %09 %e2%80%ae %F0%9F%9A%95 "
    .concat(
      "%3f %23 %25 %252e ; , . .. ~ @ : * [x] (x) {x} __proto__ constructor \\ | ^ ` ' \" < > =",
    )
    .split(" ");

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "content-type": [
    ...["", "text/plain", "application/json", "application/json; charset=utf-16", "text/json"],
    ...["application/x-www-form-urlencoded; charset=\xff", "multipart/form-data", "*/*", ";", "/"],
    ...["multipart/form-data; boundary=", "application/json, text/html", "A".repeat(5_000)],
  ],
  "content-length": ["-1", "NaN", "", "1e9", "0x10", "65537", "99999999999999999999", "0", "1, 2"],
  "content-encoding": ["gzip", "br", "identity", "gzip, gzip", "x"],
  "transfer-encoding": ["chunked", "gzip", "identity", "chunked, chunked", ""],
  range: [
    "bytes=0-",
    "bytes=9-1",
    "bytes=-",
    "bytes=-0",
    "lines=1",
    "bytes=a-b",
    "bytes=".concat("0-0,".repeat(900)),
  ],
  "if-none-match": ["*", '"', "W/", 'W/"x', '"a","b"', "x".repeat(6_000)],
  "if-modified-since": ["yesterday", "", "Thu, 99 Foo 9999 99:99:99 GMT", "0"],
  "if-range": ['"x"', "x"],
  accept: [
    "",
    "*/*;q=x",
    "text/html;q=-1",
    ",,,",
    "application/json",
    "text/event-stream",
    "a/b,".repeat(900),
  ],
  "accept-encoding": [
    "gzip",
    "br, gzip;q=0",
    "*;q=0",
    "identity;q=0",
    "gzip;q=2",
    ",;,",
    "zstd",
    "gzip;q=".repeat(700),
  ],
  "accept-language": ["", "*", "en;q=x", "sv-SE-x-y-z", "\xff", "en,".repeat(900)],
  "last-event-id": ["", "x", "-1", "f".repeat(20), "0".repeat(20), "\xff", "a".repeat(6_000)],
  "idempotency-key": ["", " ", "x", "x".repeat(255), "x".repeat(256), "\xe5", "__proto__"],
  host: [
    "",
    "localhost",
    "evil.example",
    "a b",
    "[::1",
    "localhost:99999",
    "LOCALHOST:8000",
    "x".repeat(300),
  ],
  origin: [
    "null",
    "",
    "https://evil.example",
    "http://localhost:8000.evil.example",
    "javascript:1",
    "x",
  ],
  "sec-fetch-site": ["cross-site", "same-site", "none", "", "same-origin, cross-site", "x"],
  referer: ["", "x", "javascript:1", "https://evil.example/", "http://[", "x".repeat(6_000)],
  "x-forwarded-for": ["", ",", "1.2.3.4", "::", "[::1]:1", "x, y", "%", "1.2.3.4,".repeat(800)],
  "x-forwarded-host": ["evil.example"],
  "x-forwarded-proto": ["https", "javascript"],
  "x-http-method-override": ["DELETE", "PATCH"],
  "x-original-url": ["/admin"],
  "x-form-token": ["", "x", "\xff", "A".repeat(43)],
  expect: ["100-continue", "200-ok"],
  upgrade: ["websocket", "h2c"],
  connection: ["upgrade", "close, host"],
  authorization: ["Basic", "Bearer x", "Basic " + btoa("a:b"), "\xff"],
  purpose: ["prefetch"],
  "user-agent": ["", "\xff", "x".repeat(6_000)],
  "save-data": ["on"],
};

const COOKIES: readonly string[] = [
  ...["", "=", ";", ";;;=", "avanti-operator=", "avanti-operator=x", "avanti-locale=xx"],
  ...["avanti-locale=__proto__", `avanti-operator=${"A".repeat(43)}`, "avanti-operator=%00%ff%"],
  ...["__Host-avanti-operator=x", 'avanti-operator="x"', "a=b=c=d", "\xff=\xfe", "avanti-locale"],
  ...[
    "x=1; ".repeat(900),
    `avanti-operator=${"é".repeat(43)}`,
    "avanti-contact={",
    "avanti-contact=e30",
  ],
];

const NOT_JSON: readonly string[] = [
  ...["", " ", "{", "}", "[", "{}}", "{,}", '{"a":}', '{"a":1,}', "{'a':1}", "NaN", "Infinity"],
  ...["-", "undefined", '"\u0001"', '"\\x41"', '"\\uD80"', "01", "1e", "/**/{}", "<x/>", "\u0000"],
  ...[
    "null",
    "true",
    "0",
    '"\\ud800"',
    "[]",
    "[[]]",
    "\ufeff{}",
    "[".repeat(30),
    "[".repeat(30_000),
  ],
];

/** A text from the list, or a long one. */
export function strangeText(random: Random): string {
  if (random() < 0.92) return oneOf(random, TEXTS);
  const long = oneOf(random, ["x", "å", "🚕", "\u0301", " ", "0", "\n", "(", "a "]);
  return long.repeat(1 + wholeBelow(random, oneOf(random, [90, 600, 6_000])));
}

/** A value of JSON that stands where another one belongs. */
export function strangeJson(random: Random): unknown {
  // A copy: what is put into a body may be broken further.
  return random() < 0.5 ? strangeText(random) : structuredClone(oneOf(random, WRONG_JSON));
}

/** A piece of a path as it is sent. */
export function strangePiece(random: Random, piece: string): string {
  const at = wholeBelow(random, piece.length + 1);
  return oneOf(random, [
    () => oneOf(random, MORSELS),
    () => piece.slice(0, at) + oneOf(random, MORSELS) + piece.slice(at),
    () => piece.slice(0, at),
    () => encodedText(strangeText(random)),
    () => piece.toUpperCase(),
    () => piece.repeat(2 + wholeBelow(random, 400)),
    () => "",
  ])();
}

/** A header and what stands in it. */
export function strangeHeader(random: Random): [name: string, value: string] {
  if (random() < 0.2) return ["cookie", oneOf(random, COOKIES)];
  if (random() < 0.03) return [`x-${"y".repeat(wholeBelow(random, 300))}`, "z".repeat(4_000)];
  const name = oneOf(random, Object.keys(HEADERS));
  return [name, oneOf(random, HEADERS[name] ?? [""])];
}

/** JSON as it is sent: broken, cut, nested, doubled, with names that are not fields. */
export function strangeJsonText(random: Random, json: string): string {
  const depth = 1 + wholeBelow(random, 300);
  const members = json.replace(/^\{|\}$/g, "");
  return oneOf(random, [
    () => oneOf(random, NOT_JSON),
    () => json.slice(0, wholeBelow(random, json.length + 1)),
    () => `{"deep":${"[".repeat(depth)}${"]".repeat(depth)},${members}}`,
    () => `{${members},${members}}`,
    () => `{"__proto__":{${members},"polluted":true}}`,
    () =>
      `{${members},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    () => json.replace(/:"[^"]*"/, ':"\\ud800"'),
    () => json.replace(/:\d+/, ":1e999"),
    () => json.replace(/:\d+/, ":-0"),
    () => `[${json}]`,
    () => `${json}${json}`,
    () => json.replace(/"([^"]+)":/, '"\\u0000$1":'),
  ])();
}

/** Bytes that are no UTF-8, somewhere among these. */
export function brokenBytes(random: Random, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  const bad = oneOf(random, [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88], [0xc0, 0xaf], [0]]);
  const at = wholeBelow(random, bytes.length + 1);
  return Uint8Array.from([...bytes.slice(0, at), ...bad, ...bytes.slice(at)]);
}

/** Percent escapes of a text, also of one that is no Unicode. */
function encodedText(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
