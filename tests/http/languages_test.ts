// Every language of the product is served, asked for in the address and kept in a cookie.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { DEFAULT_LOCALE, LOCALES, otherLocales } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

const PAGES = [paths.home(), paths.prices(), paths.help(), paths.terms(), paths.privacy()];

Deno.test("every language shows every open page, and offers all the others", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const locale of LOCALES) {
    for (const path of PAGES) {
      const response = await app(new Request(`${ORIGIN}${path}?lang=${locale}`));
      const html = await response.text();
      assert.equal(response.status, 200, `${path} ${locale}`);
      assert.equal(response.headers.get("content-language"), locale);
      assert.match(html, new RegExp(`<html lang="${locale}"`));
      for (const other of otherLocales(locale)) {
        assert.ok(html.includes(textsFor(other).shell.languageHint), `${path}: ${locale} ${other}`);
      }
    }
  }
});

Deno.test("a language asked for is kept; an unknown one changes nothing", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const languageOf = async (query: string, cookie = "") => {
    const response = await app(new Request(`${ORIGIN}/${query}`, { headers: { cookie } }));
    await response.body?.cancel();
    return [response.headers.get("content-language"), response.headers.get("set-cookie")];
  };
  for (const locale of LOCALES) {
    const [shown, cookie] = await languageOf(`?lang=${locale}`);
    assert.equal(shown, locale);
    assert.match(cookie ?? "", new RegExp(`^avanti-locale=${locale};`));
    assert.deepEqual(await languageOf("", `a=1; avanti-locale=${locale}`), [locale, null]);
    assert.deepEqual(await languageOf("?lang=xx", `avanti-locale=${locale}`), [locale, null]);
  }
  assert.deepEqual(await languageOf("", "avanti-locale=xx"), [DEFAULT_LOCALE, null]);
});
