// A customer whose number holds as many bookings as there may be reads what to do: call us.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { SUPPORT_PHONE } from "../../lib/kernel/support-phone.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, MAJA } from "../support/trips.ts";

for (const locale of ["sv", "en"] as const) {
  Deno.test(`the price page says how many the number holds, and offers our number, in ${locale}`, async () => {
    await using test = await testServices({ environment: { AVANTI_BOOKINGS_HELD: "1" } });
    await aStoredBooking(test.services);
    const { id } = await aQuote(test.services, { wallTime: "2026-11-24T13:00" });
    const app = await testApp(test.services);
    const fields = { quoteId: id, vehicleClass: "standard", ...MAJA };
    const response = await app(
      new Request(`${ORIGIN}${paths.bookings()}?lang=${locale}`, {
        method: "POST",
        body: new URLSearchParams(fields),
      }),
    );
    const html = await response.text();
    const { quote } = textsFor(locale);
    assert.equal(response.status, 409);
    assert(html.includes(quote.holdsManyTitle) && html.includes(quote.holdsManyText(1)), html);
    assert(html.includes(`href="tel:${SUPPORT_PHONE}"`));
    assert(!html.includes(quote.newPrice));
  });
}
