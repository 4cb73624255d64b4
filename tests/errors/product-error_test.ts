// Whatever is thrown is read into the same facts, and none of them says who somebody is.
import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import {
  ERROR_CATEGORIES,
  ERROR_CATEGORY,
  ErrorCategory,
} from "../../lib/errors/error-category.ts";
import {
  ERROR_SEVERITIES,
  ErrorSeverity,
  isAtLeast,
  severityOf,
} from "../../lib/errors/error-severity.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { errorFacts, ProductError } from "../../lib/errors/product-error.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { withoutPersonalData } from "../../lib/errors/without-personal-data.ts";
import { fc } from "../support/property.ts";

Deno.test("rules, requests, gateways and faults of ours have the same facts", () => {
  const read = (error: unknown) => {
    const { code, category, severity, retriable } = errorFacts(error);
    return [code, category, severity, retriable];
  };
  assert.deepEqual(read(new DomainError("booking-state")), [
    "booking-state",
    "conflict",
    "low",
    false,
  ]);
  assert.deepEqual(read(new DomainError("busy")), ["busy", "database", "medium", true]);
  assert.deepEqual(read(new DomainError("no-tariff")), [
    "no-tariff",
    "business-rule",
    "high",
    false,
  ]);
  assert.deepEqual(read(new RequestError("json-malformed", {})), [
    "json-malformed",
    "validation",
    "low",
    false,
  ]);
  assert.deepEqual(read(new GatewayError("osrm", "500", true)), [
    "service-unavailable",
    "external-service",
    "high",
    true,
  ]);
  assert.deepEqual(read(new GatewayError("osrm", "refused", true, { isUnreached: true })), [
    "network-unavailable",
    "network",
    "high",
    true,
  ]);
  assert.deepEqual(read(new GatewayError("kv", "full", true)), [
    "database-unavailable",
    "database",
    "critical",
    true,
  ]);
  for (const odd of [new TypeError("x"), "text", null, undefined, 5, { code: "busy" }]) {
    assert.deepEqual(read(odd), ["internal", "internal", "high", false]);
  }
  const wrapped = new Error("the framework's", { cause: new DomainError("link-invalid") });
  assert.equal(errorFacts(wrapped).code, "link-invalid");
});

Deno.test("a made error keeps its code, category, severity and context", () => {
  const cause = new Error("card_declined");
  const error = new ProductError(
    "PAYMENT_FAILED",
    "Stripe payment processing failed",
    ErrorCategory.EXTERNAL_SERVICE,
    ErrorSeverity.HIGH,
    { userId: "u1", bookingId: "b1", tries: 2, isLate: false, nothing: undefined },
    undefined,
    { cause },
  );
  assert.deepEqual(errorFacts(error), {
    code: "PAYMENT_FAILED",
    category: "external-service",
    severity: "high",
    technical: "Stripe payment processing failed",
    retriable: true,
    context: { userId: "u1", bookingId: "b1", tries: 2, isLate: false },
    cause,
  });
});

Deno.test("every code has a severity, and what only tells a customer what to do differently is low", () => {
  for (const [code, category] of Object.entries(ERROR_CATEGORY)) {
    assert(ERROR_SEVERITIES.includes(severityOf(code, category)), code);
  }
  assert.equal(severityOf("quote-expired", "business-rule"), "low");
  assert.equal(severityOf("toString", "internal"), "high");
  assert.equal(isAtLeast("high", "high") && isAtLeast("critical", "high"), true);
  assert.equal(isAtLeast("medium", "high"), false);
  assert.equal(new Set(ERROR_CATEGORIES).size, 11);
});

/** Texts with somebody in them, and what is left. */
const CANARIES: readonly (readonly [text: string, left: string])[] = [
  ["no answer from https://maja:pw@kv.example:8/x?y=1#z", "no answer from https://kv.example:8/…"],
  ["mail to maja.öberg@exämple.se failed", "mail to ‹e-mail› failed"],
  ["called +46 70-123 45 67 twice", "called ‹phone› twice"],
  ["called 070-1234567, and 0701234567", "called ‹phone›, and ‹phone›"],
  [
    "person 19900101-1234 and 900101-1234 and 199001011234",
    "person ‹person› and ‹person› and ‹person›",
  ],
  ["pin:57.70887,11.97456 is far", "pin:‹place›,‹place› is far"],
  [`token ${"aB3_".repeat(11)} was used`, "token … was used"],
];

for (const [text, left] of CANARIES) {
  Deno.test(`of "${text.slice(0, 40)}" nothing personal is left`, () => {
    assert.equal(withoutPersonalData(text), left);
    const error = new ProductError("X", text, "internal", "low", { said: text });
    assert.equal(error.message, left);
    assert.equal(error.context["said"], left.slice(0, 100));
    assert.equal(errorFacts(new Error(text)).technical, `Error: ${left}`);
  });
}

Deno.test("codes, ids, places in sources and times of the log stay readable", () => {
  for (
    const text of [
      "quote-expired at lib/pricing/quote.ts:123:45",
      "booking 01KAMZ8N00AVANT1TESTQ0TE09 has version 12",
      "took 1234 ms, 65536 bytes, port 8000",
      "127.0.0.1:8123 refused",
    ]
  ) assert.equal(withoutPersonalData(text), text);
});

Deno.test("no text takes long, however it is made", () => {
  fc.assert(fc.property(fc.string({ maxLength: 5_000 }), (text) => {
    assert(withoutPersonalData(text).length <= 8_000);
  }));
  for (const part of ["1", "1 ", "a@", "https://", '": "', "-1.1111"]) {
    assert(withoutPersonalData(part.repeat(100_000)).length <= 8_000);
  }
});
