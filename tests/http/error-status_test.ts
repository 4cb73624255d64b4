import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { ERROR_CATEGORIES, ERROR_CATEGORY } from "../../lib/errors/error-category.ts";
import type { ErrorCode } from "../../lib/errors/error-code.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { errorAnswer, formAnswer, statusOf } from "../../lib/http/error-status.ts";
import { problemResponse, problemText } from "../../lib/http/problem.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";

/** What programs rely on, written out: a code that changes its status breaks them. */
const PROMISED: Readonly<Record<string, readonly [category: string, status: number]>> = {
  "bad-request": ["validation", 400],
  "body-too-slow": ["validation", 408],
  "body-unreadable": ["validation", 400],
  "json-malformed": ["validation", 400],
  "json-too-deep": ["validation", 400],
  "too-many-fields": ["validation", 400],
  "name-repeated": ["validation", 400],
  "name-forbidden": ["validation", 400],
  "too-many-headers": ["validation", 431],
  "idempotency-key-missing": ["validation", 400],
  "idempotency-key-too-long": ["validation", 400],
  "host-unknown": ["validation", 400],
  "method-not-allowed": ["validation", 405],
  "unsupported-media-type": ["validation", 415],
  "not-signed-in": ["authentication", 401],
  "cross-origin": ["authorization", 403],
  "not-allowed": ["authorization", 403],
  "person-not-found": ["not-found", 404],
  "address-taken": ["conflict", 409],
  "own-rights": ["business-rule", 422],
  "last-admin": ["business-rule", 422],
  "too-many-grants": ["business-rule", 422],
  "request-state": ["business-rule", 422],
  "request-too-late": ["business-rule", 422],
  "four-eyes": ["authorization", 403],
  "payment-state": ["conflict", 409],
  "payment-amount": ["business-rule", 422],
  "consent-unknown": ["business-rule", 422],
  "token-invalid": ["authorization", 403],
  "not-found": ["not-found", 404],
  "quote-not-found": ["not-found", 404],
  "booking-not-found": ["not-found", 404],
  "link-invalid": ["not-found", 404],
  "booking-erased": ["not-found", 410],
  "act-not-found": ["not-found", 404],
  "quote-used": ["conflict", 409],
  "quote-for-other-booking": ["conflict", 409],
  "no-vehicle-free": ["conflict", 409],
  "vehicle-not-free": ["conflict", 409],
  "booking-state": ["conflict", 409],
  "booking-changed": ["conflict", 409],
  "field-fixed": ["business-rule", 409],
  "nothing-changed": ["business-rule", 422],
  "price-changed": ["conflict", 409],
  "car-unfit": ["business-rule", 409],
  "outage-not-found": ["not-found", 404],
  "act-unlikely": ["business-rule", 409],
  "no-show-too-soon": ["business-rule", 409],
  "undo-too-late": ["business-rule", 409],
  "undo-overtaken": ["conflict", 409],
  "invoice-refused": ["conflict", 409],
  "reschedule-too-late": ["business-rule", 409],
  "moved-too-often": ["business-rule", 409],
  "cancellation-fee-changed": ["conflict", 409],
  "quote-expired": ["business-rule", 410],
  "too-large": ["validation", 413],
  "address-too-long": ["validation", 414],
  invalid: ["validation", 422],
  "quote-altered": ["validation", 422],
  "class-not-offered": ["business-rule", 422],
  "no-route-same-point": ["business-rule", 422],
  "no-route-abroad": ["business-rule", 422],
  "no-route-no-road": ["business-rule", 422],
  "no-route-no-crossing": ["business-rule", 422],
  "pickup-too-soon": ["business-rule", 422],
  "pickup-too-late": ["business-rule", 422],
  "no-class-fits": ["business-rule", 422],
  "no-tariff": ["business-rule", 422],
  "vehicle-not-found": ["validation", 422],
  "driver-not-found": ["validation", 422],
  "idempotency-key-reused": ["validation", 422],
  internal: ["internal", 500],
  "too-many-bookings": ["business-rule", 409],
  "too-many-tries": ["rate-limit", 429],
  "too-many-requests": ["rate-limit", 429],
  overloaded: ["rate-limit", 503],
  busy: ["database", 503],
  "tariff-unreadable": ["database", 503],
  "service-unavailable": ["external-service", 503],
  "network-unavailable": ["network", 503],
  "database-unavailable": ["database", 503],
};
const CODES = Object.keys(ERROR_CATEGORY) as ErrorCode[];

Deno.test("nothing but the framework's own HttpError chooses a status, whatever it is called and carries", () => {
  class RemoteError extends Error {
    status = 404;
  }
  class Disguised extends Error {
    override name = "HttpError";
    status = 204;
  }
  const impostors = [
    new RemoteError("secret"),
    new Disguised("secret"),
    Object.assign(new Error("secret"), { status: 403, statusCode: 403, code: "not-found" }),
    Object.assign(new TypeError("secret"), { name: "HttpError", status: 401 }),
    { name: "HttpError", status: 404, message: "secret" },
    Object.assign(Object.create(null), { status: 404 }),
    { code: "quote-not-found", name: "DomainError", details: {} },
    404,
  ];
  for (const error of impostors) {
    assert.deepEqual(errorAnswer(error), { status: 500, code: "internal", facts: {} });
  }
  const fromOutside = Object.assign(new GatewayError("kv", "secret", false), { status: 200 });
  const expected = { status: 503, code: "database-unavailable", facts: {} };
  assert.deepEqual(errorAnswer(fromOutside), expected);
});

Deno.test("every code has the category and the status that programs were promised", () => {
  const held = CODES.map((code) => [code, [ERROR_CATEGORY[code], statusOf(code)]]);
  assert.deepEqual(Object.fromEntries(held), PROMISED);
});

Deno.test("every category has a code", () => {
  const used = new Set(Object.values(ERROR_CATEGORY));
  assert.deepEqual(ERROR_CATEGORIES.filter((category) => !used.has(category)), []);
});

Deno.test("every code has a sentence that no other has, and no text is for a code there is not", () => {
  for (const locale of LOCALES) {
    const { problems } = textsFor(locale);
    assert.deepEqual(Object.keys(problems).sort(), [...CODES].sort(), locale);
    const sentences = CODES.map((code) => problemText(code, locale));
    assert.equal(new Set(sentences).size, CODES.length, locale);
    for (const sentence of sentences) assert(sentence.length > 15, sentence);
  }
});

Deno.test("what nobody foresaw is 500 and shows nothing of itself", async () => {
  const leaks = [
    new TypeError("secret"),
    "secret",
    null,
    { status: 200 },
    new GatewayError("kv", "secret", true),
    new HttpError(500, "secret"),
    new HttpError(418, "secret"),
    new RequestError("json-malformed", {}, { cause: new SyntaxError("secret") }),
  ];
  const statuses: number[] = [];
  for (const error of leaks) {
    const response = problemResponse(error, "sv", "K4Q7-7RMK");
    statuses.push(response.status);
    assert.equal((await response.text()).includes("secret"), false);
  }
  assert.deepEqual(statuses, [500, 500, 500, 500, 503, 500, 400, 400]);
});

Deno.test("what the framework refuses has codes; a rule that it wraps keeps its code and facts", () => {
  const answers = ([404, 405, 400, 403, 426, 501] as const).map((status) =>
    errorAnswer(new HttpError(status)).code
  );
  assert.deepEqual(answers, [
    ...["not-found", "method-not-allowed", "bad-request"],
    ...["bad-request", "bad-request", "internal"],
  ]);
  const cause = new DomainError("booking-changed", { version: 3 });
  const answer = errorAnswer(new HttpError(409, "x", { cause }));
  assert.deepEqual(answer, { status: 409, code: "booking-changed", facts: { version: 3 } });
});

Deno.test("a fact named like a member of the problem document does not overwrite it", async () => {
  const details = { status: "cancelled", action: "cancel" };
  const response = problemResponse(new DomainError("booking-state", details), "sv", "K4Q7-7RMK");
  assert.deepEqual(await response.json(), {
    status: 409,
    code: "booking-state",
    category: "conflict",
    detail: "Det går inte i det läge bokningen är.",
    requestId: "K4Q7-7RMK",
    action: "cancel",
    bookingStatus: "cancelled",
  });
});

Deno.test("a form comes back with 422, but for what only we can mend", () => {
  assert.deepEqual(formAnswer(new DomainError("no-tariff")), { status: 422, headers: {} });
  assert.deepEqual(formAnswer(new DomainError("tariff-unreadable", { retryAfterSeconds: 600 })), {
    status: 503,
    headers: { "retry-after": "600" },
  });
});

Deno.test("answers that ask to come back say when, and no others do", () => {
  const retryAfter = (error: unknown) =>
    problemResponse(error, "sv", "x").headers.get("retry-after");
  assert.equal(retryAfter(new DomainError("busy")), "5");
  assert.equal(retryAfter(new GatewayError("osrm", "no", true)), "5");
  const tries = new DomainError("too-many-tries", { retryAfterSeconds: 2_400 });
  assert.equal(retryAfter(tries), "2400");
  assert.equal(retryAfter(new DomainError("booking-state")), null);
});
