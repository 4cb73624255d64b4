// A customer's whole way over the API: places → quote → book → read → move → cancel.
import assert from "node:assert/strict";
import { auditBookings } from "../support/booking-audit.ts";
import { jsonRequest, ORIGIN, testApp, type TestHandler } from "../support/app.ts";
import { testServices } from "../support/services.ts";

const MAJA = { name: "Maja Öberg", phone: "070-123 45 67", email: "" };

Deno.test("a customer finds places, gets a price, books, reads, moves and cancels over the API", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { places: from } = await read(app, "/api/places?q=landvetter");
  const { places: to } = await read(app, "/api/places?q=ostra%20hamngatan");
  const trip = {
    from: { words: "Landvetter", placeId: from[0].id },
    to: { words: "Östra Hamngatan 24", placeId: to[0].id },
    pickup: { wallTime: "2026-11-24T10:00" },
    passengers: 2,
  };

  const preview = await send(app, "/api/quotes", { ...trip, preview: true }, 200);
  assert.equal(preview.id, undefined);
  const quote = await send(app, "/api/quotes", trip, 201);
  assert.deepEqual(quote.options, preview.options);
  assert.deepEqual(await read(app, `/api/quotes/${quote.id}`), quote);

  const purchase = { quoteId: quote.id, vehicleClass: "standard", contact: MAJA, note: "Ring på" };
  const { booking, link } = await send(app, "/api/bookings", purchase, 201);
  assert.equal(booking.status, "confirmed");
  assert.equal(booking.trip.totalOre, quote.options[0].totalOre);
  assert.equal(booking.contact.phone, "+46701234567");
  const again = await send(app, "/api/bookings", purchase, 201);
  assert.deepEqual(again, { booking, link });

  const seen = await read(app, `/api/bookings/${link}`);
  assert.deepEqual(seen.events.map((event: { type: string }) => event.type), ["confirmed"]);
  const { events: _, ...sameBooking } = seen;
  assert.deepEqual(sameBooking, booking);

  const move = `/api/bookings/${link}/reschedule`;
  const later = await send(app, move, { pickup: { wallTime: "2026-11-24T15:00" } }, 201);
  const moved = await send(app, move, { quoteId: later.id }, 200);
  assert.equal(moved.trip.pickup.wallTime, "2026-11-24T15:00");
  assert.equal(moved.reference, booking.reference);

  const cancel = { reason: "Sjuk", expectedFeeOre: moved.cancellation.feeOre };
  const cancelled = await send(app, `/api/bookings/${link}/cancel`, cancel, 200);
  assert.equal(cancelled.status, "cancelled");
  assert.deepEqual(await send(app, `/api/bookings/${link}/cancel`, cancel, 200), cancelled);
  const after = await read(app, `/api/bookings/${link}`);
  assert.deepEqual(
    after.events.map((event: { type: string }) => event.type),
    ["confirmed", "rescheduled", "cancelled"],
  );
  await auditBookings(test.services.db);
});

Deno.test("what a client adds to a body changes nothing: price, status and driver are the server's", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await send(app, "/api/quotes", {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
    pickup: { wallTime: "2026-11-24T10:00", instant: "2020-01-01T00:00:00Z" },
    totalOre: 1,
    options: [],
  }, 201);
  const { booking } = await send(app, "/api/bookings", {
    quoteId: quote.id,
    vehicleClass: "standard",
    contact: { ...MAJA, role: "operator" },
    totalOre: 1,
    price: 1,
    status: "completed",
    driverId: "D01",
    role: "operator",
    version: 9,
  }, 201);
  assert.equal(booking.trip.totalOre, quote.options[0].totalOre);
  assert.equal(booking.status, "confirmed");
  assert.equal(booking.hasDriver, false);
  assert.equal(booking.version, 1);
  assert.deepEqual(Object.keys(booking.contact).sort(), ["email", "name", "phone"]);
});

Deno.test("a customer's view holds no ids of bookings or drivers and no names of operators", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await send(app, "/api/quotes", {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
    pickup: { wallTime: "2026-11-24T10:00" },
  }, 201);
  const purchase = { quoteId: quote.id, vehicleClass: "standard", contact: MAJA };
  const { booking } = await send(app, "/api/bookings", purchase, 201);
  assert.equal("id" in booking, false);
  assert.equal("reservation" in booking, false);
  assert.equal("driverId" in booking, false);
});

Deno.test("answers about bookings and prices are kept by no cache; those about places by everybody's", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const cacheOf = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    await response.body?.cancel();
    return response.headers.get("cache-control");
  };
  assert.equal(await cacheOf("/api/bookings/unknown"), "no-store");
  assert.equal(await cacheOf("/api/quotes/unknown"), "no-store");
  // Without a language in the address they depend on the reader's cookie.
  assert.equal(await cacheOf("/api/places?q=x"), "private, max-age=60");
  const shared = await cacheOf("/api/places?q=x&locale=sv") ?? "";
  assert.match(shared, /^public, max-age=60, s-maxage=3600\b/);
});

Deno.test("a problem speaks the client's language and repeats the reference that the log has", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const problem = async (cookie: string) => {
    const request = new Request(`${ORIGIN}/api/bookings/unknown`, { headers: { cookie } });
    return await (await app(request)).json();
  };
  assert.match((await problem("avanti-locale=en")).detail, /link/i);
  const swedish = await problem("");
  assert.match(swedish.detail, /Länken/);
  assert.match(swedish.requestId, /^[3-9A-Y]{4}-[3-9A-Y]{4}$/);
});

async function read(app: TestHandler, path: string) {
  const response = await app(new Request(ORIGIN + path));
  assert.equal(response.status, 200, path);
  return await response.json();
}

async function send(app: TestHandler, path: string, body: unknown, status: number) {
  const response = await app(jsonRequest(path, body, { "idempotency-key": "one purchase" }));
  const answer = await response.json();
  assert.equal(response.status, status, `${path}: ${JSON.stringify(answer)}`);
  return answer;
}
