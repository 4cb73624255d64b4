import assert from "node:assert/strict";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { TicketStreams } from "../../lib/ticket/ticket-streams.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { EventReader } from "../support/event-reader.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const LIMITS = {
  total: 3,
  perBooking: 2,
  queuedBytes: 400,
  beatMs: 3_600_000,
  stalledBeats: 1,
  page: 2,
};

function streamsOf({ services }: TestServices): TicketStreams {
  const { feed, bookings, shutdown } = services;
  return new TicketStreams({ feed, bookings, shutdown }, LIMITS);
}

const version = async (reader: EventReader) =>
  JSON.parse((await reader.nextOf("version"))?.data ?? "{}").version;

Deno.test("a ticket hears its version at once, and each new one; of other bookings it hears nothing", async () => {
  await using test = await testServices();
  const streams = streamsOf(test);
  const mine = await aStoredBooking(test.services);
  const other = await aStoredBooking(test.services);
  const reader = new EventReader(streams.open(mine.booking.id));
  assert.equal(await version(reader), 1);
  await changeDetails(test.services, {
    link: other.link,
    phone: "+46709999999",
    flightNumber: "",
    note: "a",
  });
  await changeDetails(test.services, {
    link: mine.link,
    phone: "+46709999999",
    flightNumber: "",
    note: "b",
  });
  assert.equal(await version(reader), 2);
  for (const note of ["c", "d", "e"]) {
    await changeDetails(test.services, {
      link: mine.link,
      phone: "+46709999999",
      flightNumber: "",
      note,
    });
  }
  assert.deepEqual([await version(reader), await version(reader), await version(reader)], [
    3,
    4,
    5,
  ]);
  await reader.leave();
  assert.equal(streams.count, 0);
});

Deno.test("what travels is a number: no name, no phone number, no place", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { link } = await aStoredBooking(test.services);
  const response = await app(new Request(ORIGIN + paths.api.bookingEvents(link)));
  assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
  const reader = new EventReader(response);
  assert.deepEqual(await reader.next(), { id: "", event: "version", data: '{"version":1}' });
  await reader.leave();
  const wrong = `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`;
  const refused = await app(new Request(ORIGIN + paths.api.bookingEvents(wrong)));
  await refused.body?.cancel();
  assert.equal(refused.status, 404);
});

Deno.test("there are so many streams and no more; one more of a booking ends its oldest", async () => {
  await using test = await testServices();
  const streams = streamsOf(test);
  const mine = (await aStoredBooking(test.services)).booking.id;
  const other = (await aStoredBooking(test.services)).booking.id;
  const readers = [mine, mine, other].map((id) => new EventReader(streams.open(id)));
  assert.throws(
    () => streams.open(other),
    (error) => error instanceof DomainError && error.code === "busy",
  );
  await readers[2]?.leave();
  const third = new EventReader(streams.open(mine));
  assert.equal(await version(third), 1);
  await readers[0]?.nextOf("version");
  assert.equal(await readers[0]?.next(), null, "the oldest has ended");
  assert.equal(streams.count, 2);
  streams.endAll();
  assert.equal(streams.count, 0);
});

Deno.test("a beat says that the stream lives; a reader who takes none is cut off", async () => {
  await using test = await testServices();
  const streams = streamsOf(test);
  const { booking } = await aStoredBooking(test.services);
  const reader = new EventReader(streams.open(booking.id));
  assert.equal(await version(reader), 1);
  streams.beat();
  assert.equal((await reader.next())?.event, "beat");
  for (let i = 0; i < 4; i++) streams.beat();
  assert.equal(streams.count, 0);
});

Deno.test("a database that does not answer ends the streams, so that tickets know", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking, link } = await aStoredBooking(services);
  const failing = Object.create(services.feed, {
    since: { value: () => Promise.reject(new Error("disk")) },
    head: { value: () => services.feed.head() },
    listen: { value: (listener: () => void) => services.feed.listen(listener) },
  });
  const streams = new TicketStreams({ ...services, feed: failing }, LIMITS);
  const reader = new EventReader(streams.open(booking.id));
  assert.equal(await version(reader), 1);
  await changeDetails(services, { link, phone: "+46709999999", flightNumber: "", note: "a" });
  assert.equal(await reader.next(), null);
});

Deno.test("a server that stops ends the streams and opens no more", async () => {
  await using test = await testServices();
  const streams = streamsOf(test);
  const { booking } = await aStoredBooking(test.services);
  const reader = new EventReader(streams.open(booking.id));
  assert.equal(await version(reader), 1);
  test.stop.abort();
  assert.equal(await reader.next(), null);
  assert.throws(() => streams.open(booking.id), DomainError);
});
