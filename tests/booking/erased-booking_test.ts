import assert from "node:assert/strict";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { findBookingByLink } from "../../lib/booking/find-booking.ts";
import { ownBookings } from "../../lib/booking/booking-owners.ts";
import { subjectMark } from "../../lib/assembly/sealing.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
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
  await refusal(findBookingByLink(services, link), "link-invalid");
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
