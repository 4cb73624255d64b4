import assert from "node:assert/strict";
import { languageHref } from "../../../lib/ui/parts/LanguageLink.tsx";

Deno.test("languageHref() keeps the page and the rest of its query", () => {
  const url = new URL("https://avanti.example/quotes/01ABC?class=van&lang=sv");
  assert.equal(languageHref(url, "en"), "/quotes/01ABC?class=van&lang=en");
});
