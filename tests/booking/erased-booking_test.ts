import assert from "node:assert/strict";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { findBookingByLink } from "../../lib/booking/find-booking.ts";
import { ownBookings } from "../../lib/booking/booking-owners.ts";
import { subjectMark } from "../../lib/assembly/sealing.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { SHEET_KINDS } from "../../lib/board/sheet/sheet-kind.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { driverFor, operatorDoes } from "../support/outbox.ts";
import { refusal } from "../support/refusal.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DAY = "2026-11-24";
const CONTACT = { name: "Maja Kanariefågel", phone: "+46701239876", email: "maja@kanarie.example" };
const TOLD = /Kanarie|kanarie|701239876|Östra Hamngatan/;

/** A browser that would follow the ride. */
const FOLLOW = {
  endpoint: "https://fcm.googleapis.com/fcm/send/1",
  p256dh: "B".repeat(87),
  auth: "A".repeat(22),
  isWanted: true,
};

async function erase(
  { db, subjectKeys, reachKey }: Services,
  phone = CONTACT.phone,
): Promise<void> {
  const mark = await subjectMark(reachKey, { kind: "phone", at: phone });
  const { value } = await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, mark));
  assert.ok(value !== null);
}

Deno.test("of an erased booking the ride, its price and its times are kept to the byte, and nobody's name or place", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services, { contact: CONTACT, flightNumber: "SK1436" });
  await operatorDoes(test, booking.id, {
    type: "assign",
    driverId: await driverFor(test, booking),
  });
  const stored = services.db.stored ?? services.db.read;
  const raw = (await stored.get(bookingKeys.booking(booking.id))).value;
  await erase(services);
  const after = (await services.bookings.get(booking.id))?.booking;
  assert.ok(after !== undefined);
  assert.doesNotMatch(JSON.stringify(after), TOLD);
  for (const field of ["totalOre", "vatOre", "lines", "pickup", "tariffVersion"] as const) {
    assert.deepEqual(after.trip[field], booking.trip[field]);
  }
  const { distanceMeters } = booking.trip.route;
  assert.deepEqual([after.reference, after.trip.route.distanceMeters], [
    booking.reference,
    distanceMeters,
  ]);
  assert.deepEqual(after.reservation, booking.reservation);
  assert.deepEqual((await stored.get(bookingKeys.booking(booking.id))).value, raw);
  const events = await services.bookings.events(booking.id);
  assert.deepEqual(events.map(({ type }) => type), ["confirmed", "assigned"]);
  assert.doesNotMatch(JSON.stringify(events), TOLD);
  assert.doesNotMatch(JSON.stringify(await services.bookings.listDay(DAY)), TOLD);
});

Deno.test("the board, the pane, the search and the file of a day show an erased booking in both languages", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const { booking } = await aStoredBooking(services, {
    contact: CONTACT,
    wallTime: `${DAY}T12:00`,
  });
  await erase(services);
  const { cookie } = await anOperator(services);
  const addresses = [
    paths.admin({ date: DAY }),
    paths.admin({ date: DAY, booking: booking.id }),
    paths.admin({ q: booking.reference }),
    paths.adminDayCsv({ date: DAY }),
  ];
  for (const [locale, word] of [["sv", "Raderad"], ["en", "Erased"]] as const) {
    for (const path of addresses) {
      const headers = { cookie: `${cookie}; avanti-locale=${locale}`, "accept-language": locale };
      const response = await fetch(origin + path, { headers });
      const body = await response.text();
      assert.equal(response.status, 200, path);
      assert.match(body, new RegExp(word), `${locale} ${path}`);
      assert.doesNotMatch(body, TOLD, path);
    }
  }
});

Deno.test("the link of an erased booking leads nowhere, and no list of one's own has it", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services, { contact: CONTACT });
  await erase(services);
  await refusal(findBookingByLink(services, link), "booking-erased");
  const owner = { kind: "phone", at: CONTACT.phone } as const;
  assert.deepEqual((await ownBookings(services, [owner])).bookings, []);
  // The ride goes on for those who drive it.
  const driverId = await driverFor(test, booking);
  await operatorDoes(test, booking.id, { type: "assign", driverId });
  await readRoomFeeds(services);
  await runRoomJobs(services);
  assert.equal((await services.bookings.get(booking.id))?.booking.status, "assigned");
});

Deno.test("a customer whose number was corrected is erased with what happened before it was", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services, { contact: CONTACT });
  const phone = "+46701230000";
  await changeDetails(services, { link, phone, flightNumber: "", note: "ring Kanarie" });
  assert.match(JSON.stringify(await services.bookings.events(booking.id)), TOLD);
  await erase(services, phone);
  const events = await services.bookings.events(booking.id);
  assert.deepEqual(events.map(({ type }) => type), ["confirmed", "details-changed"]);
  assert.doesNotMatch(JSON.stringify(events), TOLD);
});

Deno.test("an old link says in both languages that the details are erased, whatever is asked of it, and nothing is changed", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const { booking, link } = await aStoredBooking(services, { contact: CONTACT });
  await erase(services);
  const { totalOre } = booking.trip;
  const asked: readonly [path: string, body: Record<string, string> | null][] = [
    [paths.booking(link), null],
    [`${paths.booking(link)}/cancel`, null],
    [`${paths.booking(link)}/details`, null],
    [`${paths.booking(link)}/reschedule`, null],
    [`${paths.booking(link)}/decisions`, null],
    [`${paths.booking(link)}/decisions`, { decision: "0", words: "" }],
    [`${paths.booking(link)}/calendar.ics`, null],
    [`${paths.booking(link)}/cancel`, { reason: "", expectedFeeOre: "0" }],
    [`${paths.booking(link)}/details`, { phone: "070-123 98 76", flightNumber: "", note: "" }],
    [`${paths.booking(link)}/reschedule`, { date: "2026-11-26", time: "10:00" }],
    [`${paths.booking(link)}/reschedule`, { quoteId: booking.trip.quoteId }],
  ];
  for (const locale of LOCALES) {
    const { title } = textsFor(locale).errors.byCode["booking-erased"];
    for (const [path, body] of asked) {
      const headers = { cookie: `avanti-locale=${locale}`, origin };
      const init = body === null
        ? { headers }
        : { method: "POST", headers, body: new URLSearchParams(body) };
      const response = await fetch(origin + path, init);
      const html = await response.text();
      assert.equal(response.status, 410, `${path} ${JSON.stringify(body)}`);
      assert(html.includes(title), `${locale} ${path}`);
      assert.doesNotMatch(html, TOLD);
    }
  }
  const api = `/api/bookings/${link}`;
  const programs: readonly [path: string, body: unknown][] = [
    [api, null],
    [`${api}/events`, null],
    [`${api}/cancel`, { reason: "", expectedFeeOre: totalOre }],
    [`${api}/push`, FOLLOW],
  ];
  for (const [path, body] of programs) {
    const init = body === null ? {} : {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(body),
    };
    const response = await fetch(origin + path, init);
    const { code } = await response.json();
    assert.deepEqual([response.status, code], [410, "booking-erased"], path);
  }
  assert.equal((await services.bookings.get(booking.id))?.booking.version, booking.version);
});

Deno.test("the pane of an erased booking that is over offers nothing that needs its customer", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const { booking } = await aStoredBooking(services, {
    contact: CONTACT,
    wallTime: `${DAY}T12:00`,
  });
  product.test.clock.set("2026-11-25T08:00:00Z");
  await runRoomJobs(services);
  await erase(services);
  const { cookie } = await anOperator(services);
  const pane = await fetch(origin + paths.admin({ date: DAY, booking: booking.id }), {
    headers: { cookie },
  });
  const html = await pane.text();
  assert.equal(pane.status, 200);
  for (const kind of SHEET_KINDS) assert(!html.includes(paths.adminSheet(booking.id, kind)), kind);
  assert.doesNotMatch(html, /href="tel:"/);
  for (const kind of SHEET_KINDS) {
    const sheet = await fetch(origin + paths.adminSheet(booking.id, kind), { headers: { cookie } });
    assert.equal(sheet.status, 410, kind);
    await sheet.body?.cancel();
  }
});
