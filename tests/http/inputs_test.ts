// Whatever a request says is parsed by a schema before anything reads it: parts of the path, parameters, headers, forms,
// JSON. No handler can go round it: a name without a schema is not handed on, and a raw read fails here.
import assert from "node:assert/strict";
import {
  keepKnown,
  PATH_INPUTS,
  QUERY_INPUTS,
  refusedParts,
} from "../../lib/http/address-inputs.ts";
import { HEADER_INPUTS, readHeader } from "../../lib/forms/header-inputs.ts";
import { readForm } from "../../lib/http/body.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { allRoutes } from "../support/all-routes.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";
import { rawReads } from "../support/raw-reads.ts";
import { testServices } from "../support/services.ts";

const KNOWN = new Set(Object.keys(QUERY_INPUTS));

/** Files that read a request for all others, each with what stands for a schema. */
const READERS: Readonly<Record<string, string>> = {
  "lib/http/front-door.ts": "makes a request fit for routers; the address and its method alone",
  "lib/http/body.ts": "the one reader of bodies, which bounds them",
  "lib/http/purpose.ts": "which queue a request waits in, by patterns",
  "lib/http/turned-away.ts": "which language, by a pattern",
  "lib/http/middleware/start-request.ts": "which language, by a pattern",
  "lib/http/middleware/known-hosts.ts": "which name, by a set of names",
  "lib/http/middleware/limit-request.ts": "how much there is, before it is parsed",
  "lib/http/middleware/keep-answers.ts": "headers of answers, and which names an address has",
  "lib/http/middleware/read-address.ts": "parses the address",
  "lib/http/middleware/same-origin.ts": "hands the headers to readHeader()",
  "lib/http/middleware/operator-session.ts": "hands the headers to readHeader()",
  "lib/forms/header-inputs.ts": "parses headers",
  "lib/board/board-return.ts": "an address to go back to, whose words its own readers know",
};
/** Files that read headers of answers, or make requests themselves, ours or those of services outside. */
const OF_ANSWERS =
  /^lib\/(?:http\/(?:compressed|vary)|http\/middleware\/(?:by-language|no-store|security-headers|tell-trail|limit-calls)|http\/way-back|accounts\/identity\/(?:ask-as-fetch|provider-gateway)|alarms\/sentry-limits|http-out\/.*|resilience\/.*|routing\/.*|places\/geocoder\/.*)\.ts$/;

const sources = [...filesBelow("routes"), ...filesBelow("lib")].filter((path) =>
  /\.tsx?$/.test(path) && !/^lib\/(?:jsr|ui)\//.test(path) && !(path in READERS) &&
  !OF_ANSWERS.test(path)
);

Deno.test("no source reads a request past its schema", async () => {
  const raw: string[] = [];
  for (const path of sources) {
    raw.push(...rawReads(path, await Deno.readTextFile(ROOT + path), KNOWN));
  }
  assert.deepEqual(raw, []);
});

Deno.test("rawReads() sees each planted way round, and passes what goes through a schema", () => {
  const planted = [
    'const key = ctx.req.headers.get("x-key");',
    'const { headers } = ctx.req; headers.get("x-key");',
    "const { headers: sent } = req;",
    "const kept = ctx.req.headers;",
    "for (const [name] of request.headers.entries()) use(name);",
    "const body = await ctx.req.json();",
    "const body = await req.formData();",
    "const { body } = ctx.req;",
    "const where = new URL(ctx.req.url);",
    "const body = await readJson(ctx.req);",
    'const later = ctx.url.searchParams.get("notInTheTable");',
    "const later = ctx.url.searchParams.get(name);",
    "const all = [...ctx.url.searchParams.entries()];",
    'const all = searchParams.getAll("nowhere");',
  ];
  for (const code of planted) assert.ok(rawReads("routes/x.ts", code, KNOWN).length > 0, code);
  const good = [
    "const input = parseBody(schema, await readJson(ctx.req));",
    "const fields = await readForm(ctx.req);",
    'const from = readHeader(ctx.req.headers, "referer");',
    'const q = ctx.url.searchParams.get("q") ?? "";',
    'response.headers.get("location");',
    "const { method } = ctx.req;",
  ];
  for (const code of good) assert.deepEqual(rawReads("routes/x.ts", code, KNOWN), [], code);
});

Deno.test("every variable part of every route's path has a schema, and every schema a route", () => {
  const used = new Set(allRoutes().flatMap((route) => route.match(/(?<=:)\w+/g) ?? []));
  assert.deepEqual([...used].filter((name) => !Object.hasOwn(PATH_INPUTS, name)), []);
  assert.deepEqual(refusedParts({ planted: "x" }), ["planted"]);
  assert.deepEqual(refusedParts({ id: "01J", kind: "zones" }), []);
  for (const id of ["", "x".repeat(201), "a\u0000b", "a\nb"]) {
    assert.deepEqual(refusedParts({ id }), ["id"], JSON.stringify(id));
  }
});

Deno.test("a handler is handed no parameter without a schema, and none that does not fit its own", () => {
  const search = new URLSearchParams("q=g&utm_source=x&toString=y&date=2026-11-24&planted=z");
  assert.deepEqual(keepKnown(search), []);
  assert.equal(String(search), "q=g&date=2026-11-24");
  const wrong = new URLSearchParams(`date=${"x".repeat(61)}&q=a%00b&lang=sv`);
  assert.deepEqual(keepKnown(wrong), ["date"]);
});

Deno.test("the product refuses what does not fit with words, and shows pages without what it does not know", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const status = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    const text = await response.text();
    return [response.status, /planted/.test(text)];
  };
  assert.deepEqual(await status(`${paths.home()}?utm_source=planted`), [200, false]);
  assert.deepEqual(await status(`${paths.home()}?date=${"x".repeat(100)}`), [422, false]);
  assert.deepEqual(await status(`/quotes/${"x".repeat(201)}`), [404, false]);
  assert.deepEqual(await status(`/bookings/a%0Ab`), [404, false]);
});

Deno.test("a header has the form its schema says, or is not there; what decides by being there never vanishes", () => {
  const read = (name: keyof typeof HEADER_INPUTS, value: string) =>
    readHeader(new Headers({ [name]: value }), name);
  assert.equal(read("sec-fetch-site", "same-origin"), "same-origin");
  for (const site of ["SAME-ORIGIN", "", "same-origin, none"]) {
    assert.equal(read("sec-fetch-site", site), "cross-site", site);
  }
  assert.equal(read("x-avanti-form-token", "x".repeat(201)), null);
  assert.equal(read("user-agent", "x".repeat(900))?.length, 500);
  for (const name of ["origin", "content-length", "transfer-encoding"] as const) {
    assert.notEqual(read(name, "x".repeat(5_000)), null, name);
  }
  assert.equal(readHeader(new Headers(), "origin"), null);
});

Deno.test("a field of a form has a name and a text of bounded length", async () => {
  const sent = (body: string) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return readForm(new Request(ORIGIN, { method: "POST", headers, body }));
  };
  assert.equal((await sent(`${"n".repeat(100)}=${"x".repeat(20_000)}`)).size, 1);
  for (const body of [`${"n".repeat(101)}=x`, `n=${"x".repeat(20_001)}`, "a%00b=x"]) {
    await assert.rejects(sent(body), { code: "bad-request" });
  }
});
