import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { DomainError, type DomainErrorCode } from "../../lib/errors/domain-error.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { ERROR_STATUS, errorAnswer } from "../../lib/http/error-status.ts";
import { problemResponse, problemText } from "../../lib/http/problem.ts";

/** Every rule that can refuse, and its status, written down a second time. */
const EXPECTED: Readonly<Record<DomainErrorCode, number>> = {
  "quote-not-found": 404,
  "quote-expired": 410,
  "quote-used": 409,
  "quote-altered": 422,
  "quote-for-other-booking": 409,
  "class-not-offered": 422,
  "no-route-same-point": 422,
  "no-route-abroad": 422,
  "no-route-no-road": 422,
  "pickup-too-soon": 422,
  "pickup-too-late": 422,
  "no-class-fits": 422,
  "no-tariff": 422,
  "no-vehicle-free": 409,
  "vehicle-not-free": 409,
  "vehicle-not-found": 422,
  "driver-not-found": 422,
  "booking-not-found": 404,
  "booking-state": 409,
  "booking-changed": 409,
  "reschedule-too-late": 409,
  "cancellation-fee-changed": 409,
  "idempotency-key-reused": 422,
  "link-invalid": 404,
  "not-signed-in": 401,
  "token-invalid": 403,
  busy: 503,
};
const CODES = Object.keys(EXPECTED) as DomainErrorCode[];

/** Statuses that no rule named, and the code programs are told. */
const HTTP_CODES = [
  [400, "bad-request"],
  [401, "not-signed-in"],
  [403, "forbidden"],
  [404, "not-found"],
  [405, "method-not-allowed"],
  [413, "too-large"],
  [414, "bad-request"],
  [415, "unsupported-media-type"],
  [418, "bad-request"],
  [422, "invalid"],
  [429, "too-many-requests"],
  [500, "internal"],
  [501, "internal"],
  [503, "service-unavailable"],
] as const;

Deno.test("every rule that refuses has the status that is written here, and none is left out", () => {
  assert.deepEqual(ERROR_STATUS, EXPECTED);
  for (const code of CODES) {
    const details = { fact: code };
    const expected = { status: EXPECTED[code], code, details };
    assert.deepEqual(errorAnswer(new DomainError(code, details)), expected);
  }
});

Deno.test("an HttpError has its status and the code that is written here", () => {
  for (const [status, code] of HTTP_CODES) {
    assert.deepEqual(errorAnswer(new HttpError(status, "secret")), { status, code, details: {} });
  }
});

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
    assert.deepEqual(errorAnswer(error), { status: 500, code: "internal", details: {} });
  }
  const fromOutside = Object.assign(new GatewayError("kv", "secret", false), { status: 200 });
  const expected = { status: 503, code: "service-unavailable", details: {} };
  assert.deepEqual(errorAnswer(fromOutside), expected);
});

Deno.test("every rule that refuses has a status that is no fault of ours, but for busy", () => {
  for (const code of CODES) {
    const { status } = errorAnswer(new DomainError(code));
    assert(
      status >= 400 && status < 500 || code === "busy" && status === 503,
      `${code}: ${status}`,
    );
  }
});

Deno.test("every code has its own sentence in both languages", () => {
  for (const locale of ["sv", "en"] as const) {
    const internal = problemText("internal", locale);
    const codes = [
      ...CODES,
      "bad-request",
      "not-found",
      "method-not-allowed",
      "too-large",
      "forbidden",
    ];
    for (const code of codes) {
      assert(problemText(code, locale).length > 15, `${locale} ${code}`);
      assert.notEqual(problemText(code, locale), internal, `${locale} ${code}`);
    }
  }
});

Deno.test("what nobody foresaw is 500 and shows nothing of itself", async () => {
  const leaks = [
    new TypeError("secret"),
    "secret",
    null,
    { status: 200 },
    new GatewayError("kv", "secret", true),
  ];
  for (const error of leaks) {
    const response = problemResponse(error, "sv", "K4Q7-7RMK");
    assert(response.status === 500 || error instanceof GatewayError && response.status === 503);
    assert.equal((await response.text()).includes("secret"), false);
  }
});

Deno.test("an HttpError keeps its status, and one that wraps a rule keeps the rule's code and facts", () => {
  assert.equal(errorAnswer(new HttpError(413)).code, "too-large");
  const cause = new DomainError("booking-changed", { version: 3 });
  const answer = errorAnswer(new HttpError(409, "x", { cause }));
  assert.deepEqual(answer, { status: 409, code: "booking-changed", details: { version: 3 } });
});

Deno.test("a fact named like a member of the problem document does not overwrite it", async () => {
  const details = { status: "cancelled", action: "cancel" };
  const response = problemResponse(new DomainError("booking-state", details), "sv", "K4Q7-7RMK");
  const problem = await response.json();
  assert.equal(problem.status, 409);
  assert.equal(problem.bookingStatus, "cancelled");
  assert.equal(problem.action, "cancel");
});

Deno.test("answers that ask to come back say when", () => {
  for (const error of [new DomainError("busy"), new HttpError(429)]) {
    const response = problemResponse(error, "sv", "x");
    assert.equal(response.headers.get("retry-after"), "5");
  }
});
