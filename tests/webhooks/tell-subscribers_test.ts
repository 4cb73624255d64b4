// What subscribers are told of bookings, over real services and a receiver on this machine: each event once under an id of
// its own, in order, signed, and nothing that names anybody.
import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import { rotateSecret, switchEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { GIVE_UP_MS } from "../../lib/webhooks/delivery.ts";
import { LEASE_MS } from "../../lib/webhooks/delivery-store.ts";
import { replayDelivery, replaySpan, tryEndpoint } from "../../lib/webhooks/try-endpoint.ts";
import { newsOf } from "../../lib/webhooks/webhook-event.ts";
import { recordsOf } from "../support/kept-log.ts";
import { anAssignableBooking, isSignedBy, subscriberBench } from "../support/subscribers.ts";
import { aStoredBooking } from "../support/trips.ts";

const OLLE = { name: "Olle", phone: "+46709876543", email: "" };

Deno.test("a booking is told under an id of its own, signed, and without anybody's name, number or place", async () => {
  await using bench = await subscriberBench();
  const { shown } = await bench.subscribe();
  const { booking } = await aStoredBooking(bench.services);
  await bench.tell();
  const [received = assert.fail(), ...others] = bench.receiver.received;
  const { body, headers } = received;
  assert.deepEqual(others, []);
  assert(isSignedBy(shown, received));
  assert(!isSignedBy(shown, { ...received, body: `${body} ` }));
  assert.equal(headers.get("webhook-id"), `evt-${booking.id}-1`);
  const { reference, trip } = booking;
  assert.deepEqual(JSON.parse(body), {
    ...{ type: "booking.confirmed", schema: 1, id: `evt-${booking.id}-1` },
    timestamp: booking.createdAt,
    data: {
      ...{ booking: booking.id, reference, version: 1, status: "confirmed" },
      pickup: {
        instant: new Date(trip.pickup.instant).toISOString(),
        wallTime: trip.pickup.wallTime,
      },
      ...{ vehicleClass: trip.vehicleClass, passengers: trip.passengers },
      ...{ distanceMeters: trip.route.distanceMeters, totalOre: trip.totalOre, hasDriver: false },
    },
  });
  const { name, phone, email } = booking.contact;
  const labels = [trip.from.name, trip.to.name, trip.to.words, name, phone, email, booking.note];
  for (const said of labels.filter((one) => one !== "")) assert(!body.includes(said), said);
  // Nothing is told twice.
  await bench.tell();
  assert.equal(bench.receiver.received.length, 1);
});

Deno.test("who has objected is told of to nobody, also what waits already", async () => {
  await using bench = await subscriberBench();
  const { services } = bench;
  const { shown } = await bench.subscribe();
  assert(shown !== "");
  bench.receiver.answer = () => new Response("", { status: 503 });
  const { booking } = await aStoredBooking(services);
  await bench.tell();
  assert.deepEqual(bench.told(), ["booking.confirmed 1"]);
  await createDataRequest(services, {
    ...{ type: "objection", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: booking.contact.phone } },
  });
  bench.receiver.answer = () => new Response("");
  const link = await manageLink(services.linkKey, booking.id);
  await cancelBooking(services, { link, reason: "", expectedFeeOre: 0 });
  const { booking: other } = await aStoredBooking(services, { contact: OLLE });
  for (let hours = 0; hours < 3; hours++) {
    bench.clock.advance({ hours: 1 });
    await bench.tell();
  }
  const later = bench.receiver.received.slice(1).map(({ body }) => JSON.parse(body).data.booking);
  assert.deepEqual(later, [other.id]);
});

Deno.test("what an operator does is told when it can no longer be undone, and never when it was", async () => {
  await using bench = await subscriberBench();
  await bench.subscribe();
  const { assign, undo } = await anAssignableBooking(bench.services);
  const act = await assign();
  await bench.tell();
  assert.deepEqual(bench.told(), ["booking.confirmed 1"]);
  await undo(act.id);
  bench.clock.advance({ minutes: 5 });
  await bench.tell();
  await bench.tell();
  assert.deepEqual(bench.told(), ["booking.confirmed 1"]);
  await assign(3);
  bench.clock.advance({ minutes: 5 });
  await bench.tell();
  assert.deepEqual(bench.told(), ["booking.confirmed 1", "booking.assigned 4"]);
});

Deno.test("a booking is told in order, also what came after something that still may be undone", async () => {
  await using bench = await subscriberBench();
  await bench.subscribe();
  const { booking, assign } = await anAssignableBooking(bench.services);
  await assign();
  const link = await manageLink(bench.services.linkKey, booking.id);
  await cancelBooking(bench.services, { link, reason: "", expectedFeeOre: 0 });
  await bench.tell();
  // The cancellation could leave at once; it waits for what happened before it.
  assert.deepEqual(bench.told(), ["booking.confirmed 1"]);
  bench.clock.advance({ minutes: 5 });
  for (let round = 0; round < 3; round++) await bench.tell();
  assert.deepEqual(bench.told(), [
    ...["booking.confirmed 1", "booking.assigned 2", "booking.cancelled 3"],
  ]);
});

Deno.test("a delivery that fails holds up its own booking alone, and is tried again under the same id", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  const first = await aStoredBooking(bench.services);
  bench.receiver.answer = ({ body }) =>
    new Response("", { status: body.includes(first.booking.id) ? 422 : 200 });
  const { assign } = await anAssignableBooking(bench.services);
  await bench.tell();
  await assign();
  bench.clock.advance({ seconds: 3 });
  await bench.tell();
  assert.equal(bench.told().filter((one) => one === "booking.confirmed 1").length, 2);
  bench.clock.advance({ minutes: 5 });
  bench.receiver.answer = () => new Response("ok");
  await bench.tell();
  const ids = bench.receiver.received.map(({ headers }) => headers.get("webhook-id"));
  assert.equal(ids.filter((id) => id === `evt-${first.booking.id}-1`).length, 2);
  const log = await bench.services.deliveries.list(endpoint.id, 10);
  assert.deepEqual(log.map(({ state, event }) => `${event} ${state}`).sort(), [
    "booking.assigned delivered",
    "booking.confirmed delivered",
    "booking.confirmed delivered",
  ]);
  assert.equal(log.find(({ bookingId }) => bookingId === first.booking.id)?.attempts, 2);
});

Deno.test("a process that dies while it tells leaves the delivery to the next one, under the same id", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  const { booking } = await aStoredBooking(bench.services);
  bench.receiver.answer = () => new Response("", { status: 500 });
  await bench.tell();
  bench.clock.advance({ minutes: 1 });
  // Claimed, and nothing more is heard of whoever claimed it.
  assert.notEqual(await bench.services.deliveries.claim(endpoint.id, booking.id), null);
  bench.receiver.answer = () => new Response("ok");
  await bench.tell();
  assert.equal(bench.receiver.received.length, 1);
  bench.clock.advance({ milliseconds: LEASE_MS });
  await bench.tell();
  const ids = bench.receiver.received.map(({ headers }) => headers.get("webhook-id"));
  assert.deepEqual(ids, [`evt-${booking.id}-1`, `evt-${booking.id}-1`]);
});

Deno.test("news that a dead process had put into some lines is put into the others alone", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  await bench.subscribe("/other");
  const { booking } = await aStoredBooking(bench.services);
  const [row] = await bench.services.bookings.listDay(booking.trip.pickup.wallTime.slice(0, 10));
  const change = { type: "confirmed", act: null, at: booking.createdAt, undid: null } as const;
  const news = newsOf({ ...change, due: booking.createdAt, summary: row ?? assert.fail() });
  // The first of two lines has it, and nobody took the news away.
  await bench.services.deliveries.add(endpoint.id, news ?? assert.fail());
  for (let round = 0; round < 3; round++) await bench.tell();
  const told = bench.receiver.received.map(({ path }) => path);
  assert.deepEqual(told.sort(), ["/hook", "/other"]);
});

Deno.test("an endpoint that takes nothing for three days is switched off, its next events wait, and go on once it is on", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  await bench.subscribe("/other");
  await aStoredBooking(bench.services);
  bench.receiver.answer = ({ path }) => new Response("", { status: path === "/hook" ? 404 : 200 });
  for (let ms = 0; ms <= GIVE_UP_MS + 60 * 60_000; ms += 60 * 60_000) {
    await bench.tell();
    bench.clock.advance({ hours: 1 });
  }
  const off = (await bench.services.endpoints.get(endpoint.id)).value;
  assert(off?.state.kind === "off" && off.state.why === "failing");
  const told = recordsOf(bench.test.records, "error");
  assert.deepEqual(told.map(({ event, id }) => [event, id]), [
    ["a subscriber's webhook is switched off", endpoint.id],
  ]);
  assert.equal((await bench.services.deliveries.list(endpoint.id, 10))[0]?.state, "dead");
  const { booking } = await aStoredBooking(bench.services, { wallTime: "2026-12-01T10:00" });
  const asked = () => bench.receiver.received.filter(({ path }) => path === "/hook").length;
  const before = asked();
  await bench.tell();
  assert.equal(asked(), before);
  bench.receiver.answer = () => new Response("ok");
  await switchEndpoint(bench.services, endpoint.id, "on");
  await bench.tell();
  assert.equal(bench.receiver.received.at(-1)?.headers.get("webhook-id"), `evt-${booking.id}-1`);
  assert.equal(asked(), before + 1);
});

Deno.test("an endpoint that says it is gone is switched off at once, and one that was switched off is told nothing later", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  bench.receiver.answer = () => new Response("", { status: 410 });
  await aStoredBooking(bench.services);
  await bench.tell();
  const gone = (await bench.services.endpoints.get(endpoint.id)).value?.state;
  assert(gone?.kind === "off" && gone.why === "gone");
  bench.receiver.answer = () => new Response("ok");
  await switchEndpoint(bench.services, endpoint.id, "off");
  await aStoredBooking(bench.services);
  await bench.tell();
  await switchEndpoint(bench.services, endpoint.id, "on");
  await bench.tell();
  assert.equal(bench.receiver.received.length, 1);
});

Deno.test("while a secret takes the place of another both sign, for a day; then the new one alone", async () => {
  await using bench = await subscriberBench();
  const { endpoint, shown: old } = await bench.subscribe();
  const fresh = await rotateSecret(bench.services, endpoint.id);
  const believes = async (secret: string) => {
    await aStoredBooking(bench.services);
    await bench.tell();
    return isSignedBy(secret, bench.receiver.received.at(-1) ?? assert.fail());
  };
  assert.deepEqual([await believes(old), await believes(fresh)], [true, true]);
  bench.clock.advance({ hours: 24, seconds: 1 });
  assert.deepEqual([await believes(old), await believes(fresh)], [false, true]);
  const stored = JSON.stringify((await bench.services.endpoints.get(endpoint.id)).value);
  for (const secret of [old, fresh]) assert(!stored.includes(secret.slice(6)));
});

Deno.test("events nobody asked for are not told, and a delivery or a span is sent again under the same ids", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe("/hook", ["booking.cancelled"]);
  const { endpoint: all } = await bench.subscribe("/all");
  await aStoredBooking(bench.services);
  bench.clock.advance({ seconds: 1 });
  await aStoredBooking(bench.services);
  await bench.tell();
  assert.deepEqual(bench.receiver.received.map(({ path }) => path), ["/all", "/all"]);
  assert.deepEqual(await bench.services.deliveries.list(endpoint.id, 10), []);
  const ids = () => bench.receiver.received.map(({ headers }) => headers.get("webhook-id"));
  const sent = ids();
  const [newest = assert.fail()] = await bench.services.deliveries.list(all.id, 10);
  assert.equal(await replayDelivery(bench.services, all.id, newest.id), true);
  assert.equal(await replayDelivery(bench.services, all.id, newest.id), false, "it waits already");
  await bench.tell();
  assert.equal(ids().at(-1), newest.eventId);
  const span = { fromMs: 0, untilMs: Infinity };
  const failed = await replaySpan(bench.services, all.id, { ...span, withDelivered: false });
  assert.deepEqual(failed, { count: 0, isMore: false });
  await replaySpan(bench.services, all.id, { ...span, withDelivered: true });
  await bench.tell();
  assert.deepEqual(ids().slice(3).toSorted(), sent.toSorted());
  assert.equal(await replayDelivery(bench.services, all.id, "nothing"), false);
});

Deno.test("a test is sent at once, signed, and says what became of it", async () => {
  await using bench = await subscriberBench();
  const { endpoint, shown } = await bench.subscribe();
  assert.deepEqual(await tryEndpoint(bench.services, endpoint.id), {
    ...{ kind: "delivered", status: 200 },
  });
  const received = bench.receiver.received[0] ?? assert.fail();
  assert(isSignedBy(shown, received));
  assert.equal(JSON.parse(received.body).type, "webhook.test");
  bench.receiver.answer = () => Response.redirect("http://127.0.0.1:1/", 302);
  const failed = await tryEndpoint(bench.services, endpoint.id);
  assert(failed.kind === "failed" && failed.status === 302);
});

Deno.test("an endpoint whose name leads inside by now is not called, whoever added it", async () => {
  await using bench = await subscriberBench();
  const { endpoint } = await bench.subscribe();
  const inside = { ...endpoint, url: "https://10.0.0.7/hook" };
  const { subscribers } = bench.services;
  const post = {
    endpointId: endpoint.id,
    url: inside.url,
    eventId: "evt",
    body: "{}",
    secrets: [],
  };
  const outcome = await subscribers.post(post);
  assert(outcome.kind === "failed" && outcome.said.includes("leads-inside"));
});
