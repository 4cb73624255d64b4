import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

Deno.test("pages of a price and of a ticket are kept by no cache but the person's own", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await aQuote(test.services);
  const { link } = await aStoredBooking(test.services);
  for (const path of [paths.quote(quote.id), paths.booking(link), paths.cancelBooking(link)]) {
    const response = await app(new Request(`http://localhost${path}`));
    await response.body?.cancel();
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get("cache-control"), "private, no-cache", path);
    assert.equal(response.headers.get("x-robots-tag"), "noindex", path);
  }
});
