// Every route of the API with a request that it accepts. The list comes from the route files, so a new route
// without an entry here fails the tests that use it.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { signedIn } from "./api-operator.ts";
import { apiRouteFiles } from "./api-route-files.ts";
import { ORIGIN } from "./app.ts";
import { dispatchCases } from "./dispatch-cases.ts";
import { aDeadJob } from "./dead-jobs.ts";
import { aFaultFromNowhere } from "./fault-reports.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { aBrowser } from "./push.ts";
import { aReportedSms } from "./sms.ts";
import { aQuote, aStoredBooking } from "./trips.ts";

/** A place in a JSON body: names of fields from the outside in. */
export type FieldPath = readonly string[];

/** One route and a request that it answers with 2xx. */
export interface ApiCase {
  /** Path below `routes/api/`. */
  file: string;
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: Record<string, unknown>;
  /** The fields of a form, for a route that takes one. */
  form?: Record<string, string>;
  /** Status of the valid request; null for a route that refuses everybody. */
  accepts: number;
  /** The part of `path` a client chooses, or null. */
  id: string | null;
  /** Fields that cannot be left out. */
  required: readonly FieldPath[];
  /** Values that have the right type and are wrong all the same. */
  wrong: readonly (readonly [FieldPath, readonly unknown[]])[];
  /** Query strings that must be refused. */
  wrongQueries: readonly string[];
  /** Headers that must be refused; a null value leaves the header out. */
  wrongHeaders: readonly Record<string, string | null>[];
}

/** The cases over a database of their own things: quotes, bookings and an operator's session. */
export async function apiCases(services: Services): Promise<ApiCase[]> {
  const json = { "content-type": "application/json" };
  const operator = await signedIn(services);
  const [quote, toRead, toCancel, toMove, toCommand] = await Promise.all([
    aQuote(services),
    aStoredBooking(services),
    aStoredBooking(services),
    aStoredBooking(services),
    aStoredBooking(services),
  ]);
  const report = await aReportedSms(services);
  await aDeadJob(services, { id: "01KAMZ8N00AVANT1TESTQ0TE09" });
  // The driver of the vehicle that is reserved already: any other may be taken.
  const drivers = await services.fleet.drivers();
  const { vehicleId } = toCommand.booking.reservation;
  const driver = drivers.find((one) => one.vehicleId === vehicleId)?.id;
  const cases: (Pick<ApiCase, "file" | "path"> & Partial<ApiCase>)[] = [
    { file: "openapi.json.ts", path: "/api/openapi.json" },
    { file: "places.ts", path: "/api/places?q=landvetter" },
    {
      file: "pins.ts",
      method: "POST",
      path: "/api/pins",
      headers: json,
      body: { lat: 57.70887, lng: 11.97456, reachMeters: 900 },
      required: [["lat"], ["lng"]],
      wrong: [
        [["lat"], [48.1, 91, 1e6, -91]],
        [["lng"], [181, -1e6]],
        [["reachMeters"], [-1, 1e9]],
      ],
    },
    {
      file: "faults/index.ts",
      method: "POST",
      path: paths.api.faults(),
      headers: { ...json, "sec-fetch-site": "same-origin" },
      accepts: 201,
      body: aFaultFromNowhere(),
      required: [["told"], ["island"], ["type"], ["message"], ["steps"]],
      wrong: [
        [["told"], ["click", ""]],
        [["island"], ["Maja Öberg", "070-123 45 67", "x".repeat(31)]],
        [["type"], ["Type Error", "1"]],
        [["message"], ["x".repeat(501)]],
        [["positions"], [[["../../deno.json", 1, 1]], [["A-ABCDEFGH.js", -1, 1]]]],
        [["vitals"], [{ lcp: -1 }, { cls: 0.5 }]],
        [["steps"], [["click"], Array.from({ length: 42 }, () => ["click", 1])]],
      ],
      wrongHeaders: [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": null }],
    },
    {
      file: "bookings/[link]/push.ts",
      method: "POST",
      path: paths.api.followBooking(toRead.link),
      id: toRead.link,
      headers: json,
      accepts: 204,
      body: { ...aBrowser("https://fcm.googleapis.com/x").subscription, isWanted: true },
      required: [["endpoint"], ["p256dh"], ["auth"], ["isWanted"]],
      wrong: [
        [["endpoint"], ["https://10.0.0.7/", "http://fcm.googleapis.com/x", "x", ""]],
        [["p256dh"], ["x", "A".repeat(88)]],
        [["auth"], ["x", "A".repeat(23)]],
      ],
    },
    {
      file: "sms/[token].ts",
      method: "POST",
      path: paths.api.smsReport(report),
      id: report,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      accepts: 204,
      form: { id: "s70df59406a1b4643b96f3f91e0bfb7b0", status: "delivered" },
      wrongHeaders: [{ "content-type": null }, { "content-type": "application/json" }],
    },
    // Nobody's signature is right where no secret is set.
    { file: "stripe/events.ts", method: "POST", path: paths.api.stripeEvents, accepts: 400 },
    {
      file: "quotes/index.ts",
      method: "POST",
      path: "/api/quotes",
      headers: json,
      accepts: 201,
      body: {
        from: { words: "Landvetter", placeId: "airport:GOT" },
        to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
        pickup: { wallTime: "2026-11-24T10:00", overlap: "earlier" },
        passengers: 2,
        bags: 1,
        wheelchairs: 0,
        extras: { childSeats: 0, pets: 1, extraLuggage: 0 },
        preview: false,
      },
      required: [["from"], ["to"], ["pickup"], ["from", "words"], ["pickup", "wallTime"]],
      wrong: [
        [["pickup", "wallTime"], ["2026-11-24", "2026-13-24T10:00", "2026-11-24T25:00", "nu", ""]],
        [["pickup", "wallTime"], ["1999-01-01T10:00", "2199-01-01T10:00", "2027-03-28T02:30"]],
        [["pickup", "overlap"], ["both", ""]],
        [["from", "words"], ["x".repeat(2_000), "😀".repeat(600)]],
        [["passengers"], [0, 9, -1, 1e6, 2.5]],
        [["bags"], [-1, 13]],
        [["wheelchairs"], [-1, 3, 0.5]],
        [["extras", "pets"], [5, -1]],
        [["from"], [{ words: "" }, { words: "\u0000\u0007" }, { words: "qqxxyyzz" }]],
        [["to"], [{ words: "Landvetter", placeId: "airport:GOT" }, { words: "", placeId: "" }]],
      ],
    },
    {
      file: "quotes/[quoteId].ts",
      path: `/api/quotes/${quote.id}`,
      id: quote.id,
    },
    {
      file: "bookings/index.ts",
      method: "POST",
      path: "/api/bookings",
      headers: { ...json, "idempotency-key": "one purchase" },
      accepts: 201,
      body: {
        quoteId: quote.id,
        vehicleClass: "standard",
        contact: { name: "Maja Öberg", phone: "070-123 45 67", email: "maja@example.org" },
        flightNumber: "SK 1436",
        note: "Ring på",
      },
      required: [["quoteId"], ["vehicleClass"], ["contact"], ["contact", "name"]],
      wrong: [
        [["quoteId"], ["", "x".repeat(65), "01KAMZ8N00AVANT1TESTQ0TE09", "__proto__", "😀"]],
        [["vehicleClass"], ["limousine", "Standard", "toString", ""]],
        [["contact", "name"], ["", " \n\t", "x".repeat(81), "\u0001\u0002", "x".repeat(1_001)]],
        [["contact", "phone"], ["", "112", "+460", "070-123 45 67 8901234", "ringare", "０７０"]],
        [["contact", "email"], ["maja", "@", "a@b", "a b@c.se", `${"x".repeat(65)}@c.se`]],
        [["contact", "email"], [`a@${"b".repeat(260)}.se`, "a@b.se\r\nBcc: c@d.se"]],
        [["flightNumber"], ["1436", "SK", "SK14360", "SK1436, SK1437", "Scandinavian 1436"]],
        [["note"], ["x".repeat(501), "å".repeat(10_001)]],
      ],
      wrongHeaders: [{ "idempotency-key": null }, { "idempotency-key": "x".repeat(256) }],
    },
    {
      file: "bookings/[link]/index.ts",
      path: `/api/bookings/${toRead.link}`,
      id: toRead.link,
    },
    {
      file: "bookings/[link]/events.ts",
      path: `/api/bookings/${toRead.link}/events`,
      id: toRead.link,
    },
    {
      file: "bookings/[link]/cancel.ts",
      method: "POST",
      path: `/api/bookings/${toCancel.link}/cancel`,
      id: toCancel.link,
      headers: json,
      body: { reason: "Sjuk", expectedFeeOre: 0 },
      required: [["expectedFeeOre"]],
      wrong: [[["expectedFeeOre"], [1, -1, 100_000]], [["reason"], ["x".repeat(501)]]],
    },
    {
      file: "bookings/[link]/reschedule.ts",
      method: "POST",
      path: `/api/bookings/${toMove.link}/reschedule`,
      id: toMove.link,
      headers: json,
      accepts: 201,
      body: { pickup: { wallTime: "2026-11-24T12:00", overlap: "earlier" } },
      required: [["pickup"], ["pickup", "wallTime"]],
      wrong: [
        [["pickup", "wallTime"], ["2026-11-24", "2026-13-24T10:00", "1999-01-01T10:00", ""]],
        [["pickup", "overlap"], ["both"]],
        [["pickup"], [{ wallTime: "2027-03-28T02:30" }]],
      ],
    },
    {
      file: "admin/bookings/index.ts",
      path: "/api/admin/bookings?date=2026-11-24",
      headers: operator,
      wrongQueries: [
        "?cursor=x",
        "?cursor=",
        `?cursor=${"x".repeat(2_000)}`,
        "?cursor=a.b&cursor=c",
      ],
    },
    {
      file: "admin/bookings/[bookingId]/index.ts",
      path: `/api/admin/bookings/${toCommand.booking.id}`,
      id: toCommand.booking.id,
      headers: operator,
    },
    {
      file: "admin/bookings/[bookingId]/commands.ts",
      method: "POST",
      path: `/api/admin/bookings/${toCommand.booking.id}/commands`,
      id: toCommand.booking.id,
      headers: { ...json, ...operator },
      body: { type: "assign", expectedVersion: 1, driverId: driver },
      required: [["type"], ["expectedVersion"], ["driverId"]],
      wrong: [
        [["type"], ["expire", "reschedule", "toString", "", "depart", "complete", "cancel"]],
        [["expectedVersion"], [0, -1, 2, 7, 1e9]],
        [["driverId"], ["", "D99", "x".repeat(41), "__proto__"]],
      ],
      wrongHeaders: [
        { [FORM_TOKEN_HEADER]: null },
        { [FORM_TOKEN_HEADER]: "x" },
        { origin: "https://evil.example", "sec-fetch-site": null },
        { "sec-fetch-site": "cross-site" },
        { cookie: null },
        { cookie: `${PLAIN_COOKIE}=${"A".repeat(43)}` },
      ],
    },
    ...await dispatchCases(services, { ...json, ...operator }),
    {
      file: "admin/events.ts",
      path: "/api/admin/events",
      headers: operator,
      wrongHeaders: [{ cookie: null }, { cookie: `${PLAIN_COOKIE}=${"A".repeat(43)}` }],
    },
    { file: "admin/cache/index.ts", path: "/api/admin/cache", headers: operator },
    {
      file: "admin/cache/purges.ts",
      method: "POST",
      path: "/api/admin/cache/purges",
      headers: { ...json, ...operator },
      body: { by: "tag", tag: "roads", reason: "New roads" },
      required: [["by"], ["reason"]],
      wrong: [
        [["by"], ["", "Tag", "all", 1]],
        [["tag"], ["", "x".repeat(300), 1]],
        [["reason"], ["", 1, "x".repeat(1_000)]],
      ],
      wrongHeaders: [
        { [FORM_TOKEN_HEADER]: null },
        { origin: "https://evil.example", "sec-fetch-site": null },
        { cookie: null },
      ],
    },
    { file: "admin/jobs/index.ts", path: "/api/admin/jobs", headers: operator },
    {
      file: "admin/jobs/[jobId].ts",
      method: "POST",
      path: "/api/admin/jobs/01KAMZ8N00AVANT1TESTQ0TE09",
      id: "01KAMZ8N00AVANT1TESTQ0TE09",
      headers: { ...json, ...operator },
      accepts: 204,
      body: { type: "drop" },
      required: [["type"]],
      wrong: [[["type"], ["", "Drop", "toString", "delete"]]],
      wrongHeaders: [
        { [FORM_TOKEN_HEADER]: null },
        { origin: "https://evil.example", "sec-fetch-site": null },
        { cookie: null },
      ],
    },
    {
      file: "admin/counts.ts",
      path: "/api/admin/counts?date=2026-11-24",
      headers: operator,
      wrongQueries: [
        "?date=x",
        "?date=",
        "?date=2026-1-1",
        "?date=2026-11-24x",
        "?date=2026-99-99",
        "?date=2026-02-30",
        "?date=%00",
      ],
    },
  ];
  const files = await apiRouteFiles();
  assert.deepEqual(
    cases.map((one) => one.file).sort(),
    files,
    "a route without a case, or a case without a route",
  );
  return cases.map((one) => ({
    method: "GET",
    headers: {},
    accepts: 200,
    id: null,
    required: [],
    wrong: [],
    wrongQueries: [],
    wrongHeaders: [],
    ...one,
  }));
}

/** The request of a case as it is accepted. */
export function validRequest(one: ApiCase): Request {
  const { method, headers, body, form } = one;
  return new Request(ORIGIN + one.path, {
    method,
    headers,
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
