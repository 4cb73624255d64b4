// A booking taken on the telephone, asked and answered without script.
import assert from "node:assert/strict";
import { callerOf } from "../../lib/booking/caller.ts";
import { boardViewSv } from "../../lib/i18n/sv/board-view.ts";
import { orderEn } from "../../lib/i18n/en/order.ts";
import { orderSv } from "../../lib/i18n/sv/order.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator, aPerson } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

const CALLER = "+46701740612";

/** An operator's browser at the page of an order. */
async function atOrder({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services, "Sara Lindh");
  const read = async (path: string = paths.adminNewBooking(), referer = "") => {
    const headers = new Headers({ cookie });
    if (referer !== "") headers.set("referer", referer);
    const response = await app(new Request(ORIGIN + path, { headers }));
    assert.equal(response.status, 200);
    return await response.text();
  };
  const first = await read();
  const written = {
    idempotencyKey: hidden(first, "idempotencyKey"),
    phone: "070-174 06 12",
    name: "Karin Nyström",
    from: "Göteborg Landvetter flygplats",
    to: "Drottningtorget 2",
    when: "imorgon 5.10",
    passengers: "1",
    bags: "1",
    language: "sv",
  };
  const send = async (action: string, changes: Record<string, string> = {}) => {
    const response = await app(
      new Request(ORIGIN + paths.adminNewBooking(), {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken, ...written, ...changes, action }),
      }),
    );
    const { status, headers } = response;
    const html = await response.text();
    const read = { quoteId: hidden(html, "quoteId"), readClass: hidden(html, "readClass") };
    return { status, html, read, location: headers.get("location") ?? "" };
  };
  return { read, send };
}

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
}

async function bookedTomorrow({ services }: TestServices) {
  return await services.bookings.listDay(nextDate(localDate(services.clock.now()), 1));
}

Deno.test("what is read out is booked, by the operator, and sent twice it is one booking", async () => {
  await using test = await testServices();
  const { send } = await atOrder(test);
  const priced = await send("price");
  assert.equal(priced.status, 200);
  assert.match(priced.html, /”Det blir [a-zåäö]+ kronor, fast pris/);
  const booked = await send("book", priced.read);
  assert.equal(booked.status, 303);
  const again = await send("book", priced.read);
  assert.equal(again.location, booked.location);
  const [booking, ...others] = await bookedTomorrow(test);
  assert.ok(booking !== undefined && others.length === 0);
  assert.equal(booking.phone, CALLER);
  assert.ok(booked.location.includes(`booking=${booking.id}`));
  const [confirmed] = await test.services.bookings.events(booking.id);
  const { id } = await aPerson(test.services, "Sara Lindh");
  assert.deepEqual(confirmed?.actor, { kind: "operator", id, name: "Sara Lindh" });
});

Deno.test("a price that was not read out is shown, not booked", async () => {
  await using test = await testServices();
  const { send } = await atOrder(test);
  const unread = await send("book");
  assert.equal(unread.status, 409);
  assert.ok(unread.html.includes(orderSv.problems.noPrice));
  const priced = await send("price");
  for (
    const changes of [
      { when: "imorgon 23.45" },
      { to: "Brunnsparken" },
      { passengers: "3" },
      { childSeats: "1" },
      { vehicleClass: "van" },
    ]
  ) {
    const changed = await send("book", { ...priced.read, ...changes });
    assert.equal(changed.status, 409, JSON.stringify(changes));
    assert.ok(changed.html.includes(orderSv.problems.priceChanged));
  }
  assert.deepEqual(await bookedTomorrow(test), []);
});

Deno.test("a price read out too long ago is read out anew", async () => {
  await using test = await testServices();
  const { send } = await atOrder(test);
  const priced = await send("price");
  test.clock.advance({ minutes: 20 });
  const late = await send("book", priced.read);
  assert.equal(late.status, 409);
  assert.notEqual(late.read.quoteId, priced.read.quoteId);
  assert.equal((await send("book", late.read)).status, 303);
});

Deno.test("a caller is known by their number alone, with each of their trips once", async () => {
  await using test = await testServices();
  const { send, read } = await atOrder(test);
  for (const when of ["imorgon 5.10", "övermorgon 5.10"]) {
    const priced = await send("price", { when, idempotencyKey: "" });
    const key = { idempotencyKey: `key-of-${when.length}-letters-and-more` };
    assert.equal((await send("book", { when, ...priced.read, ...key })).status, 303);
  }
  const caller = await callerOf(test.services, CALLER);
  assert.equal(caller?.bookings, 2);
  assert.equal(caller.lastTrips.length, 1);
  assert.equal(await callerOf(test.services, "+46701740613"), null);
  const known = await send("look", { name: "", from: "", to: "", when: "" });
  assert.equal(known.status, 200);
  assert.ok(known.html.includes(orderSv.known(2)));
  const again = /href="([^"]*new\?[^"]*)"[^>]*data-trip="1"/.exec(known.html)?.[1];
  const filled = await read(again?.replaceAll("&amp;", "&"));
  assert.match(
    filled,
    /id="from"[^>]*value="Göteborg Landvetter flygplats"|value="Göteborg Landvetter flygplats"/,
  );
});

Deno.test("while it is written nothing is missing yet; once it is asked for, everything is said", async () => {
  await using test = await testServices();
  const { send } = await atOrder(test);
  const blank = { phone: "", name: "", from: "", to: "", when: "" };
  const looked = await send("look", blank);
  assert.equal(looked.status, 200);
  assert.ok(!looked.html.includes("has-error"));
  const asked = await send("price", blank);
  assert.equal(asked.status, 422);
  for (const name of ["phone", "name", "from", "to", "when"]) {
    assert.match(asked.html, new RegExp(`has-error"[^]*id="${name}-error"`), name);
  }
});

Deno.test("the page speaks English, and says an unread time where it was typed", async () => {
  await using test = await testServices();
  const { read, send } = await atOrder(test);
  assert.ok((await read(`${paths.adminNewBooking()}?lang=en`)).includes(orderEn.title));
  const unread = await send("price", { when: "<b>snart" });
  assert.equal(unread.status, 422);
  assert.ok(unread.html.includes(orderSv.whenUnread) && !unread.html.includes("<b>snart"));
});

Deno.test("who comes from a board goes back to it as it was, without script too, and is told what was booked", async () => {
  await using test = await testServices();
  const { read, send } = await atOrder(test);
  const board = paths.admin({ date: "2026-11-23", show: "flight", sort: "-customer" });
  const page = await read(paths.adminNewBooking(), ORIGIN + board);
  const escaped = board.replaceAll("&", "&amp;");
  assert.ok(page.includes(`href="${escaped}" data-close`), "Esc leads back");
  assert.equal(hidden(page, "back"), escaped);
  const priced = await send("price", { back: board });
  assert.equal(hidden(priced.html, "back"), escaped, "a look at the price keeps the way back");
  const booked = await send("book", { ...priced.read, back: board });
  const [booking] = await bookedTomorrow(test);
  assert.equal(booked.location, `${board}&booked=${booking?.id}`);
  const shown = await read(booked.location);
  assert.ok(shown.includes(boardViewSv.booked.open) && shown.includes("i morgon 05.10"));
});

Deno.test("a way back to anywhere else is not taken", async () => {
  await using test = await testServices();
  const { read, send } = await atOrder(test);
  const page = await read(paths.adminNewBooking(), "https://elsewhere.example/");
  assert.ok(page.includes(`href="${paths.admin()}" data-close`));
  const priced = await send("price");
  const booked = await send("book", { ...priced.read, back: "https://elsewhere.example/" });
  assert.ok(booked.location.startsWith(`${paths.admin()}?date=`), booked.location);
});

Deno.test("a number that holds as many as there may be is said, and pressed again for that number it is booked", async () => {
  await using test = await testServices({ environment: { AVANTI_BOOKINGS_HELD: "1" } });
  const { send } = await atOrder(test);
  await send("book", (await send("price")).read);
  const second = { idempotencyKey: "another order", when: "imorgon 9.10" };
  const { read } = await send("price", second);
  const told = await send("book", { ...second, ...read });
  assert.equal(told.status, 409);
  assert(told.html.includes(orderSv.problems.holdsMany));
  const exceeds = hidden(told.html, "exceeds");
  assert.equal(exceeds, CALLER);
  assert.equal((await bookedTomorrow(test)).length, 1);
  // What was said of one number is not said of another.
  const other = await send("book", { ...second, ...told.read, exceeds: "+46701740613" });
  assert.equal(other.status, 409);
  const booked = await send("book", { ...second, ...told.read, exceeds });
  assert.equal(booked.status, 303);
  assert.equal((await bookedTomorrow(test)).length, 2);
});
