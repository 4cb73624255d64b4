// What the log says about requests: found by the reference a person reads out, and never a secret of a link.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { aLink, anOperator } from "../support/operator.ts";
import { jsonRequest, ORIGIN, testApp } from "../support/app.ts";
import { recordsOf } from "../support/kept-log.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("a refused request is one record with the reference that its answer shows", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await app(new Request(ORIGIN + paths.api.quote("none")));
  const { requestId } = await response.json();
  assert.match(requestId, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.deepEqual(test.records, [{
    time: "2026-11-23T05:00:00Z",
    level: "info",
    event: "request refused",
    requestId,
    method: "GET",
    route: "/api/quotes/:quoteId",
    status: 404,
    code: "quote-not-found",
  }]);
});

Deno.test("a fault of ours is an error with its stack; what people did wrong has none", async () => {
  await using test = await testServices();
  const places = new Proxy(test.services.places, {
    get: () => {
      throw new TypeError("planted");
    },
  });
  const app = await testApp({ ...test.services, places });
  for (const path of [paths.api.places({ q: "landvetter" }), "/api/nothing"]) {
    await (await app(new Request(ORIGIN + path))).body?.cancel();
  }
  const [fault, refused] = test.records;
  assert.deepEqual([fault?.level, fault?.event, fault?.status], ["error", "request failed", 500]);
  assert.match(fault?.stack ?? "", /TypeError: planted/);
  assert.deepEqual([refused?.level, refused?.status, refused?.stack], ["info", 404, undefined]);
});

Deno.test("no secret of a link, no name and no number reaches the log, whatever is asked with them", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const { booking, link } = await aStoredBooking(test.services);
  const token = await aLink(test.services, "Karin");
  const operator = await anOperator(test.services);
  const spoiled = `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`;
  const same = { "sec-fetch-site": "same-origin" };
  const post = { method: "POST", headers: same };
  const asked = [
    ...[link, spoiled].flatMap((one) => [
      new Request(ORIGIN + paths.booking(one)),
      new Request(ORIGIN + paths.booking(one), { method: "PUT" }),
      new Request(ORIGIN + paths.cancelBooking(one), post),
      new Request(ORIGIN + paths.rescheduleBooking(one), { ...post, body: "x=1" }),
      jsonRequest(`/api/bookings/${one}/cancel`, { reason: booking.contact.name }),
      new Request(`${ORIGIN}/api/bookings/${one}?phone=${booking.contact.phone}`),
      new Request(`${ORIGIN}${paths.booking(one)}/nothing`),
      new Request(`${ORIGIN}/api/nothing/${one}`),
    ]),
    ...[1, 2].map(() => new Request(ORIGIN + paths.enter(token), post)),
    new Request(ORIGIN + paths.enter("Q".repeat(43)), post),
    new Request(`${ORIGIN}/admin/nothing`, { headers: { cookie: operator.cookie } }),
    new Request(`${ORIGIN}/sign-out`, {
      ...post,
      headers: { ...same, cookie: operator.cookie },
    }),
  ];
  for (const request of asked) await (await app(request)).body?.cancel();
  assert(test.records.length > asked.length / 2, `only ${test.records.length} records`);
  const written = JSON.stringify(test.records);
  const secrets = {
    link,
    spoiled,
    code: link.slice(26),
    token,
    session: operator.session.id,
    cookie: operator.cookie.split("=")[1] ?? "",
    customer: booking.contact.name,
    phone: booking.contact.phone,
    operator: "Karin",
  };
  for (const [name, secret] of Object.entries(secrets)) {
    assert(secret.length > 4 && !written.includes(secret), `the log has the ${name}`);
  }
  assert.deepEqual(recordsOf(test.records, "error"), []);
  const routes = new Set(test.records.flatMap(({ route }) => route ?? []));
  assert(routes.has("/bookings/:link"), [...routes].join());
});

Deno.test("a sign-in that is refused is warned of, with the reason and the request's reference", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const headers = { "sec-fetch-site": "same-origin" };
  const token = await aLink(test.services, "Karin");
  const press = async (secret: string) => {
    const request = new Request(ORIGIN + paths.enter(secret), { method: "POST", headers });
    await (await app(request)).body?.cancel();
  };
  await press(token);
  await press(token);
  await press("Q".repeat(43));
  const late = await aLink(test.services, "Karin");
  test.clock.advance({ minutes: 15 });
  await press(late);
  assert.deepEqual(test.records.map(({ level, event, code }) => [level, event, code]), [
    ["info", "somebody signed in", undefined],
    ["warn", "sign-in refused", "used"],
    ["warn", "sign-in refused", "unknown"],
    ["warn", "sign-in refused", "expired"],
  ]);
  assert(test.records.every(({ requestId }) => /^.{4}-.{4}$/.test(requestId ?? "")));
});
