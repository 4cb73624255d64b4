// One request to the API for every code it can answer with, and what makes the product answer so.
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import type { ErrorCode } from "../../lib/errors/error-code.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import {
  MAX_MOVES,
  quoteReschedule,
  rescheduleBooking,
} from "../../lib/booking/reschedule-booking.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { pricingServices } from "../../lib/pricing/services.ts";
import type { TariffBook } from "../../lib/pricing/tariff-rules.ts";
import { DEMO_DRIVERS, DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { AMBIGUOUS_CASES } from "./ambiguous-cases.ts";
import { signedIn } from "./api-operator.ts";
import { jsonRequest, ORIGIN, testApp } from "./app.ts";
import type { RouteAnswer } from "../../lib/routing/route.ts";
import { anErasedBooking } from "./erased-booking.ts";
import type { TestServices } from "./services.ts";
import { aQuote, aStoredBooking, aTrip, MAJA } from "./trips.ts";

/** Makes the product answer with one code. */
export type Provoke = (test: TestServices) => Promise<Response>;

const TRIP = {
  from: { words: "Landvetter", placeId: "airport:GOT" },
  to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
  pickup: { wallTime: "2026-11-24T10:00" },
};

/** The requests by code. */
export const PROBLEM_CASES: Partial<Readonly<Record<ErrorCode, Provoke>>> = {
  "body-too-slow": ({ services }) => {
    const crumbs = ReadableStream.from(Array.from({ length: 600 }, () => Uint8Array.of(32)));
    return ask(services, raw(crumbs, "application/json"));
  },
  "body-unreadable": ({ services }) =>
    ask(services, raw(Uint8Array.of(0x7b, 0xff), "application/json")),
  "json-malformed": ({ services }) => ask(services, raw("{", "application/json")),
  "json-too-deep": ({ services }) => ask(services, raw("[".repeat(21), "application/json")),
  ...AMBIGUOUS_CASES,
  "unsupported-media-type": ({ services }) => ask(services, raw("a=1", "text/plain")),
  "host-unknown": ({ services }) =>
    ask(services, new Request("http://elsewhere.example/api/places?q=g")),
  "method-not-allowed": ({ services }) =>
    ask(services, new Request(`${ORIGIN}/api/quotes`, { method: "PUT" })),
  "idempotency-key-missing": ({ services }) => post(services, "/api/bookings", {}),
  "idempotency-key-too-long": ({ services }) =>
    post(services, "/api/bookings", {}, { "idempotency-key": "x".repeat(256) }),
  "too-large": ({ services }) =>
    ask(services, raw("x".repeat(MAX_BODY_BYTES + 1), "application/json")),
  "address-too-long": ({ services }) => get(services, `/api/places?q=${"x".repeat(8_192)}`),
  "cross-origin": async ({ services }) =>
    await command(services, (await aStoredBooking(services)).booking.id, {}, {
      "sec-fetch-site": "cross-site",
    }),
  "not-found": ({ services }) => get(services, "/api/nothing"),
  invalid: ({ services }) => post(services, "/api/quotes", { ...TRIP, from: { words: 5 } }),
  "quote-not-found": ({ services }) => get(services, "/api/quotes/none"),
  "quote-expired": async ({ services, clock }) => {
    const quote = await aQuote(services);
    clock.advance({ hours: 1 });
    return await buy(services, quote.id);
  },
  "quote-used": async ({ services }) => {
    const quote = await aQuote(services);
    await aStoredBooking(services, { quote });
    return await buy(services, quote.id);
  },
  "quote-altered": async ({ services }) => {
    const quote = await aQuote(services);
    const cheap = { ...quote, options: quote.options.map((one) => ({ ...one, totalOre: 100 })) };
    const key = pricingKeys.quote(quote.id);
    await new Transaction(services.db).set(key, cheap).commit();
    return await buy(services, quote.id);
  },
  "quote-for-other-booking": async ({ services }) => {
    const { link } = await aStoredBooking(services);
    const { pickup } = aTrip({ wallTime: "2026-11-24T13:00" });
    const move = await quoteReschedule(services, { link, pickup });
    return await buy(services, move.id);
  },
  "class-not-offered": async ({ services }) => {
    const quote = await aQuote(services, { passengers: 8 });
    return await buy(services, quote.id);
  },
  "no-route-same-point": ({ services }) =>
    post(services, "/api/quotes", { ...TRIP, to: TRIP.from }),
  "no-route-abroad": ({ services }) => priceOver(services, { ok: false, reason: "abroad" }),
  "no-route-no-road": ({ services }) => priceOver(services, { ok: false, reason: "no-road" }),
  "no-route-no-crossing": ({ services }) =>
    priceOver(services, { ok: false, reason: "no-crossing" }),
  "pickup-too-soon": ({ services }) => priceAt(services, "2026-11-23T06:01"),
  "pickup-too-late": ({ services }) => priceAt(services, "2029-11-23T06:00"),
  "no-class-fits": ({ services }) =>
    post(services, "/api/quotes", { ...TRIP, extras: { childSeats: 4, pets: 0, extraLuggage: 0 } }),
  "no-tariff": ({ services }) => priceBy(services, { tariffs: [], unreadable: [] }),
  "tariff-unreadable": ({ services }) =>
    priceBy(services, { tariffs: [], unreadable: DEMO_TARIFFS }),
  "no-vehicle-free": async ({ services }) => {
    await services.fleet.save(DEMO_VEHICLES.map((one) => ({ ...one, inTraffic: false })), []);
    return await buy(services, (await aQuote(services)).id);
  },
  "vehicle-not-free": async ({ services }) => {
    const [{ booking }, other] = [await aStoredBooking(services), await aStoredBooking(services)];
    return await assign(services, booking.id, driverOf(other.booking.reservation.vehicleId));
  },
  "vehicle-not-found": async ({ services }) => {
    const { booking } = await aStoredBooking(services);
    const { vehicleId } = booking.reservation;
    const driver = driverOf(DEMO_VEHICLES.find(({ id }) => id !== vehicleId)?.id ?? "");
    const lost = DEMO_DRIVERS.filter(({ id }) => id === driver);
    const gone = fleetKeys.vehicle(lost[0]?.vehicleId ?? vehicleId);
    await new Transaction(services.db).delete(gone).commit();
    await services.fleet.save([], lost);
    return await assign(services, booking.id, driver);
  },
  "driver-not-found": async ({ services }) =>
    await assign(services, (await aStoredBooking(services)).booking.id, "D99"),
  "booking-not-found": async ({ services }) =>
    await get(services, "/api/admin/bookings/01KAMZ8N00AVANT1TESTQ0TE09", await signedIn(services)),
  "booking-state": async ({ services }) =>
    await command(services, (await aStoredBooking(services)).booking.id, { type: "complete" }),
  "booking-changed": async ({ services }) =>
    await command(services, (await aStoredBooking(services)).booking.id, {
      type: "depart",
      expectedVersion: 7,
    }),
  "field-fixed": async ({ services }) => {
    const { booking } = await aStoredBooking(services);
    await assign(services, booking.id, driverOf(booking.reservation.vehicleId));
    await command(services, booking.id, { type: "depart", expectedVersion: 2, confirmed: true });
    return await change(services, booking, { vehicleClass: "premium", expectedVersion: 3 });
  },
  "nothing-changed": async ({ services }) =>
    await change(services, (await aStoredBooking(services)).booking, { passengers: 2 }),
  "price-changed": async ({ services }) =>
    await change(services, (await aStoredBooking(services)).booking, { vehicleClass: "van" }),
  "car-unfit": async ({ services }) => {
    const { booking } = await aStoredBooking(services, { vehicleClass: "van" });
    return await assign(services, booking.id, "D01");
  },
  "outage-not-found": async ({ services }) => {
    const body = { type: "back-in-traffic", outageId: "01KAMZ8N00AVANT1TESTQ0TE09" };
    return await post(services, "/api/admin/vehicles/V01/outages", body, await signedIn(services));
  },
  "act-unlikely": async ({ services }) => {
    const { booking } = await aStoredBooking(services);
    const driver = driverOf(booking.reservation.vehicleId);
    await assign(services, booking.id, driver);
    return await command(services, booking.id, { type: "depart", expectedVersion: 2 });
  },
  "no-show-too-soon": async ({ services }) => {
    const { booking } = await aStoredBooking(services);
    const driver = driverOf(booking.reservation.vehicleId);
    await assign(services, booking.id, driver);
    for (const [i, type] of ["depart", "arrive"].entries()) {
      const confirmed = { type, expectedVersion: 2 + i, confirmed: true };
      await command(services, booking.id, confirmed);
    }
    return await command(services, booking.id, { type: "mark-no-show", expectedVersion: 4 });
  },
  "act-not-found": ({ services }) => undo(services, "01KAMZ8N00AVANT1TESTQ0TE09"),
  "undo-too-late": async ({ services, clock }) => {
    const { booking } = await aStoredBooking(services);
    const act = await assignedAct(services, booking);
    clock.advance({ seconds: 10 });
    return await undo(services, act);
  },
  "undo-overtaken": async ({ services }) => {
    const { booking } = await aStoredBooking(services);
    const act = await assignedAct(services, booking);
    await command(services, booking.id, { type: "unassign", expectedVersion: 2, reason: "byte" });
    return await undo(services, act);
  },
  "reschedule-too-late": async ({ services, clock }) => {
    const { link } = await aStoredBooking(services);
    clock.advance({ hours: 27, minutes: 45 });
    const pickup = { wallTime: "2026-11-25T10:00" };
    return await post(services, `/api/bookings/${link}/reschedule`, { pickup });
  },
  "moved-too-often": async ({ services }) => {
    const { link } = await aStoredBooking(services);
    for (let i = 0; i < MAX_MOVES; i++) {
      const { pickup } = aTrip({ wallTime: `2026-11-24T${i % 2 === 0 ? "13" : "14"}:00` });
      const quote = await quoteReschedule(services, { link, pickup });
      await rescheduleBooking(services, { link, quoteId: quote.id });
    }
    const pickup = { wallTime: "2026-11-24T15:00" };
    return await post(services, `/api/bookings/${link}/reschedule`, { pickup });
  },
  "cancellation-fee-changed": async ({ services }) => {
    const { link } = await aStoredBooking(services);
    return await post(services, `/api/bookings/${link}/cancel`, { expectedFeeOre: 5 });
  },
  "idempotency-key-reused": async ({ services }) => {
    await buy(services, (await aQuote(services)).id);
    return await buy(services, (await aQuote(services)).id);
  },
  "booking-erased": async ({ services }) => get(services, await anErasedBooking(services)),
  "link-invalid": ({ services }) => get(services, "/api/bookings/unknown"),
  "not-signed-in": ({ services }) => get(services, "/api/admin/jobs"),
  "token-invalid": async ({ services }) =>
    await command(services, (await aStoredBooking(services)).booking.id, {}, {
      "x-avanti-form-token": "x",
    }),
  busy: async ({ services, stop }) => {
    stop.abort();
    return await get(services, "/api/admin/events", await signedIn(services));
  },
  "service-unavailable": ({ services }) =>
    priceOver(services, new GatewayError("osrm", "status 502", true)),
  "network-unavailable": ({ services }) =>
    priceOver(services, new GatewayError("osrm", "refused", true, { isUnreached: true })),
  "too-many-bookings": async ({ services }) => {
    const { config } = services;
    Object.assign(services, { config: { ...config, mostBookingsHeld: 1 } });
    await buy(services, (await aQuote(services)).id);
    return await buy(services, (await aQuote(services)).id, "another purchase");
  },
  "too-many-requests": ({ services }) => {
    const { callLimits } = services;
    const refused = { isAllowed: false, left: 0, waitMs: 1_500, fullInMs: 60_000 };
    callLimits.take = (pace) => ({ pace, ...refused });
    return post(services);
  },
  overloaded: async ({ services }) => {
    const { shedder, rush } = services;
    shedder.enter = () => false;
    const shed = { book: 0, quote: 1, search: 0, rest: 0 };
    shedder.state = () => ({ underWay: 8, isRush: true, shed });
    const response = await post(services);
    rush.look();
    return response;
  },
  "database-unavailable": ({ services }) => {
    services.db.write.atomic = () => {
      throw new GatewayError("kv", "The database failed: the disk is full", true);
    };
    return post(services);
  },
  internal: ({ services }) => priceOver(services, new TypeError("planted")),
};

const MONEY = "no route of the API changes payments";
/** Codes that no request to the API brings about, and why they are there. */
export const NOT_PROVOKED: Partial<Readonly<Record<ErrorCode, string>>> = {
  "too-many-tries": "the search for a ticket is a page; routes of the API count requests",
  "not-allowed": "nobody of another role is let in yet",
  "person-not-found": "no route of the API changes people yet",
  "address-taken": "no route of the API changes people yet",
  "own-rights": "no route of the API changes people yet",
  "last-admin": "no route of the API changes people yet",
  "too-many-grants": "no route of the API changes people yet",
  "request-state": "no route of the API takes requests for data",
  "request-too-late": "no route of the API takes requests for data",
  "four-eyes": "no route of the API takes requests for data",
  ...{ "payment-state": MONEY, "payment-amount": MONEY, "invoice-refused": MONEY },
  "consent-unknown": "no route of the API takes consents",
  "bad-request": "what a framework may refuse that the product has no code for",
};

async function ask(services: Services, request: Request): Promise<Response> {
  return await (await testApp(services))(request);
}

function get(services: Services, path: string, headers: HeadersInit = {}): Promise<Response> {
  return ask(services, new Request(ORIGIN + path, { headers }));
}

function post(
  services: Services,
  path = "/api/quotes",
  body: unknown = TRIP,
  headers: Record<string, string> = {},
): Promise<Response> {
  return ask(services, jsonRequest(path, body, headers));
}

function raw(body: BodyInit, type: string): Request {
  const headers = { "content-type": type };
  return new Request(`${ORIGIN}/api/quotes`, { method: "POST", headers, body });
}

function buy(services: Services, quoteId: string, key = "one purchase"): Promise<Response> {
  const body = { quoteId, vehicleClass: "standard", contact: MAJA };
  return post(services, "/api/bookings", body, { "idempotency-key": key });
}

function priceAt(services: Services, wallTime: string): Promise<Response> {
  return post(services, "/api/quotes", { ...TRIP, pickup: { wallTime } });
}

/** Prices a trip over an engine that answers or fails as told. */
function priceBy(services: Services, book: TariffBook): Promise<Response> {
  const own = { book: () => Promise.resolve(book) };
  return post({ ...services, tariffs: Object.assign(Object.create(services.tariffs), own) });
}

function priceOver(services: Services, answer: RouteAnswer | Error): Promise<Response> {
  const route = () => answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  return post({ ...services, ...pricingServices({ ...services, routing: { route } }) });
}

async function command(
  services: Services,
  bookingId: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const operator = await signedIn(services);
  const path = `/api/admin/bookings/${bookingId}/commands`;
  return await post(services, path, { expectedVersion: 1, ...body }, { ...operator, ...headers });
}

function assign(services: Services, bookingId: string, driverId: string): Promise<Response> {
  return command(services, bookingId, { type: "assign", driverId });
}

async function assignedAct(services: Services, { id, reservation }: Booking): Promise<string> {
  const response = await assign(services, id, driverOf(reservation.vehicleId));
  return (await response.json()).act.id;
}

async function undo(services: Services, act: string): Promise<Response> {
  return await post(services, `/api/admin/acts/${act}`, { type: "undo" }, await signedIn(services));
}

async function change(
  services: Services,
  { id, trip }: Booking,
  body: Record<string, unknown>,
): Promise<Response> {
  const seen = { expectedVersion: 1, expectedTotalOre: trip.totalOre };
  const path = `/api/admin/bookings/${id}/changes`;
  return await post(services, path, { ...seen, ...body }, await signedIn(services));
}

function driverOf(vehicleId: string): string {
  const driver = DEMO_DRIVERS.find((one) => one.vehicleId === vehicleId);
  assert(driver, `No demo driver has ${vehicleId}`);
  return driver.id;
}
