// A stored tariff that nobody can read: the days it may rule get no price and say why, all others are sold, whoever
// runs the product is told, and both ways out lead back.
import assert from "node:assert/strict";
import { roomWork } from "../../lib/assembly/work.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { nextVersion } from "../../lib/pricing/tariff-draft-rules.ts";
import { jsonRequest, ORIGIN, testApp } from "../support/app.ts";
import { tempFolder } from "../support/databases.ts";
import { recordsOf } from "../support/kept-log.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { aTariff } from "../support/pricing.ts";
import { aStoredBooking } from "../support/trips.ts";
import { testServices } from "../support/services.ts";
import { loading } from "../support/setup.ts";

const LOST = "2027-01-01.1";
const TRIP = {
  from: { words: "Landvetter", placeId: "airport:GOT" },
  to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
};

/** The product on a database in which the tariff of next year says nothing. */
async function withLostTariff() {
  const folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await (await testServices({ database }))[Symbol.asyncDispose]();
  const kv = await Deno.openKv(database);
  await kv.set(["tariff", "2027-01-01", LOST], null);
  kv.close();
  const test = await testServices({ database, existing: true });
  const app = await testApp(test.services);
  const quote = (wallTime: string, lang = "en") =>
    app(jsonRequest(`/api/quotes?lang=${lang}`, { ...TRIP, pickup: { wallTime } }));
  return {
    ...{ test, app, quote },
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a day of an unreadable tariff is refused in words with 503 and Retry-After, and the day before it is sold", async () => {
  await using one = await withLostTariff();
  for (
    const [lang, words] of [["en", /cannot give a price/], ["sv", /inte ge något pris/]] as const
  ) {
    const refused = await one.quote("2027-01-01T13:00", lang);
    const body = await refused.json();
    assert.equal(refused.status, 503);
    assert.equal(body.code, "tariff-unreadable");
    assert.match(body.detail, words);
    assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);
  }
  const sold = await one.quote("2026-12-31T13:00");
  assert.equal(sold.status, 201);
  await sold.body?.cancel();
});

Deno.test("the form comes back with what was written and the words at its date", async () => {
  await using one = await withLostTariff();
  const from = { from: "Göteborg Landvetter flygplats", fromId: "airport:GOT" };
  const to = { to: "Östra Hamngatan 24", toId: "pin:57.7066,11.9675" };
  const form = {
    ...from,
    fromAsked: from.from,
    ...to,
    toAsked: to.to,
    wheelchairs: "0",
    bags: "0",
  };
  const answer = await one.app(
    new Request(`${ORIGIN}${paths.quotes()}?lang=sv`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ ...form, date: "2027-01-02", time: "13:00", passengers: "1" }),
    }),
  );
  const html = await answer.text();
  assert.equal(answer.status, 503, html);
  assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
  assert.match(html, /inte ge något pris för den dagen/);
  assert.ok(html.includes('value="2027-01-02"'));
});

Deno.test("a booked trip is not moved to such a day, and the page of the move says why", async () => {
  await using one = await withLostTariff();
  const { link } = await aStoredBooking(one.test.services);
  const answer = await one.app(
    new Request(`${ORIGIN}${paths.rescheduleBooking(link)}?lang=en`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ date: "2027-01-02", time: "13:00" }),
    }),
  );
  const html = await answer.text();
  assert.equal(answer.status, 503, html);
  assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
  assert.match(html, /cannot give a price for that day/);
});

Deno.test("it is one critical failure, said once, and the operators' page names the days and what to do", async () => {
  await using one = await withLostTariff();
  const { services, records } = one.test;
  const rounds = roomWork(services).flatMap((room) => room.rounds ?? []);
  for (let times = 0; times < 2; times++) for (const { round } of rounds) await round();
  await services.incidents.flush();
  const incident = (await services.incidentStore.list()).find((one) =>
    one.code === "tariff-unreadable"
  );
  assert.deepEqual([incident?.severity, incident?.count], ["critical", 1]);
  const alarms = recordsOf(records, "error").filter(({ event }) => event === "somebody must look");
  assert.deepEqual(alarms.map(({ code }) => code), ["tariff-unreadable"]);
  const { read } = await operatorOf(one.test);
  const { html } = await read(paths.adminTariffs());
  assert.match(html, /2027-01-01\.1 går inte att läsa\. Resor från 2027-01-01 får inget pris/);
  assert.match(html, /deno task load/);
});

Deno.test("loading the same tariff again puts it back, though its first day has gone by", async () => {
  await using one = await withLostTariff();
  one.test.clock.advance({ hours: 24 * 60 });
  const { load } = loading(one.test.services.db, "2027-01-22");
  const { rows } = await load({ "tariffs.json": JSON.stringify({ tariffs: DEMO_TARIFFS }) });
  assert.equal(rows, 1);
  await one.test.services.tariffs.refresh();
  const sold = await one.quote("2027-02-02T13:00");
  assert.equal(sold.status, 201, await sold.text());
});

Deno.test("saving writes an unreadable version anew, and the next revision of its day goes past it", async () => {
  await using one = await withLostTariff();
  const { tariffs } = one.test.services;
  const { tariffs: readable, unreadable } = await tariffs.book();
  assert.equal(nextVersion([...readable, ...unreadable], "2027-01-01"), "2027-01-01.2");
  assert.equal(await tariffs.save(aTariff({ validFrom: "2027-01-01" })), true);
  assert.deepEqual((await tariffs.book()).unreadable, []);
});
