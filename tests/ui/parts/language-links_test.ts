import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { LOCALES, otherLocales } from "../../../lib/kernel/locale.ts";
import { languageHref, LanguageLinks } from "../../../lib/ui/parts/LanguageLinks.tsx";

const url = new URL("https://avanti.example/quotes/01ABC?class=van&lang=sv");

Deno.test("languageHref() keeps the page and the rest of its query", () => {
  assert.equal(languageHref(url, "en"), "/quotes/01ABC?class=van&lang=en");
});

Deno.test("LanguageLinks() leads to every other language, each in its own words", () => {
  for (const locale of LOCALES) {
    const html = renderToString(LanguageLinks({ locale, url }));
    const links = [...html.matchAll(/lang=(\w+)"[^>]*>([^<]+)</g)].map((match) => match.slice(1));
    assert.deepEqual(
      links,
      otherLocales(locale).map((other) => [other, textsFor(other).shell.language]),
    );
  }
});
