// The front door to errors works as it is promised: the example of the README, and what stands behind it.
import assert from "node:assert/strict";
import { ErrorCategory, ErrorSeverity } from "../lib/error-handler.ts";
import { GatewayError } from "../lib/errors/gateway-error.ts";
import { testServices } from "./support/services.ts";

const userId = "01KAMZ8N00USER";
const bookingId = "01KAMZ8N00BOOK";

Deno.test("the promised example: an error is made, handed over, and found again", async () => {
  await using test = await testServices();
  const { errorHandler, incidentStore } = test.services;
  const context = { operation: "capture-payment", userId };

  const error = errorHandler.createError(
    "PAYMENT_FAILED",
    "Stripe payment processing failed",
    ErrorCategory.EXTERNAL_SERVICE,
    ErrorSeverity.HIGH,
    { userId, bookingId },
  );
  const handled = await errorHandler.handleError(error, context);

  assert.match(handled.reference, /^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  assert.equal(handled.retriable, true);
  assert.equal(
    handled.message.sv,
    "En tjänst vi behöver svarar inte som den ska. Försök igen om en stund, eller ring oss.",
  );
  const found = await incidentStore.find(handled.reference);
  assert.deepEqual(found?.context, { userId, bookingId });
  const incident = await incidentStore.get(handled.fingerprint);
  assert.equal(incident?.count, 1);
  assert.equal(incident?.operation, "capture-payment");
  assert.deepEqual(incident?.people.length, 1);
  assert(!JSON.stringify(incident).includes(userId), "people are counted, not named");
  const [record] = test.records;
  assert.deepEqual([record?.level, record?.event, record?.code, record?.requestId], [
    "error",
    "an operation failed",
    "PAYMENT_FAILED",
    handled.reference,
  ]);
  assert.equal(test.records.length, 1);
});

Deno.test("anything thrown can be handed over, and a known code has its own sentence", async () => {
  await using test = await testServices();
  const { errorHandler } = test.services;
  const down = await errorHandler.handleError(new GatewayError("kv", "full", true));
  assert.deepEqual([down.code, down.severity], ["database-unavailable", "critical"]);
  assert.match(down.message.en, /^We cannot store anything right now/);
  for (const odd of [null, undefined, "text", 5, new TypeError("x")]) {
    const { code, category } = await errorHandler.handleError(odd);
    assert.deepEqual([code, category], ["internal", "internal"]);
  }
});

Deno.test("handling never throws, and what the database did not take is written once it does", async () => {
  await using test = await testServices();
  const { errorHandler, incidents, incidentStore, db } = test.services;
  const atomic = db.write.atomic.bind(db.write);
  db.write.atomic = () => {
    throw new GatewayError("kv", "The database failed: the disk is full", true);
  };
  const { fingerprint } = await errorHandler.handleError(new Error("first"));
  await errorHandler.handleError(new Error("first"));
  db.write.atomic = atomic;
  assert.equal(await incidentStore.get(fingerprint), null);
  await incidents.flush();
  const counts = (await incidentStore.list()).map(({ count }) => count);
  assert.equal(counts.reduce((all, each) => all + each, 0), 2);
});

Deno.test("run() recovers by what was registered, and hands over what stands", async () => {
  await using test = await testServices();
  const { errorHandler, incidentStore } = test.services;
  errorHandler.recovery.register({ operation: "price" }, [
    { kind: "fallback", use: () => Promise.resolve(700_00) },
  ]);
  const work = {
    isIdempotent: true,
    deadlineMs: 1_000,
    run: () => Promise.reject<number>(new GatewayError("osrm", "status 500", false)),
  };
  const priced = await errorHandler.run({ ...work, operation: "price" });
  assert.equal("value" in priced && priced.value, 700_00);
  const stood = await errorHandler.run({ ...work, operation: "look" });
  assert.equal(stood.outcome, "gave-up");
  const noted = (await incidentStore.list()).map((
    { operation, severity },
  ) => [operation, severity]);
  // What nobody met is noted too, as what it is: a sign when it comes often.
  assert.deepEqual(noted.sort(), [["look", "high"], ["price", "medium"]]);
});

Deno.test("the analytics of the last day name causes, categories and people", async () => {
  await using test = await testServices();
  const { errorHandler } = test.services;
  for (const person of ["a", "b", "a"]) {
    await errorHandler.handleError(new GatewayError("osrm", "status 500", true), {
      operation: "route",
      userId: person,
    });
  }
  await errorHandler.handleError(new GatewayError("kv", "full", true), { operation: "book" });
  const { stats, incidents } = await errorHandler.getAnalytics();
  assert.equal(stats.total, 4);
  assert.deepEqual(stats.byCategory, { "external-service": 3, database: 1 });
  assert.deepEqual(stats.bySeverity, { high: 3, critical: 1 });
  assert.deepEqual(stats.topCauses.map(({ operation, count }) => [operation, count]), [
    ["route", 3],
    ["book", 1],
  ]);
  assert.equal(stats.people, 2);
  assert.equal(incidents[0]?.severity, "critical", "what matters most comes first");
  test.clock.advance({ hours: 24 });
  assert.equal((await errorHandler.getAnalytics()).stats.total, 0);
});
