// Which links say that they lead to where one is: the framework takes the start page for a part of every address.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

Deno.test("only the page itself, and the ticket's entry above a ticket, are said to be the current one", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const quote = await aQuote(test.services);
  const pages: [path: string, current: string[]][] = [
    [paths.home(), ["/ page"]],
    [paths.help(), ["/help page"]],
    [paths.quote(quote.id), []],
    [paths.booking(link), ["/bookings true"]],
    [paths.cancelBooking(link), ["/bookings true"]],
    [paths.bookings(), ["/bookings page"]],
    ["/finns-inte", []],
  ];
  for (const [path, current] of pages) {
    const html = await (await app(new Request(ORIGIN + path))).text();
    assert.deepEqual([...new Set(currentLinks(html))], current, path);
  }
});

Deno.test("the links of a question about a place are not said to be current", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const trip = { from: "Vasagatan", to: "Landvetter", date: "2026-11-25", time: "06.40" };
  const response = await app(
    new Request(ORIGIN + paths.quotes(), {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ ...trip, passengers: "1", bags: "0" }),
    }),
  );
  const html = await response.text();
  assert.match(html, /class="place-step"/);
  assert.deepEqual(currentLinks(html), []);
});

/** `/help page` for each link whose aria-current says something. */
function currentLinks(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*>/g)].flatMap(([tag]) => {
    const [, current = "false"] = tag.match(/aria-current="(\w+)"/) ?? [];
    const [, href = ""] = tag.match(/href="([^"?#]*)/) ?? [];
    return current === "false" ? [] : [`${href} ${current}`];
  });
}
