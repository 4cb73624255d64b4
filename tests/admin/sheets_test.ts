// A booking is changed, split, booked again and revived on plain pages, without script.
import assert from "node:assert/strict";
import type { BookingId } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { sheetEn } from "../../lib/i18n/en/sheet.ts";
import { sheetSv } from "../../lib/i18n/sv/sheet.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

/** An operator's browser without script. */
async function aBrowser({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie } = await anOperator(services, "Sara Lindh");
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie, ...headers } }));
    return { status: response.status, html: await response.text() };
  };
  /** Sends the form of a page as it stands, with what somebody wrote in it. */
  const send = async (path: string, html: string, written: Record<string, string>) => {
    const response = await app(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ ...fieldsOf(html), ...written }),
      }),
    );
    const location = response.headers.get("location") ?? "";
    return { status: response.status, html: await response.text(), location };
  };
  return { read, send, app, cookie };
}

/** What a browser would send of the sheet: its inputs and the options that are chosen. */
function fieldsOf(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('class="sheet"'));
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([input]) => {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    return [of("name"), of("value").replaceAll("&amp;", "&")] as const;
  });
  const chosen = [...form.matchAll(/<select[^>]* name="(\w+)"[^>]*>.*?<\/select>/gs)].map(
    ([select, name = ""]) => {
      const option = /<option[^>]*selected[^>]*>/.exec(select)?.[0] ?? select;
      return [name, / value="([^"]*)"/.exec(option)?.[1] ?? ""] as const;
    },
  );
  return Object.fromEntries([...inputs, ...chosen]);
}

async function now({ services }: TestServices, id: BookingId) {
  const stored = await services.bookings.get(id);
  assert(stored !== null);
  return stored.booking;
}

Deno.test("the page shows the new price first, then changes the booking and leads back to it", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read, send } = await aBrowser(test);
  const path = paths.adminSheet(booking.id, "change");
  const first = await read(path);
  assert.equal(first.status, 200);
  assert.match(first.html, /<h1[^>]*>Ändra bokningen<\/h1>/);
  assert.equal(first.html.includes('value="send"'), false);
  const written = { vehicleClass: "premium", note: "Portkod 4711" };
  const shown = await send(path, first.html, { ...written, action: "price" });
  assert.equal(shown.status, 200);
  assert.equal(booking.trip.totalOre, 49_500);
  assert.match(shown.html, /<s><bdi dir="ltr">495\s*kr<\/bdi><\/s>/);
  assert.match(shown.html, /\d+\s*kr mer/);
  assert.equal((await now(test, booking.id)).version, 1);
  const done = await send(path, shown.html, { action: "send" });
  assert.deepEqual([done.status, done.location], [303, paths.adminBooking(booking.id)]);
  const after = await now(test, booking.id);
  assert.deepEqual([after.trip.vehicleClass, after.note], ["premium", "Portkod 4711"]);
  const board = await read(paths.admin({ date: "2026-11-24", booking: booking.id }));
  assert.match(board.html, /entry-changes.*Fordon.*Taxi.*Premium/s);
});

Deno.test("a price nobody was shown is not taken, however the form was sent", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read, send } = await aBrowser(test);
  const path = paths.adminSheet(booking.id, "change");
  const { html } = await read(path);
  const written = { vehicleClass: "premium", action: "send" };
  const unseen = await send(path, html, written);
  assert.equal(unseen.status, 409);
  assert(unseen.html.includes(sheetSv.problems.unseen));
  const made = { seenTotalOre: "100", seenFormerOre: "0" };
  const other = await send(path, html, { ...written, ...made });
  assert.equal(other.status, 409);
  assert(other.html.includes(sheetSv.problems.price));
  assert.equal((await now(test, booking.id)).version, 1);
});

Deno.test("who was second is told what the first changed, and sends again on top of it", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read, send } = await aBrowser(test);
  const path = paths.adminSheet(booking.id, "change");
  const { html } = await read(path);
  const mine = await send(path, html, { note: "Portkod 4711", action: "price" });
  const theirs = await send(path, html, { passengers: "3", action: "price" });
  assert.equal((await send(path, theirs.html, { action: "send" })).status, 303);
  const refused = await send(path, mine.html, { action: "send" });
  assert.equal(refused.status, 409);
  assert(refused.html.includes(sheetSv.problems.changed));
  assert.match(refused.html, /Sara Lindh.*: Resenärer .*2.* → .*3/);
  assert.deepEqual(
    [fieldsOf(refused.html)["passengers"], fieldsOf(refused.html)["note"]],
    ["3", "Portkod 4711"],
  );
  assert.equal((await send(path, refused.html, { action: "send" })).status, 303);
  const after = await now(test, booking.id);
  assert.deepEqual([after.trip.passengers, after.note], [3, "Portkod 4711"]);
});

Deno.test("the new booking is opened after a split, a second order and a way back", async () => {
  for (const kind of ["split", "duplicate", "return"] as const) {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services);
    const { read, send } = await aBrowser(test);
    const path = paths.adminSheet(booking.id, kind);
    const { html } = await read(path);
    const done = await send(path, html, { action: "send" });
    assert.equal(done.status, 303, kind);
    const [link] = (await now(test, booking.id)).links;
    assert.equal(done.location, paths.adminBooking(link?.bookingId ?? ""));
  }
});

Deno.test("links to the sheets stand in the booking without script, and only those it has", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read } = await aBrowser(test);
  const { html } = await read(paths.admin({ date: "2026-11-24", booking: booking.id }));
  for (const kind of ["change", "split", "duplicate", "return"]) {
    assert(html.includes(`href="${paths.adminSheet(booking.id, kind)}"`), kind);
  }
  assert.equal(html.includes(paths.adminSheet(booking.id, "revive")), false);
  const refused = await read(paths.adminSheet(booking.id, "revive"));
  assert.equal(refused.status, 409);
  assert.equal((await read(paths.adminSheet(booking.id, "sell"))).status, 404);
});

Deno.test("the script is given the same sheet as data, and the page speaks both languages", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read } = await aBrowser(test);
  const path = paths.adminSheet(booking.id, "change");
  const data = await read(path, { accept: "application/json" });
  assert.equal(JSON.parse(data.html).sheet.bookingId, booking.id);
  const english = await read(`${path}?lang=en`);
  assert(english.html.includes(sheetEn.lead.change));
});

Deno.test("a sheet without the session's form token is not taken", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { read, send } = await aBrowser(test);
  const path = paths.adminSheet(booking.id, "duplicate");
  const { html } = await read(path);
  assert.equal((await send(path, html, { action: "send", formToken: "made-up" })).status, 403);
  assert.deepEqual((await now(test, booking.id)).links, []);
});
