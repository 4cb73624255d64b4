// A language is a folder of words and a line in LOCALES: no code may ask which language it is.
import assert from "node:assert/strict";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

const WORDS = /^lib\/i18n\/[a-z]{2}\//;
const CODES = LOCALES.join("|");
/** A comparison with a language, or a list of languages of its own. */
const CHOICE = new RegExp(
  `[=!]==? "(${CODES})"|"(${CODES})" [=!]==?|case "(${CODES})":|"(${CODES})" \\| "(${CODES})"|\\((${CODES})\\|(${CODES})\\)`,
);

Deno.test("no code outside the languages' folders chooses by language", async () => {
  const sources = ["lib", "routes", "islands", "scripts"].flatMap((folder) => filesBelow(folder))
    .filter((path) => !WORDS.test(path));
  const found: string[] = [];
  for (const path of sources) {
    const lines = (await Deno.readTextFile(ROOT + path)).split("\n");
    lines.forEach((line, i) => {
      if (CHOICE.test(line)) found.push(`${path}:${i + 1}`);
    });
  }
  assert.deepEqual(found, []);
});

Deno.test("CHOICE sees each way code chose by language before", () => {
  const planted = [
    'const other = locale === "sv" ? "en" : "sv";',
    'locale: "sv" | "en";',
    "/[?&]lang=(sv|en)(?:&|#|$)/",
    'case "en":',
  ];
  assert.deepEqual(planted.filter((line) => !CHOICE.test(line)), []);
  assert.doesNotMatch('import { pricesSv } from "./prices.ts"; // "sv", "en"', CHOICE);
});

Deno.test("every language has its folder, and every folder its language", () => {
  const folders = new Set(
    filesBelow("lib/i18n").map((path) => path.split("/")).filter((parts) => parts.length > 3)
      .map((parts) => parts[2]),
  );
  assert.deepEqual([...folders].sort(), [...LOCALES].sort());
});
