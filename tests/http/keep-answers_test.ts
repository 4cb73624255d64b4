// What everybody may be given: when, in which words to caches, and how it is asked for again.
import assert from "node:assert/strict";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { cacheControl, edgeControl, SHARED_CLASSES } from "../../lib/http/cache-classes.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { testServices } from "../support/services.ts";

const PAGES = [
  [paths.home(), SHARED_CLASSES.home],
  [paths.prices(), SHARED_CLASSES.prices],
  [paths.help(), SHARED_CLASSES.text],
  [paths.terms(), SHARED_CLASSES.text],
  [paths.privacy(), SHARED_CLASSES.text],
  [paths.offline(), SHARED_CLASSES.text],
] as const;

async function ask(app: TestHandler, path: string, headers: HeadersInit = {}, method = "GET") {
  const response = await app(new Request(ORIGIN + path, { headers, method }));
  return { response, headers: response.headers, body: await response.text() };
}

Deno.test("a page asked for by a cache that knows the language may be given to everybody, with its keys and no word of one answer", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const [path, kept] of PAGES) {
    for (const locale of LOCALES) {
      const { headers, body } = await ask(app, path, { "avanti-language": locale });
      assert.equal(headers.get("cache-control"), cacheControl(kept), path);
      assert.equal(headers.get("cdn-cache-control"), edgeControl(kept), path);
      assert.equal(headers.get("surrogate-key"), kept.keys.join(" "), path);
      assert.equal(headers.get("vary"), "avanti-language, Accept-Encoding", path);
      assert.equal(headers.get("content-language"), locale, path);
      assert.match(body, new RegExp(`<html lang="${locale}"`));
      for (const name of ["set-cookie", "ratelimit", "ratelimit-policy", "server-timing", "link"]) {
        assert.equal(headers.get(name), null, `${path} ${name}`);
      }
      assert.doesNotMatch(headers.get("content-security-policy") + body, /nonce/, path);
    }
  }
});

Deno.test("a page is its reader's own when anything says who asks, or nothing says in which language", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const own: [string, Record<string, string>][] = [
    ["", {}],
    ["", { "avanti-language": "xx" }],
    ["", { "avanti-language": "sv", cookie: "a=1" }],
    ["", { "avanti-language": "sv", cookie: `${PLAIN_COOKIE}=x` }],
    ["", { "avanti-language": "sv", authorization: "Bearer x" }],
    ["?lang=en", { "avanti-language": "sv" }],
    ["?from=Storgatan+1", { "avanti-language": "sv" }],
  ];
  for (const [path] of PAGES) {
    for (const [query, headers] of own) {
      const { headers: told } = await ask(app, path + query, headers);
      const name = `${path}${query} ${JSON.stringify(headers)}`;
      assert.equal(told.get("cache-control"), "private, no-cache", name);
      assert.equal(told.get("surrogate-key"), null, name);
      assert.equal(told.get("cdn-cache-control"), null, name);
      assert.match(told.get("vary") ?? "", /Cookie/, name);
    }
  }
});

Deno.test("a language that is chosen is remembered, and the answer that does so is nobody else's", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const chosen = await ask(app, "/prices?lang=en");
  assert.match(chosen.headers.get("set-cookie") ?? "", /^avanti-locale=en/);
  assert.equal(chosen.headers.get("cache-control"), "private, no-cache");
  const known = await ask(app, "/prices?lang=en", { "avanti-language": "en" });
  assert.equal(known.headers.get("set-cookie"), null);
  assert.equal(known.headers.get("cache-control"), cacheControl(SHARED_CLASSES.prices));
});

Deno.test("what others count visits by makes no other page", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const plain = await ask(app, "/help", { "avanti-language": "sv" });
  const counted = await ask(app, "/help?utm_source=a&gclid=b", { "avanti-language": "sv" });
  assert.equal(counted.headers.get("etag"), plain.headers.get("etag"));
  assert.equal(counted.headers.get("surrogate-key"), "release day");
});

Deno.test("asked for again a page is unchanged in every coding and by HEAD, with the headers it has", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const unchanging = ["cache-control", "cdn-cache-control", "surrogate-key", "vary", "etag"]
    .concat("content-security-policy", "content-language", "content-type");
  for (const [path] of [...PAGES, ["/api/places?q=ull&locale=sv"], ["/api/openapi.json"]]) {
    for (const first of [{}, { "avanti-language": "sv" }]) {
      const plain = await ask(app, path ?? "", first);
      const etag = plain.headers.get("etag") ?? "";
      assert.match(etag, /^W\/"/, path);
      for (const coding of ["identity", "br", "gzip"]) {
        const headers = { ...first, "accept-encoding": coding };
        const coded = await ask(app, path ?? "", headers);
        assert.equal(coded.headers.get("etag"), etag, `${path} ${coding}`);
        for (const method of ["GET", "HEAD"]) {
          const again = await ask(app, path ?? "", { ...headers, "if-none-match": etag }, method);
          assert.equal(again.response.status, 304, `${path} ${coding} ${method}`);
          assert.equal(again.body, "");
          for (const name of unchanging) {
            assert.equal(again.headers.get(name), plain.headers.get(name), `${path} ${name}`);
          }
        }
      }
      const head = await ask(app, path ?? "", first, "HEAD");
      for (const name of unchanging) {
        assert.equal(head.headers.get(name), plain.headers.get(name), `HEAD ${path} ${name}`);
      }
      const other = await ask(app, path ?? "", { ...first, "if-none-match": 'W/"other"' });
      assert.equal(other.response.status, 200, path);
    }
  }
});

Deno.test("two answers of a page are the same to the letter, and in another language are others", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const [path] of PAGES) {
    const [one, two] = [await ask(app, path), await ask(app, path)];
    assert.equal(one.body, two.body, path);
    const english = await ask(app, path, { cookie: "avanti-locale=en" });
    assert.notEqual(english.headers.get("etag"), one.headers.get("etag"), path);
  }
});

Deno.test("while something is down its pages say so, and no cache remembers that", async () => {
  await using test = await testServices();
  test.services.health.down = () => [
    { part: "osrm", since: "2026-11-23T05:00:00Z", refused: [], standsIn: [] },
  ];
  const app = await testApp(test.services);
  const { headers } = await ask(app, "/prices", { "avanti-language": "sv" });
  assert.equal(headers.get("cache-control"), "private, no-cache");
});

Deno.test("errors, refusals and redirects of public addresses are kept by nobody", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const [path, method] of [["/prices", "POST"], ["/prices/x.css", "GET"], ["/", "PUT"]]) {
    const { headers, response } = await ask(app, path ?? "", { "avanti-language": "sv" }, method);
    assert(response.status >= 400, path);
    assert.equal(headers.get("cache-control"), "no-store", path);
    assert.equal(headers.get("surrogate-key"), null, path);
  }
});
