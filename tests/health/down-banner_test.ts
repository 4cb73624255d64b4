// What people read while something is down: operators on top of every page and on open boards, customers where it
// concerns them; nothing while all is well.
import assert from "node:assert/strict";
import { downEn } from "../../lib/i18n/en/down.ts";
import { downSv } from "../../lib/i18n/sv/down.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { downWords } from "../../lib/ui/operator/frame/down-words.ts";
import { hearDown, onDown } from "../../lib/ui/operator/live/down-now.ts";
import { degradedProduct } from "../support/degraded-product.ts";
import { EventReader } from "../support/event-reader.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const BANNER = 'class="down-part"';
const WORDS = { sv: downSv, en: downEn };

Deno.test("operators read on every page what is down, since when, what is refused and what still works", async () => {
  await using product = await degradedProduct();
  const { services, operatorHeaders: headers, origin } = product;
  const read = async (path: string) => await (await fetch(origin + path, { headers })).text();
  assert.ok(!(await read(paths.adminTariffs())).includes(BANNER));
  await product.lose("database-file");
  await services.health.look();
  for (const path of [paths.admin(), paths.adminCars(), paths.adminVehicles(), paths.adminJobs()]) {
    for (const locale of LOCALES) {
      const html = await read(`${path}?lang=${locale}`);
      assert.ok(html.includes(BANNER), path);
      assert.ok(html.includes(WORDS[locale].parts["database-file"]), path);
      assert.ok(html.includes(WORDS[locale].errands.book), path);
    }
  }
  const list = await read(paths.adminIncidents());
  assert.ok(list.includes(downSv.names["database-file"]) && list.includes(downSv.states.fail));
});

Deno.test("an error page of operators says what is down, too", async () => {
  await using product = await degradedProduct();
  await product.lose("database-reads");
  await product.services.health.look();
  const answer = await fetch(product.origin + paths.admin(), { headers: product.operatorHeaders });
  const html = await answer.text();
  assert.equal(answer.status, 503);
  assert.ok(html.includes(BANNER) && html.includes(downSv.parts["database-reads"]), html);
});

Deno.test("an open board hears at once that something is down", async () => {
  await using product = await degradedProduct();
  const { services, operatorHeaders: headers, origin } = product;
  await services.health.look();
  const board = new EventReader(await fetch(`${origin}${paths.api.adminEvents()}`, { headers }));
  const downOf = (event: { data: string } | null) => JSON.parse(event?.data ?? "{}").down;
  assert.deepEqual(downOf(await board.nextOf("beat")), []);
  await product.lose("clock");
  await services.health.look();
  // Told by itself: a booking brings a beat along, after it.
  await aStoredBooking(services);
  const told = await board.next();
  assert.equal(told?.event, "beat");
  const [clock] = downOf(told);
  assert.deepEqual([clock.part, clock.refused], ["clock", []]);
  await board.leave();
});

Deno.test("what a stream heard reaches the banner of its page until that is gone", () => {
  const heard: unknown[] = [];
  const end = onDown((down) => heard.push(down));
  hearDown([]);
  end();
  hearDown([]);
  assert.deepEqual(heard, [[]]);
});

Deno.test("customers are told that nothing can be booked, in their language, while nothing can", async () => {
  await using product = await degradedProduct();
  const { services, origin } = product;
  for (const isLost of [false, true]) {
    if (isLost) await product.lose("database-file");
    if (isLost) await services.health.look();
    for (const locale of LOCALES) {
      const html = await (await fetch(`${origin}${paths.home()}?lang=${locale}`)).text();
      assert.equal(html.includes(WORDS[locale].noBookings), isLost, locale);
    }
  }
});

Deno.test("customers are told that a price by our own map binds, and that is all", async () => {
  await using product = await degradedProduct();
  const { services, origin } = product;
  const read = async (path: string) => await (await fetch(`${origin}${path}?lang=en`)).text();
  await services.health.look();
  assert.ok(!(await read(paths.home())).includes(downEn.noBookings));
  await product.lose("osrm");
  // Told apart from a slip: so many failures in a row are one.
  for (let i = 0; i < FAILURES_IN_A_ROW; i++) await aQuote(services, { passengers: 1 + i });
  const quote = await aQuote(services);
  await services.health.look();
  assert.equal(quote.route.engine === "osrm", false);
  assert.ok((await read(paths.quote(quote.id))).includes(downEn.ownMap));
  assert.ok(!(await read(paths.home())).includes(downEn.noBookings), "bookings are taken");
});

Deno.test("the words name the time of today, and the day of what began earlier", () => {
  const of = (since: string, locale: "sv" | "en") =>
    downWords({ part: "osrm", since, refused: [], standsIn: ["price"] }, locale, "2026-11-23");
  assert.equal(of("2026-11-23T13:05:00Z", "sv").what, "Vägtjänsten svarar inte sedan 14.05.");
  assert.match(of("2026-11-20T13:05:00Z", "en").what, /since .*20 Nov.*14:05/);
  assert.match(
    of("2026-11-23T13:05:00Z", "en").text,
    /bind all the same\. Everything can be done\./,
  );
  const { text } = downWords(
    { part: "database-writes", since: "2026-11-23T13:05:00Z", refused: ["book"], standsIn: [] },
    "sv",
    "2026-11-23",
  );
  assert.match(text, /^Går inte: boka\. Fungerar: hitta plats, ge pris, .* och ändra taxor/);
});
