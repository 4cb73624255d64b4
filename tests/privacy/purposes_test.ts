// What data are used for: every purpose has its right, stands on the page that tells of it, and its text has a version.
import assert from "node:assert/strict";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { consentHash, consentTextOf } from "../../lib/privacy/consent-text.ts";
import {
  CONSENT_PURPOSES,
  DATA_TYPES,
  PURPOSE_NAMES,
  purposeOf,
  PURPOSES,
} from "../../lib/privacy/purposes.ts";
import { testProduct } from "../support/operator.ts";

Deno.test("each purpose stands in the list once, with data it is for", () => {
  assert.deepEqual(PURPOSES.map(({ name }) => name), [...PURPOSE_NAMES]);
  for (const { name, dataTypes } of PURPOSES) {
    assert(dataTypes.length > 0, name);
    assert.equal(new Set(dataTypes).size, dataTypes.length, name);
    assert.equal(purposeOf(name)?.name, name);
  }
  const used = new Set(PURPOSES.flatMap(({ dataTypes }) => dataTypes));
  assert.deepEqual(DATA_TYPES.filter((one) => !used.has(one)), []);
  assert.equal(purposeOf("toString"), null);
});

Deno.test("the page of privacy shows every purpose, its data and its right, in both languages", async () => {
  await using product = await testProduct();
  for (const locale of LOCALES) {
    const response = await fetch(`${product.origin}${paths.privacy()}?lang=${locale}`);
    const html = unescaped(await response.text());
    const { dataPurposes: purposes } = textsFor(locale);
    for (const { name, basis, dataTypes } of PURPOSES) {
      const { title, text } = purposes.of[name];
      const data = dataTypes.map((one) => purposes.dataTypes[one]).join(", ");
      for (const words of [title, text, data, purposes.basis[basis]]) {
        assert(html.includes(words), `${locale} ${name}: ${words}`);
      }
    }
    assert(html.includes(`href="${paths.privacyCentre()}"`));
    assert(html.includes(`href="${paths.guestPrivacy()}"`));
  }
});

/** What was shown under each version: whoever changes a text raises its version and writes its hash here. */
const SHOWN: Readonly<Record<string, string>> = {
  "reminders 1 sv": "ciLFTQAaWw1i0igESk-VxK3D4kRnDZM1TfRRw3dXVQA",
  "reminders 1 en": "9BTNT7oHpWH9gtjZpUd25mMqgdNyLCTYGUeyIffA0QY",
  "data_processing 1 sv": "G_R1m6GnhoMYTAajsG6cXxaLOldsQhgb9nmsXhGlooU",
  "data_processing 1 en": "IsnkDztnj1II3V1GFm6KzZG1GpAymAIGmb-yqDJKX-g",
};

Deno.test("a text somebody consents to is changed with its version alone", () => {
  const hashes = CONSENT_PURPOSES.flatMap((purpose) =>
    LOCALES.map((locale) => [
      `${purpose.name} ${purpose.version} ${locale}`,
      consentHash(consentTextOf(purpose, locale)),
    ])
  );
  assert.deepEqual(Object.fromEntries(hashes), SHOWN);
});

function unescaped(html: string): string {
  return html.replaceAll("&#39;", "'").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
}
