// What is tried after a failure, in which order, how often, and what is never tried twice.
import assert from "node:assert/strict";
import { ErrorCategory } from "../../lib/errors/error-category.ts";
import { ErrorSeverity } from "../../lib/errors/error-severity.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { ProductError } from "../../lib/errors/product-error.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { Recovery } from "../../lib/resilience/recovery.ts";
import type { RecoverableWork } from "../../lib/resilience/recovery-step.ts";
import { nextWaitMs, RetryBudget } from "../../lib/resilience/retry-budget.ts";

const DOWN = new GatewayError("osrm", "down", true);

/** A recovery whose waits take no time, and what it waited. */
function still() {
  const waits: number[] = [];
  const recovery = new Recovery({
    nowMs: () => 0,
    random: () => 0.5,
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  });
  return { recovery, waits };
}

/** Work that fails with each of `errors` in turn and then gives "well". */
function failing(errors: unknown[], more: Partial<RecoverableWork<string>> = {}) {
  const left = [...errors];
  const work: RecoverableWork<string> = {
    operation: "test",
    isIdempotent: true,
    deadlineMs: 60_000,
    run: () => left.length > 0 ? Promise.reject(left.shift()) : Promise.resolve("well"),
    ...more,
  };
  return work;
}

Deno.test("what goes well the first time is one call", async () => {
  const { recovery } = still();
  const done = await recovery.run(failing([]));
  assert.deepEqual(done, {
    outcome: "succeeded",
    value: "well",
    attempts: [{ kind: "call", isOk: true, code: "", durationMs: 0 }],
  });
});

Deno.test("a failure outside is tried again twice, with growing waits, and each try is recorded", async () => {
  const { recovery, waits } = still();
  const done = await recovery.run(failing([DOWN, DOWN]));
  assert.equal(done.outcome, "recovered");
  assert.deepEqual(done.attempts.map(({ kind, code }) => [kind, code]), [
    ["call", "service-unavailable"],
    ["retry", "service-unavailable"],
    ["retry", ""],
  ]);
  assert.deepEqual(waits, [100, 175]);
  const worse = await recovery.run(failing([DOWN, DOWN, DOWN]));
  assert.equal(worse.outcome, "gave-up");
  assert.equal("error" in worse && worse.error, DOWN);
});

Deno.test("what is not idempotent, will not succeed later, or is a rule's no is never tried again", async () => {
  const { recovery } = still();
  const cases: [unknown, Partial<RecoverableWork<string>>][] = [
    [DOWN, { isIdempotent: false }],
    [new GatewayError("osrm", "no such place", false), {}],
    [new DomainError("no-vehicle-free"), {}],
    [new TypeError("a fault of ours"), {}],
  ];
  for (const [error, more] of cases) {
    const done = await recovery.run(failing([error], more));
    assert.equal(done.outcome, "gave-up");
    assert.equal(done.attempts.length, 1, String(error));
  }
});

Deno.test("the strategy that names more counts, then the later one", () => {
  const { recovery } = still();
  const steps = (word: string) => [{ kind: "queue" as const, put: () => Promise.reject(word) }];
  const [any, byCategory, byOperation, both, later] = ["1", "2", "3", "4", "5"].map(steps);
  recovery.register({}, any ?? []);
  recovery.register({ category: ErrorCategory.NETWORK }, byCategory ?? []);
  recovery.register({ operation: "pay" }, byOperation ?? []);
  recovery.register({ operation: "pay", category: ErrorCategory.NETWORK }, both ?? []);
  assert.equal(recovery.stepsFor("look", "internal"), any);
  assert.equal(recovery.stepsFor("look", "network"), byCategory);
  assert.equal(recovery.stepsFor("pay", "internal"), byOperation);
  assert.equal(recovery.stepsFor("pay", "network"), both);
  recovery.register({ operation: "pay", category: ErrorCategory.NETWORK }, later ?? []);
  assert.equal(recovery.stepsFor("pay", "network"), later);
});

Deno.test("steps are tried in their order until one settles it", async () => {
  const { recovery } = still();
  const done: string[] = [];
  recovery.register({ operation: "pay" }, [
    { kind: "retry", times: 1, baseMs: 1, maxMs: 1 },
    { kind: "fallback", use: () => Promise.reject(new Error("no other way")) },
    { kind: "queue", put: ({ code }) => Promise.resolve(void done.push(code)) },
    { kind: "compensate", undo: () => assert.fail("it was settled") },
  ]);
  const ended = await recovery.run(failing([DOWN, DOWN, DOWN], { operation: "pay" }));
  assert.equal(ended.outcome, "queued");
  assert.equal("facts" in ended && ended.facts.code, "service-unavailable", "not the fallback's");
  assert.deepEqual(done, ["service-unavailable"]);
  assert.deepEqual(ended.attempts.map(({ kind, isOk }) => [kind, isOk]), [
    ["call", false],
    ["retry", false],
    ["fallback", false],
    ["queue", true],
  ]);
});

Deno.test("a fallback answers, a refresh tries once more, giving up ends it", async () => {
  const { recovery } = still();
  recovery.register({ operation: "route" }, [
    { kind: "fallback", use: () => Promise.resolve("estimate") },
  ]);
  const fell = await recovery.run(failing([DOWN], { operation: "route" }));
  assert.equal("value" in fell && fell.value, "estimate");
  let fresh = 0;
  recovery.register({ operation: "token" }, [
    { kind: "refresh", refresh: () => Promise.resolve(void fresh++) },
  ]);
  const expired = new ProductError(
    "TOKEN_OLD",
    "old",
    ErrorCategory.AUTHENTICATION,
    ErrorSeverity.LOW,
  );
  const again = await recovery.run(failing([expired], { operation: "token" }));
  assert.deepEqual([again.outcome, fresh], ["recovered", 1]);
  recovery.register({ operation: "no" }, [
    { kind: "give-up" },
    { kind: "fallback", use: () => assert.fail("it was given up") },
  ]);
  assert.equal((await recovery.run(failing([DOWN], { operation: "no" }))).outcome, "gave-up");
});

Deno.test("what must be undone is undone once, and the failure stands", async () => {
  const { recovery } = still();
  let undone = 0;
  recovery.register({ operation: "hold" }, [
    { kind: "compensate", undo: () => Promise.resolve(void undone++) },
  ]);
  const ended = await recovery.run(failing([DOWN], { operation: "hold", isIdempotent: false }));
  assert.deepEqual([ended.outcome, undone], ["compensated", 1]);
  assert.equal("error" in ended && ended.error, DOWN);
});

Deno.test("nothing is tried after the caller has given up", async () => {
  const { recovery } = still();
  const stop = new AbortController();
  const work = failing([], { signal: stop.signal });
  let calls = 0;
  work.run = () => {
    calls++;
    stop.abort();
    return Promise.reject(DOWN);
  };
  assert.equal((await recovery.run(work)).outcome, "gave-up");
  assert.equal(calls, 1);
});

Deno.test("in a storm a tenth of the calls is tried again, and ten more: retries do not multiply it", async () => {
  const { recovery } = still();
  let calls = 0;
  for (let i = 0; i < 500; i++) {
    const work = failing([]);
    work.run = () => (calls++, Promise.reject(DOWN));
    await recovery.run(work);
  }
  assert.equal(calls, 500 + 10 + 50);
});

Deno.test("a budget saves up no more than a hundred retries", () => {
  const budget = new RetryBudget();
  for (let i = 0; i < 10_000; i++) budget.earn();
  assert.equal(budget.left, 100);
  let taken = 0;
  while (budget.take()) taken++;
  assert.equal(taken, 100);
});

Deno.test("waits stay between the base and the most, and spread", () => {
  const bounds = { baseMs: 50, maxMs: 1_000 };
  for (const random of [0, 0.25, 0.999]) {
    let wait = bounds.baseMs;
    for (let i = 0; i < 20; i++) {
      wait = nextWaitMs(wait, bounds, () => random);
      assert(wait >= bounds.baseMs && wait <= bounds.maxMs);
    }
  }
  assert.notEqual(nextWaitMs(50, bounds, () => 0.1), nextWaitMs(50, bounds, () => 0.9));
});
