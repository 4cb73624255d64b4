// The page that finds a ticket, over the real app.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("the right code and number lead to the ticket; anything else comes back with the same page", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { booking, link } = await aStoredBooking(test.services);
  const send = (reference: string, phone: string, query = "") =>
    app(
      new Request(`${ORIGIN}${paths.findBooking()}${query}`, {
        method: "POST",
        body: new URLSearchParams({ reference, phone }),
      }),
    );
  const found = await send(booking.reference.toLowerCase(), "070-123 45 67");
  assert.equal(found.status, 303);
  assert.equal(found.headers.get("location"), paths.booking(link));
  const texts = (html: string, typed: string) =>
    html.replaceAll(typed, "typed").replace(/nonce="[^"]*"/g, "");
  const wrongPhone = await send(booking.reference, "070-123 45 68");
  const wrongCode = await send("K4Q7RM", "070-123 45 67");
  assert.deepEqual([wrongPhone.status, wrongCode.status], [422, 422]);
  const [one, other] = [await wrongPhone.text(), await wrongCode.text()];
  assert.equal(
    texts(texts(one, booking.reference), "070-123 45 68"),
    texts(texts(other, "K4Q7RM"), "070-123 45 67"),
  );
  assert(one.includes(textsFor("sv").fieldErrors.ticketNotFound));
  const empty = await send("", "", "?lang=en");
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Write the booking code/);
});

Deno.test("after five tries the page says in words when there is another, and so does Retry-After", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const send = (lang: string) =>
    app(
      new Request(`${ORIGIN}${paths.findBooking()}?lang=${lang}`, {
        method: "POST",
        body: new URLSearchParams({ reference: "K4Q7RM", phone: "070-123 45 67" }),
      }),
    );
  for (let i = 0; i < 5; i++) await (await send("sv")).body?.cancel();
  test.clock.advance({ minutes: 20 });
  for (const locale of LOCALES) {
    const refused = await send(locale);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "2400");
    assert.equal(refused.headers.get("cache-control"), "private, no-cache");
    assert(
      (await refused.text()).includes(
        textsFor(locale).booking.findTooOften(40, "031-\u2060390\u00a006\u00a010"),
      ),
    );
  }
});

Deno.test("behind a proxy senders are told apart by what it says; without one nobody's word counts", async () => {
  for (const [proxies, status] of [["1", 422], ["0", 429]] as const) {
    await using test = await testServices({ environment: { AVANTI_PROXIES: proxies } });
    const app = await testApp(test.services);
    let last = 0;
    for (const [i, letter] of [..."34679C"].entries()) {
      const response = await app(
        new Request(ORIGIN + paths.findBooking(), {
          method: "POST",
          headers: { "x-forwarded-for": `203.0.113.${i}` },
          body: new URLSearchParams({ reference: `K4Q7R${letter}`, phone: "070-123 45 67" }),
        }),
      );
      await response.body?.cancel();
      last = response.status;
    }
    assert.equal(last, status, proxies);
  }
});

Deno.test("the form's own address leads to the page, in the language asked for", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await app(new Request(`${ORIGIN}${paths.findBooking()}?lang=en`));
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/bookings?lang=en");
  const html = await (await app(new Request(`${ORIGIN}/bookings?lang=en`))).text();
  assert(html.includes(`action="${paths.findBooking()}"`));
});
