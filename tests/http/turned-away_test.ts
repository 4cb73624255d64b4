// What somebody gets for whom there is no room, and what is done for them: nothing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { paths } from "../../lib/kernel/paths.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { problemText } from "../../lib/http/problem.ts";
import type { Priority } from "../../lib/resilience/load-shedder.ts";
import { jsonRequest, ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

/** The real app with a door that is closed to all who can be turned away. */
async function closedApp(environment: Record<string, string> = {}) {
  const test = await testServices({ environment });
  const { shedder } = test.services;
  const asked: (Priority | null)[] = [];
  shedder.enter = ({ priority }) => (asked.push(priority), priority === null);
  return { ...test, asked, app: await testApp(test.services) };
}

Deno.test("a program is told in a problem document when to come back, in its language", async () => {
  await using test = await closedApp();
  const seconds = new Set<number>();
  for (let i = 0; i < 14; i++) {
    const response = await test.app(jsonRequest("/api/quotes?lang=en", {}));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
    assert.equal(response.headers.get("cache-control"), "no-store");
    const { retryAfterSeconds, ...problem } = await response.json();
    assert.deepEqual(problem, {
      status: 503,
      code: "overloaded",
      category: "rate-limit",
      detail: problemText("overloaded", "en"),
      requestId: test.services.rush.reference,
    });
    assert.equal(response.headers.get("retry-after"), String(retryAfterSeconds));
    seconds.add(retryAfterSeconds);
  }
  assert.deepEqual([...seconds].sort(), [2, 3, 4, 5, 6, 7, 8], "they do not come back together");
});

Deno.test("a person reads a page in their language that needs no other request", async () => {
  await using test = await closedApp();
  const swedish = await test.app(new Request(`${ORIGIN}${paths.prices()}?q="><script>`));
  const page = await swedish.text();
  assert.equal(swedish.status, 503);
  assert.match(swedish.headers.get("retry-after") ?? "", /^[2-8]$/);
  assert.equal(swedish.headers.get("cache-control"), "no-store");
  assert.equal(swedish.headers.get("content-language"), "sv");
  assert.match(page, /^<!DOCTYPE html><html lang="sv">/);
  assert(page.includes(textsFor("sv").errors.crowded.text));
  assert(page.includes('<a class="again" href="">Försök igen</a>'), "the same address again");
  assert.doesNotMatch(page, /<script|src=|<link|url\(/);
  const headers = { cookie: "avanti-locale=en" };
  const english = await test.app(new Request(ORIGIN + paths.home(), { headers }));
  assert((await english.text()).includes(textsFor("en").errors.crowded.text));
});

Deno.test("whoever has sent a form is told to go back to it: no link sends it again", async () => {
  await using test = await closedApp();
  const request = new Request(ORIGIN + paths.quotes(), { method: "POST", body: "from=x" });
  const page = await (await test.app(request)).text();
  assert.match(page, /Gå tillbaka i webbläsaren/);
  assert.doesNotMatch(page, /class="again"/);
});

Deno.test("a refusal has the headers of every answer; its policy names the style of the page alone", async () => {
  await using test = await closedApp({ AVANTI_ORIGIN: "https://avanti.example" });
  for (const path of [paths.home(), "/api/places?q=x"]) {
    const { headers, body } = await test.app(new Request(`https://avanti.example${path}`));
    await body?.cancel();
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "same-origin", path);
    assert.match(headers.get("strict-transport-security") ?? "", /max-age/, path);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none';/, path);
    assert.doesNotMatch(headers.get("content-security-policy") ?? "", /script-src/, path);
  }
  const response = await test.app(new Request("https://avanti.example/"));
  const [, style = ""] = /<style>(.*)<\/style>/.exec(await response.text()) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = response.headers.get("content-security-policy") ?? "";
  assert(policy.includes(`style-src 'sha256-${hash}';`), policy);
});

Deno.test("a HEAD is turned away without a body, a foreign name and an unknown address like any other", async () => {
  await using test = await closedApp();
  const head = await test.app(new Request(ORIGIN + paths.home(), { method: "HEAD" }));
  assert.deepEqual([head.status, await head.text()], [503, ""]);
  for (const url of ["http://elsewhere.example/", `${ORIGIN}/no/such`, `${ORIGIN}/%E5`]) {
    const response = await test.app(new Request(url));
    await response.body?.cancel();
    assert.equal(response.status, 503, url);
  }
});

Deno.test("nothing is read, logged or noted for whom there is no room, and health is answered", async () => {
  await using test = await closedApp();
  const request = jsonRequest("/api/bookings", { quoteId: "x" });
  await (await test.app(request)).body?.cancel();
  assert.equal(request.bodyUsed, false);
  assert.deepEqual(test.records, []);
  const health = await test.app(new Request(ORIGIN + paths.livez()));
  await health.body?.cancel();
  assert.equal(health.status, 200);
  assert.deepEqual(test.asked, ["book", null]);
});

Deno.test("whoever came in has left once they are answered, also when it went wrong", async () => {
  await using test = await testServices();
  const { shedder } = test.services;
  const seen: string[] = [];
  const [enter, leave] = [shedder.enter.bind(shedder), shedder.leave.bind(shedder)];
  shedder.enter = (purpose) => (seen.push("in"), enter(purpose));
  shedder.leave = (purpose) => (seen.push("out"), leave(purpose));
  const app = await testApp(test.services);
  for (const path of [paths.prices(), "/api/quotes/none", "/no/such"]) {
    await (await app(new Request(ORIGIN + path))).body?.cancel();
  }
  assert.deepEqual(seen, ["in", "out", "in", "out", "in", "out"]);
});
