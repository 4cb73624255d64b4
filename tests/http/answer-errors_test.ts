// The one place where errors become answers: the same whatever stands around it, and one record each.
import assert from "node:assert/strict";
import { App, type Middleware } from "fresh";
import type { Services } from "../../lib/assembly/services.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import { quoteReschedule } from "../../lib/booking/reschedule-booking.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { MAX_BODY_BYTES } from "../../lib/http/body.ts";
import type { State } from "../../lib/http/define.ts";
import { answerErrors } from "../../lib/http/middleware/answer-errors.ts";
import { startRequest } from "../../lib/http/middleware/start-request.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { DEFAULT_LOCALE, LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { WRONG_METHOD_STATUS } from "../support/framework.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, aTrip, MAJA } from "../support/trips.ts";

Deno.test("an error is answered alike behind every form of the middleware", async () => {
  await using test = await testServices();
  const inner = answerErrors((_ctx, status) => new Response("page", { status }));
  const forms: Record<string, Middleware<State>[]> = {
    "itself": [inner],
    "called by a function": [(ctx) => inner(ctx)],
    "called by an async function": [async (ctx) => await inner(ctx)],
    "one of several": [(ctx) => ctx.next(), inner, (ctx) => ctx.next()],
  };
  for (const [form, fns] of Object.entries(forms)) {
    const answer = new App<State>()
      .use(startRequest(test.services))
      .use(async (ctx) => {
        const response = await ctx.next();
        response.headers.set("x-outside", "1");
        return response;
      })
      .use(...fns)
      .onError("*", () => new Response("never", { status: 599 }))
      .get("/taken", () => {
        throw new DomainError("no-vehicle-free");
      })
      .get("/api/taken", () => Promise.reject(new DomainError("no-vehicle-free")))
      .handler();
    for (const path of ["/taken", "/api/taken", "/unknown", "/api/unknown"]) {
      const response = await answer(new Request(ORIGIN + path));
      const context = `${path}, ${form}`;
      assert.equal(response.status, path.endsWith("/taken") ? 409 : 404, context);
      assert.equal(response.headers.get("x-outside"), "1", context);
      const type = path.startsWith("/api") ? /^application\/problem\+json/ : /^text\/plain/;
      assert.match(response.headers.get("content-type") ?? "", type, context);
      await response.body?.cancel();
    }
  }
  assert.equal(test.records.length, 4 * Object.keys(forms).length);
});

Deno.test("a failure has one record in the log, with the route and the reference that the page shows", async () => {
  await using test = await testServices();
  const services = {
    ...test.services,
    places: new Proxy(test.services.places, {
      get: () => {
        throw new Error("planted");
      },
    }),
  };
  const app = await testApp(services);
  const response = await app(new Request(ORIGIN + paths.api.places({ q: "landvetter" })));
  const { requestId } = await response.json();
  assert.equal(response.status, 500);
  assert.equal(test.records.length, 1);
  const [record] = test.records;
  assert.deepEqual(
    { ...record, stack: "" },
    {
      time: "2026-11-23T05:00:00Z",
      level: "error",
      event: "request failed",
      requestId,
      method: "GET",
      route: "/api/places",
      status: 500,
      code: "internal",
      stack: "",
    },
  );
  assert.match(record?.stack ?? "", /planted/);
});

Deno.test("the record of a wrong method names the route, not the address with its secret", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await app(new Request(ORIGIN + paths.booking("secret"), { method: "PUT" }));
  await response.body?.cancel();
  assert.equal(test.records[0]?.route, "/bookings/:link");
  assert.equal(JSON.stringify(test.records).includes("secret"), false);
});

Deno.test("each audience gets its own error page, in the language it reads", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const html = async (path: string) => {
    const response = await app(new Request(ORIGIN + path));
    assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
    assert.equal(response.headers.get("content-language"), path.includes("en") ? "en" : "sv");
    return await response.text();
  };
  assert.match(await html("/no-such-page"), /<header[^>]*>[\s\S]*class="stopped page"/);
  assert.match(await html("/no-such-page?lang=en"), /<html lang="en"/);
  const operators = await html("/admin/no-such-page");
  assert.match(operators, /href="\/board\.css/);
  assert.match(operators, /href="\/styles\.css/);
  assert.match(operators, /noindex, nofollow/);
  assert.doesNotMatch(operators, /class="stopped page"/);
  assert.doesNotMatch(await html("/administrators"), /board\.css/);
});

Deno.test("a page that fails says why to whoever develops, the bottom of it first, and to nobody else", async () => {
  await using test = await testServices();
  const { link } = await aStoredBooking(test.services);
  const disk = new Error("the disk is <gone>");
  const failing = () => Promise.reject(new Error("no bookings today", { cause: disk }));
  const bookings = Object.assign(Object.create(test.services.bookings), { get: failing });
  const services = { ...test.services, bookings };
  const html = async (mode: "development" | "production") => {
    const app = await testApp(services, mode);
    const response = await app(new Request(ORIGIN + paths.booking(link)));
    assert.equal(response.status, 500);
    return await response.text();
  };
  const shown = await html("development");
  assert.match(shown, /<h1>Error: the disk is &lt;gone><\/h1>[\s\S]*no bookings today/);
  const hidden = await html("production");
  assert.doesNotMatch(hidden, /disk|no bookings today|answer-errors_test/);
});

/** How a person meets each status that the customers' page has words for. */
const MET: Readonly<Record<string, (test: TestServices) => Promise<Request>>> = {
  400: () => Promise.resolve(form(paths.quotes(), Uint8Array.of(0xff))),
  403: () => Promise.resolve(form(paths.enter("x"), "", { "sec-fetch-site": "cross-site" })),
  404: () => Promise.resolve(new Request(`${ORIGIN}/no-such-page`)),
  405: () => Promise.resolve(new Request(ORIGIN + paths.prices(), { method: "PUT" })),
  409: async ({ services }) => {
    const { link } = await aStoredBooking(services);
    const { pickup } = aTrip({ wallTime: "2026-11-24T13:00" });
    const move = await quoteReschedule(services, { link, pickup });
    return new Request(ORIGIN + paths.quote(move.id));
  },
  413: () => Promise.resolve(form(paths.quotes(), "x".repeat(MAX_BODY_BYTES + 1))),
  422: async ({ services }) => {
    const quote = await aQuote(services, { passengers: 8 });
    const fields = { quoteId: quote.id, vehicleClass: "standard", ...MAJA };
    return form(paths.bookings(), String(new URLSearchParams(fields)));
  },
  429: ({ services }) => {
    const refused = { isAllowed: false, left: 0, waitMs: 1_500, fullInMs: 60_000 };
    services.callLimits.take = (pace) => ({ pace, ...refused });
    return Promise.resolve(new Request(ORIGIN + paths.prices()));
  },
  500: ({ services }) => {
    services.bookings.get = () => Promise.reject(new TypeError("planted"));
    return aTicket(services);
  },
  503: ({ services }) => {
    services.bookings.get = () => Promise.reject(new DomainError("busy"));
    return aTicket(services);
  },
};

Deno.test("the customers' error page has words for the statuses a person meets, and for no others", () => {
  for (const locale of LOCALES) {
    assert.deepEqual(Object.keys(textsFor(locale).errors.byStatus), Object.keys(MET), locale);
  }
});

for (const [status, meet] of Object.entries(MET)) {
  Deno.test(`a person who meets ${status} reads its words, which no cache keeps, and the log has one record`, async () => {
    await using test = await testServices();
    const request = await meet(test);
    const response = await (await testApp(test.services))(request);
    const expected = status === "405" ? String(WRONG_METHOD_STATUS) : status;
    const { byStatus } = textsFor(DEFAULT_LOCALE).errors;
    const words = byStatus[Number(expected) as keyof typeof byStatus];
    const html = await response.text();
    assert.equal(String(response.status), expected);
    assert(html.includes(words.title) && html.includes(words.text), html);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.deepEqual(test.records.map((record) => record.status), [response.status]);
    assert(html.includes(test.records[0]?.requestId ?? "no record"));
  });
}

function form(path: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return new Request(ORIGIN + path, { method: "POST", headers: { ...type, ...headers }, body });
}

async function aTicket(services: Services): Promise<Request> {
  const link = await manageLink(services.linkKey, bookingId("01KAMZ8N00AVANT1TESTQ0TE09"));
  return new Request(ORIGIN + paths.booking(link));
}

Deno.test("a full disk is 503 with the time to come back, for people and programs, and reads go on", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const quote = await aQuote(test.services);
  const full = () =>
    Promise.reject(new GatewayError("kv", "The database failed: the disk is full", true));
  const atomic = test.services.db.write.atomic.bind(test.services.db.write);
  test.services.db.write.atomic = () => Object.assign(atomic(), { commit: full });
  const form = new URLSearchParams({
    ...{ quoteId: quote.id, vehicleClass: "standard", name: MAJA.name, phone: MAJA.phone },
    idempotencyKey: "a key of this form",
  });
  const headers = { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };
  const page = await app(
    new Request(`${ORIGIN}/bookings`, { method: "POST", headers, body: form }),
  );
  assert.deepEqual([page.status, page.headers.get("retry-after")], [503, "5"]);
  assert.ok((await page.text()).includes(textsFor(DEFAULT_LOCALE).errors.byStatus[503].title));
  const program = await app(
    new Request(`${ORIGIN}/api/bookings`, {
      method: "POST",
      headers: {
        origin: ORIGIN,
        "content-type": "application/json",
        "idempotency-key": "another key",
      },
      body: JSON.stringify({ quoteId: quote.id, vehicleClass: "standard", contact: MAJA }),
    }),
  );
  assert.deepEqual([program.status, program.headers.get("retry-after")], [503, "5"]);
  assert.equal((await app(new Request(`${ORIGIN}/quotes/${quote.id}`))).status, 200);
});
