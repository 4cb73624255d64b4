import assert from "node:assert/strict";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { checkDetails } from "../../lib/booking/contact.ts";
import { bookingChanged } from "../../lib/booking/booking-feed.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { auditBookings } from "../support/booking-audit.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const NEW = { phone: "+46709999999", flightNumber: "SK1436", note: "Portkod 4711" };

Deno.test("new details are in the booking, its history, the board's row, the search and the feed", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { booking, link } = await aStoredBooking(services);
  const cursor = await services.feed.head();
  clock.advance({ minutes: 5 });
  const changed = await changeDetails(services, { link, ...NEW });
  assert.equal(changed.contact.phone, NEW.phone);
  assert.equal(changed.contact.name, booking.contact.name);
  assert.equal(changed.flightNumber, NEW.flightNumber);
  assert.equal(changed.note, NEW.note);
  assert.equal(changed.version, 2);
  assert.deepEqual(changed.trip, booking.trip);
  assert.deepEqual((await services.bookings.events(booking.id)).at(-1), {
    type: "details-changed",
    at: "2026-11-23T05:05:00Z",
    actor: { kind: "customer" },
    ...NEW,
  });
  const found = await foundBy(services, "070-999 99 99");
  assert.deepEqual(found.map(({ id, phone }) => [id, phone]), [[booking.id, NEW.phone]]);
  assert.deepEqual(await foundBy(services, "070-123 45 67"), []);
  assert.deepEqual((await foundBy(services, "sk 1436")).map(({ id }) => id), [
    booking.id,
  ]);
  const { commits } = await services.feed.since(cursor, 5);
  const told = commits.flatMap((commit) => bodiesOf(bookingChanged, commit));
  assert.deepEqual(told.map(({ type, summary }) => [type, summary.phone]), [
    ["details-changed", NEW.phone],
  ]);
  await auditBookings(services.db);
});

Deno.test("the same details again change nothing", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  const once = await changeDetails(test.services, { link, ...NEW });
  assert.deepEqual(await changeDetails(test.services, { link, ...NEW }), once);
});

Deno.test("another flight and none are changes too, and the former one finds the booking no more", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services, { flightNumber: "SK1436" });
  const found = async (query: string) => (await foundBy(services, query)).length;
  const { contact: { phone }, note } = booking;
  const changed = await changeDetails(services, { link, phone, flightNumber: "LH813", note });
  assert.deepEqual([changed.flightNumber, changed.version], ["LH813", 2]);
  assert.deepEqual([await found("sk1436"), await found("lh 813")], [0, 1]);
  const without = await changeDetails(services, { link, phone, flightNumber: "", note });
  assert.deepEqual([without.flightNumber, without.version], ["", 3]);
  assert.equal(await found("lh 813"), 0);
  await auditBookings(services.db);
});

Deno.test("a driver who was assigned stays, and the details can be changed until the customer is in the car", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services);
  const act = async (command: Parameters<typeof changeBooking>[1]["command"]) => {
    const stored = await services.bookings.get(booking.id);
    const expectedVersion = stored?.booking.version ?? 0;
    const actor = { kind: "operator", id: null, name: "Sara" } as const;
    return await changeBooking(services, {
      bookingId: booking.id,
      command,
      actor,
      expectedVersion,
    });
  };
  await act({ type: "assign", driverId: driverId("D01") });
  await act({ type: "depart" });
  const changed = await changeDetails(services, { link, ...NEW });
  assert.equal(changed.status, "en-route");
  assert("driverId" in changed && changed.driverId === "D01");
  await act({ type: "arrive" });
  await changeDetails(services, { link, ...NEW, note: "Vid grinden" });
  await act({ type: "board" });
  await assert.rejects(
    changeDetails(services, { link, ...NEW }),
    (error) => error instanceof DomainError && error.code === "booking-state",
  );
});

Deno.test("a link that is not the booking's changes nothing", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const wrong = `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`;
  await assert.rejects(
    changeDetails(test.services, { link: wrong, ...NEW }),
    (error) => error instanceof DomainError && error.code === "link-invalid",
  );
  assert.deepEqual((await test.services.bookings.get(booking.id))?.booking, booking);
});

Deno.test("details are checked as they were when the ride was booked", () => {
  assert.deepEqual(
    checkDetails({
      ...NEW,
      phone: "070-999 99 99",
      flightNumber: " sk 1436",
      note: " Portkod  4711 ",
    }),
    {
      ok: true,
      value: { ...NEW, note: "Portkod  4711" },
    },
  );
  assert.deepEqual(checkDetails({ phone: "112", flightNumber: "1436", note: "x".repeat(501) }), {
    ok: false,
    errors: [
      { field: "phone", code: "phoneTooShort" },
      { field: "flightNumber", code: "flightNumberInvalid" },
      { field: "note", code: "noteTooLong" },
    ],
  });
});

async function foundBy({ search }: Services, query: string) {
  return (await search.find({ query, limit: 5, after: null })).bookings;
}
