import assert from "node:assert/strict";
import { HttpError } from "fresh";
import { DomainError, type DomainErrorCode } from "../../lib/errors/domain-error.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { ERROR_STATUS, errorAnswer } from "../../lib/http/error-status.ts";
import { problemResponse, problemText } from "../../lib/http/problem.ts";

const CODES = Object.keys(ERROR_STATUS) as DomainErrorCode[];

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
