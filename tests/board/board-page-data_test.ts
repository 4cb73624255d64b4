import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

for (
  const [now, isDue] of [["2026-09-30T21:59:00Z", false], ["2026-09-30T22:00:00Z", true]] as const
) {
  Deno.test(`the board of ${now} ${isDue ? "warns" : "says nothing"} of the threshold that is only expected`, async () => {
    await using test = await testServices({ now });
    const { cookie } = await anOperator(test.services);
    const app = await testApp(test.services);
    const response = await app(new Request(`${ORIGIN}/admin`, { headers: { cookie } }));
    const html = await response.text();
    assert.equal(response.status, 200);
    assert.equal(html.includes(textsFor("sv").law.thresholdExpected(2027)), isDue);
  });
}
