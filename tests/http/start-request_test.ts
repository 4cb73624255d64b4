import assert from "node:assert/strict";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

Deno.test("a page says its language; what is no page says none", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const language = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app(new Request(ORIGIN + path, { headers }));
    await response.body?.cancel();
    return response.headers.get("content-language");
  };
  assert.equal(await language("/"), "sv");
  assert.equal(await language("/?lang=en"), "en");
  assert.equal(await language("/?x=1&lang=en&y=2"), "en");
  assert.equal(await language("/nowhere?lang=en"), "en");
  assert.equal(await language("/", { cookie: "a=1; avanti-locale=en; b=2" }), "en");
  assert.equal(await language("/?lang=sv", { cookie: "avanti-locale=en" }), "sv");
  for (const cookie of ["avanti-locale=de", "xavanti-locale=en", "avanti-locale=enx", ""]) {
    assert.equal(await language("/", { cookie }), "sv", cookie);
  }
  assert.equal(await language("/livez"), null);
  assert.equal(await language("/api/places?q=landvetter&lang=en"), null);
});

Deno.test("a language is kept in a cookie when it is asked for, and in no other answer", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const cookie = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    return response.headers.get("set-cookie");
  };
  for (const locale of ["sv", "en"]) {
    const kept = `avanti-locale=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
    assert.equal(await cookie(`/?lang=${locale}`), kept);
    assert.equal(await cookie(`/quotes?lang=${locale}`), kept);
  }
  for (const path of ["/", "/?lang=de", "/?lang=enx", "/?xlang=en", "/?lang="]) {
    assert.equal(await cookie(path), null, path);
  }
});
