import assert from "node:assert/strict";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import { placeTexts } from "../../../../lib/ui/customer/trip/place-texts.ts";

Deno.test("placeTexts() are words alone: what goes to the browser can be written as JSON", () => {
  for (const locale of LOCALES) {
    const texts = placeTexts(locale);
    assert.deepEqual(JSON.parse(JSON.stringify(texts)), texts);
  }
});
