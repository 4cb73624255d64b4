// What a person and a program are told where nothing is sold: why, and the number of people who can help.
import assert from "node:assert/strict";
import { shownPhoneNumber } from "../../lib/forms/phone-number.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALE_COOKIE } from "../../lib/http/middleware/start-request.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { SUPPORT_PHONE } from "../../lib/kernel/support-phone.ts";
import { said } from "../../lib/ui/parts/Said.tsx";
import { jsonRequest, ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

const UNSOLD = [
  ["Visby", "pin:57.64090,18.29600", "no-crossing", "noCrossing"],
  ["Ornö", "pin:59.05000,18.44000", "no-crossing", "noCrossing"],
  ["Styrsö", "pin:57.61600,11.78400", "no-road", "noRoad"],
] as const;

const FROM = { words: "Göteborg C", placeId: "pin:57.70890,11.97330" };

for (const locale of LOCALES) {
  Deno.test(`a trip nobody sells comes back with the reason and our number to call, in ${locale}`, async () => {
    await using test = await testServices();
    const app = await testApp(test.services);
    for (const [words, placeId, , code] of UNSOLD) {
      const from = { from: FROM.words, fromAsked: FROM.words, fromId: FROM.placeId };
      const to = { to: words, toAsked: words, toId: placeId };
      const body = new URLSearchParams({ ...from, ...to, date: "2026-11-24", time: "10:00" });
      const response = await app(
        new Request(`${ORIGIN}/quotes`, {
          method: "POST",
          body,
          headers: { origin: ORIGIN, cookie: `${LOCALE_COOKIE}=${locale}` },
        }),
      );
      assert.equal(response.status, 422, words);
      const page = (await response.text()).replaceAll("&amp;", "&");
      const summary = page.slice(page.indexOf('class="error-summary"'), page.indexOf("trip-ends"));
      const texts = textsFor(locale);
      const number = shownPhoneNumber(SUPPORT_PHONE);
      assert.ok(summary.includes(texts.fieldErrors[code](said(number))), `${words}: ${summary}`);
      assert.ok(
        summary.includes(`<a href="tel:${SUPPORT_PHONE}">${texts.shell.callUs(number)}</a>`),
      );
    }
  });
}

Deno.test("a program is told the code of a trip nobody sells, and our number", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const [words, placeId, reason] of UNSOLD) {
    const trip = { from: FROM, to: { words, placeId }, pickup: { wallTime: "2026-11-24T10:00" } };
    const response = await app(jsonRequest("/api/quotes", trip));
    const problem = await response.json();
    assert.deepEqual(
      [response.status, problem.code, problem.phone],
      [422, `no-route-${reason}`, SUPPORT_PHONE],
    );
    assert.ok(problem.detail.includes(SUPPORT_PHONE), problem.detail);
  }
});

Deno.test("no text speaks of the map a trip lies outside of", () => {
  for (const locale of LOCALES) {
    assert.doesNotMatch(JSON.stringify(textsFor(locale)), /(utanför vår karta|outside our map)/i);
  }
});
