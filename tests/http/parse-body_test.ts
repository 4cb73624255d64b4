// What a body that does not fit is answered with: every field by name, in words that do not change.
import assert from "node:assert/strict";
import { z } from "zod";
import { operatorCommand } from "../../lib/board/operator-command.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { shapeErrors } from "../../lib/http/invalid-fields.ts";
import { parseBody } from "../../lib/http/parse-body.ts";
import { MAX_STOP_WORDS } from "../../lib/places/place.ts";
import { MAX_PASSENGERS, tripInput } from "../../lib/trip/trip-input.ts";

const TRIP = {
  from: { words: "Landvetter" },
  to: { words: "Avenyn" },
  pickup: { wallTime: "2026-11-24T10:00" },
};

Deno.test("every field that does not fit is named, the first of them in front", () => {
  const body = {
    to: { words: 7, placeId: "x".repeat(300) },
    pickup: { wallTime: "nu", overlap: "both" },
    passengers: 9,
    bags: 1.5,
    extras: { childSeats: -1, pets: "1" },
  };
  const { facts } = refusal(tripInput, body);
  assert.equal(facts.field, "from");
  assert.deepEqual(facts.errors, [
    { field: "from", code: "missing" },
    { field: "to.words", code: "wrong-type", expected: "string" },
    { field: "to.placeId", code: "too-long", max: 200 },
    { field: "pickup.wallTime", code: "wrong-format" },
    { field: "pickup.overlap", code: "not-an-option", options: ["earlier", "later"] },
    { field: "passengers", code: "too-large", max: MAX_PASSENGERS },
    { field: "bags", code: "wrong-type", expected: "int" },
    { field: "extras.childSeats", code: "too-small", min: 0 },
    { field: "extras.pets", code: "wrong-type", expected: "number" },
  ]);
  const words = { ...TRIP, from: { words: "x".repeat(MAX_STOP_WORDS + 1) } };
  assert.deepEqual(refusal(tripInput, words).facts.errors, [
    { field: "from.words", code: "too-long", max: MAX_STOP_WORDS },
  ]);
});

Deno.test("a body that is no object is about the whole of it", () => {
  for (const body of [null, 5, [], "x"]) {
    const { facts } = refusal(tripInput, body);
    assert.deepEqual(facts, {
      field: "body",
      errors: [{ field: "body", code: "wrong-type", expected: "object" }],
    });
  }
});

Deno.test("of several shapes the errors are those of the one that was meant", () => {
  const either = z.union([
    z.object({ pickup: tripInput.shape.pickup }),
    z.object({ quoteId: z.string().max(64) }),
  ]);
  const about = (body: unknown) => refusal(either, body).facts.errors;
  assert.deepEqual(about({}), [{ field: "pickup", code: "missing" }]);
  assert.deepEqual(about({ quoteId: 5 }), [
    { field: "quoteId", code: "wrong-type", expected: "string" },
  ]);
  assert.deepEqual(about({ pickup: {} }), [{ field: "pickup.wallTime", code: "missing" }]);
  const command = (body: unknown) => refusal(operatorCommand, body).facts.errors;
  assert.deepEqual(command({ expectedVersion: 1 }), [{ field: "type", code: "missing" }]);
  const [unknown] = command({ type: "fly" });
  assert.equal(unknown?.code, "not-an-option");
  assert.deepEqual(command({ type: "cancel", expectedVersion: 1, reason: "", feeOre: 0 }), [
    { field: "reason", code: "too-short", min: 1 },
  ]);
});

Deno.test("what has no word of its own is wrong, and what objects inherit is missing", () => {
  const even = z.object({ constructor: z.number(), n: z.number().refine((n) => n % 2 === 0) });
  assert.deepEqual(refusal(even, { n: 3 }).facts.errors, [
    { field: "constructor", code: "missing" },
    { field: "n", code: "wrong" },
  ]);
});

Deno.test("an answer names at most twenty fields, each once", () => {
  const many = z.object(Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`f${i}`, z.string()]),
  ));
  assert.equal(refusal(many, {}).facts.errors.length, 20);
  const result = z.object({ n: z.int().max(3) }).safeParse({ n: 1e20 });
  assert(!result.success && result.error.issues.length === 2);
  assert.equal(shapeErrors(result.error.issues, { n: 1e20 }).length, 1);
});

function refusal(schema: z.ZodType, body: unknown): RequestError<"invalid"> {
  try {
    parseBody(schema, body);
  } catch (error) {
    if (error instanceof RequestError && error.code === "invalid") {
      return error as RequestError<"invalid">;
    }
    throw error;
  }
  return assert.fail("The body was taken");
}
