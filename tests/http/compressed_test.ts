import assert from "node:assert/strict";
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from "node:zlib";
import { isFormToken, makeFormToken } from "../../lib/accounts/form-token.ts";
import { compressed, MIN_BYTES } from "../../lib/http/compressed.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { signedIn } from "../support/api-operator.ts";
import { repeatableRandom } from "../support/repeatable-random.ts";
import { testServices } from "../support/services.ts";
import { aQuote } from "../support/trips.ts";

const LONG = "En rad text som upprepas.\n".repeat(100);
const HTML = { "content-type": "text/html; charset=utf-8" };

const ask = (accept: string | null, init: RequestInit = {}) =>
  new Request(ORIGIN, { ...init, headers: accept === null ? {} : { "accept-encoding": accept } });

Deno.test("a page comes in the coding asked for, says so, and is the same page", async () => {
  const br = await compressed(ask("gzip, br"), new Response(LONG, { headers: HTML }));
  assert.equal(br.headers.get("content-encoding"), "br");
  assert.equal(br.headers.get("vary"), "Accept-Encoding");
  assert.equal(brotliDecompressSync(await br.bytes()).toString(), LONG);
  const gzip = await compressed(ask("gzip"), new Response(LONG, { headers: HTML }));
  assert.equal(gzip.headers.get("content-encoding"), "gzip");
  const bytes = await gzip.bytes();
  assert(bytes.length < LONG.length / 4);
  assert.equal(gunzipSync(bytes).toString(), LONG);
});

Deno.test("a client that takes no coding gets the page as it is, and a cache is told of the choice", async () => {
  for (const accept of [null, "identity", "br;q=0, gzip;q=0", "zstd"]) {
    const answer = await compressed(ask(accept), new Response(LONG, { headers: HTML }));
    assert.equal(answer.headers.get("content-encoding"), null);
    assert.equal(answer.headers.get("vary"), "Accept-Encoding");
    assert.equal(await answer.text(), LONG);
  }
});

Deno.test("every type of text is compressed, with its parameters or without; pictures and events are not", async () => {
  const types: readonly (readonly [string, boolean])[] = [
    ["text/html", true],
    ["application/json", true],
    ["application/problem+json; charset=utf-8", true],
    ["application/health+json", true],
    ["text/csv; charset=utf-8", true],
    ["text/calendar; charset=utf-8", true],
    ["TEXT/HTML", true],
    ["image/svg+xml", true],
    ["text/event-stream; charset=utf-8", false],
    ["image/png", false],
    ["application/octet-stream", false],
    ["font/woff2", false],
    ["", false],
  ];
  for (const [type, isSmaller] of types) {
    const response = new Response(LONG, { headers: { "content-type": type } });
    const answer = await compressed(ask("br"), response);
    await answer.body?.cancel();
    assert.equal(answer.headers.has("content-encoding"), isSmaller, type);
    assert.equal(answer.headers.has("vary"), isSmaller, type);
  }
});

Deno.test("an answer of the API comes in the coding asked for with every header it had, and is the same", async () => {
  const places = Array.from(
    { length: 40 },
    (_, i) => ({ id: `street:${i}`, name: "Östra Hamngatan" }),
  );
  const etag = '"a1"';
  for (const coding of ["br", "gzip"] as const) {
    const plain = Response.json({ places }, { status: 201, headers: { etag, location: "/x" } });
    const answer = await compressed(ask(coding), plain);
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.equal(answer.headers.get("content-encoding"), coding);
    assert.equal(answer.headers.get("etag"), 'W/"a1"');
    assert.equal(answer.headers.get("location"), "/x");
    const bytes = await answer.bytes();
    const decoded = coding === "br" ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    assert.deepEqual(JSON.parse(decoded.toString()), { places });
  }
});

Deno.test("what is small, encoded, partial, not to be transformed or empty is left as it is", async () => {
  const cases: readonly (readonly [string, BodyInit | null, ResponseInit])[] = [
    ["small", "x".repeat(MIN_BYTES - 1), { headers: HTML }],
    ["encoded", LONG, { headers: { ...HTML, "content-encoding": "gzip" } }],
    ["a file that chose", LONG, { headers: { ...HTML, vary: "Accept-Encoding" } }],
    ["a part", LONG, { status: 206, headers: { ...HTML, "content-range": "bytes 0-9/99" } }],
    ["no-transform", LONG, { headers: { ...HTML, "cache-control": "no-store, no-transform" } }],
    ["not modified", null, { status: 304, headers: HTML }],
    ["no content", null, { status: 204, headers: HTML }],
    ["empty", "", { headers: HTML }],
  ];
  for (const [name, body, init] of cases) {
    const answer = await compressed(ask("br"), new Response(body, init));
    assert.equal(
      answer.headers.get("content-encoding"),
      name === "encoded" ? "gzip" : null,
      name,
    );
    assert.equal(await answer.text(), body ?? "", name);
  }
  const exact = await compressed(ask("br"), new Response("x".repeat(MIN_BYTES), { headers: HTML }));
  await exact.body?.cancel();
  assert.equal(exact.headers.get("content-encoding"), "br");
});

Deno.test("bytes that do not become smaller go out as they are", async () => {
  const noise = secureRandomBytes(4_000) as Uint8Array<ArrayBuffer>;
  const answer = await compressed(ask("gzip"), new Response(noise, { headers: HTML }));
  assert.equal(answer.headers.get("content-encoding"), null);
  assert.deepEqual(await answer.bytes(), noise);
});

Deno.test("a strong validator becomes a weak one, a length and ranges go, cookies and status stay", async () => {
  const headers = new Headers({ ...HTML, etag: '"a1"', "accept-ranges": "bytes" });
  headers.set("content-length", String(LONG.length));
  headers.append("set-cookie", "a=1");
  headers.append("set-cookie", "b=2");
  const answer = await compressed(ask("br"), new Response(LONG, { status: 422, headers }));
  await answer.body?.cancel();
  assert.equal(answer.status, 422);
  assert.equal(answer.headers.get("etag"), 'W/"a1"');
  assert.equal(answer.headers.get("content-length"), null);
  assert.equal(answer.headers.get("accept-ranges"), null);
  assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
  const weak = new Response(LONG, { headers: { ...HTML, etag: 'W/"a1"' } });
  assert.equal((await compressed(ask("br"), weak)).headers.get("etag"), 'W/"a1"');
  const plain = new Response(LONG, { headers: { ...HTML, etag: '"a1"' } });
  assert.equal((await compressed(ask(null), plain)).headers.get("etag"), '"a1"');
});

for (const [coding, decoder] of [["gzip", createGunzip], ["br", createBrotliDecompress]] as const) {
  Deno.test(`each row of a table in ${coding} can be read before the next one is made`, async () => {
    const source = Promise.withResolvers<
      ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>
    >();
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({ start: source.resolve });
    const type = { "content-type": "text/csv" };
    const answer = await compressed(ask(coding), new Response(body, { headers: type }));
    assert.equal(answer.headers.get("content-encoding"), coding);
    const plain = decoder();
    const read = answer.body?.getReader();
    const rows = await source.promise;
    for (const row of ["tid,kod\n", "06.40,AV7K4Q\n", "07.10,K4Q7RM\n"]) {
      rows.enqueue(new TextEncoder().encode(row));
      const { value } = await read?.read() ?? {};
      const seen = new Promise((resolve) => plain.once("data", (bytes) => resolve(String(bytes))));
      plain.write(value);
      assert.equal(await seen, row);
    }
    rows.close();
    while (true) {
      const { done, value } = await read?.read() ?? { done: true, value: undefined };
      if (done) break;
      plain.write(value);
    }
    const ended = new Promise((resolve) => plain.once("end", () => resolve("whole")));
    plain.end();
    assert.equal(await ended, "whole");
  });
}

Deno.test("a reader who goes away ends what was being sent", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("a,b\n")),
    cancel: resolve,
  });
  const type = { "content-type": "text/csv" };
  const answer = await compressed(ask("gzip"), new Response(body, { headers: type }));
  await answer.body?.cancel("gone");
  assert.equal(await promise, "gone");
});

Deno.test("a source that fails is not taken for one that ended", async () => {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new Error("disk")),
  }, { highWaterMark: 0 });
  const type = { "content-type": "text/csv" };
  const failing = async () =>
    await (await compressed(ask("br"), new Response(body, { headers: type }))).bytes();
  await assert.rejects(failing, /disk/);
});

Deno.test("pages, the API and refusals of the product are compressed, once; files keep the coding of the build", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const headers = { "accept-encoding": "br" };
  const page = await app(new Request(ORIGIN + paths.home(), { headers }));
  assert.match(brotliDecompressSync(await page.bytes()).toString(), /<\/html>$/);
  const quote = await aQuote(test.services);
  const plain = await app(new Request(ORIGIN + paths.api.quote(quote.id)));
  const json = await app(new Request(ORIGIN + paths.api.quote(quote.id), { headers }));
  const answer = JSON.parse(brotliDecompressSync(await json.bytes()).toString());
  assert.equal(answer.id, quote.id);
  assert.deepEqual(answer, await plain.json());
  const missing = await app(new Request(`${ORIGIN}/nowhere`, { headers }));
  assert.equal(missing.status, 404);
  assert.match(brotliDecompressSync(await missing.bytes()).toString(), /<\/html>$/);
  const file = await app(new Request(`${ORIGIN}/styles.css`, { headers }));
  assert.match(brotliDecompressSync(await file.bytes()).toString(), /:root/);
  assert.equal(file.headers.get("vary"), "Accept-Encoding");
});

Deno.test("live events come as they are, whatever the client takes", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const headers = await signedIn(test.services);
  const request = new Request(ORIGIN + paths.api.adminEvents(), {
    headers: { ...headers, "accept-encoding": "br, gzip" },
  });
  const answer = await app(request);
  await answer.body?.cancel();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-encoding"), null);
  assert.equal(answer.headers.get("cache-control"), "no-store, no-transform");
});

Deno.test("two pages of one session have no secret in common that their size could betray", async () => {
  const at = "2026-11-23T05:00:00Z";
  const times = { createdAt: at, idleExpiresAt: at, absoluteExpiresAt: at };
  const session = { id: "s1", operatorName: "Karin", csrfSecret: "x".repeat(43), ...times };
  const number = repeatableRandom(7);
  const random = (length: number) => Uint8Array.from({ length }, () => number() * 256);
  const tokens = await Promise.all(
    Array.from({ length: 50 }, () => makeFormToken(session, random)),
  );
  for (const token of tokens) assert.equal(await isFormToken(session, token), true);
  // Somebody who guesses three letters of a token finds them in the next page no sooner than by chance.
  for (let at = 0; at + 3 <= (tokens[0] ?? "").length; at++) {
    const seen = new Map<string, number>();
    for (const token of tokens) {
      const letters = token.slice(at, at + 3);
      seen.set(letters, (seen.get(letters) ?? 0) + 1);
    }
    assert(Math.max(...seen.values()) <= 4, `letters ${at} to ${at + 3}`);
  }
});
