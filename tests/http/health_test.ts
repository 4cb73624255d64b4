// What tells a supervisor that the process lives, and that it can take bookings.
import assert from "node:assert/strict";
import { ClockWatch, MAX_JUMP_MS } from "../../lib/kernel/clock-watch.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { keptLog } from "../support/kept-log.ts";
import { MANY_FAULTS } from "../../lib/resilience/last-resort.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

Deno.test("a process that answers lives, and is ready when its database takes a write", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const live = await app(new Request(`${ORIGIN}/livez`));
  assert.deepEqual([live.status, await live.json()], [200, { status: "pass" }]);
  const ready = await app(new Request(`${ORIGIN}/readyz`));
  assert.equal(ready.status, 200);
  assert.equal(ready.headers.get("content-type"), "application/health+json");
  assert.deepEqual(await ready.json(), {
    status: "pass",
    checks: { database: "pass", clock: "pass", faults: "pass" },
  });
});

Deno.test("a process that is about to end says so, that whoever stands in front sends it nothing new", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  test.stop.abort();
  const live = await app(new Request(`${ORIGIN}/livez`));
  assert.deepEqual([live.status, await live.json()], [503, { status: "fail" }]);
  const ready = await app(new Request(`${ORIGIN}/readyz`));
  const { status, checks } = await ready.json();
  assert.deepEqual([ready.status, status, checks.process], [503, "fail", "fail"]);
});

Deno.test("a database that refuses to write leaves the process alive and not ready", async () => {
  await using test = await testServices();
  test.services.db.write.set = () => Promise.reject(new TypeError("database or disk is full"));
  const app = await testApp(test.services);
  const ready = await app(new Request(`${ORIGIN}/readyz`));
  assert.equal(ready.status, 503);
  assert.equal(ready.headers.get("cache-control"), "no-store");
  assert.deepEqual(await ready.json(), {
    status: "fail",
    checks: { database: "fail", clock: "pass", faults: "pass" },
  });
  const live = await app(new Request(`${ORIGIN}/livez`));
  await live.body?.cancel();
  assert.equal(live.status, 200);
});

Deno.test("a clock that was set is a warning: bookings are taken, and whoever watches is told", async () => {
  let wallMs = 0;
  const clockWatch = new ClockWatch({ wallMs: () => wallMs, steadyMs: () => 0 });
  await using test = await testServices();
  const app = await testApp({ ...test.services, clockWatch });
  wallMs = MAX_JUMP_MS + 1;
  const ready = await app(new Request(`${ORIGIN}/readyz`));
  assert.equal(ready.status, 200);
  assert.deepEqual(await ready.json(), {
    status: "warn",
    checks: { database: "pass", clock: "warn", faults: "pass" },
  });
});

Deno.test("faults that nobody caught are a warning once they are many", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (let i = 0; i <= MANY_FAULTS; i++) test.services.lastResort.take("error", new Error("fault"));
  const ready = await app(new Request(`${ORIGIN}/readyz`));
  assert.equal(ready.status, 200);
  assert.deepEqual(await ready.json(), {
    status: "warn",
    checks: { database: "pass", clock: "pass", faults: "warn" },
  });
});

Deno.test("a service of others that is left alone is a warning under its name", async () => {
  await using test = await testServices();
  const { log } = keptLog();
  using dependencies = new Dependencies({ log, now: () => 0 });
  const osrm = dependencies.open({ name: "osrm", label: "OSRM", mayRetry: false });
  const app = await testApp({ ...test.services, dependencies });
  const checksOf = async () => {
    const ready = await app(new Request(`${ORIGIN}/readyz`));
    assert.equal(ready.status, 200);
    return await ready.json();
  };
  assert.deepEqual([(await checksOf()).status, (await checksOf()).checks.osrm], ["pass", "pass"]);
  const question = { url: "http://127.0.0.1:9", timeoutMs: 2_000, maxBytes: 1, read: String };
  for (let i = 0; i < FAILURES_IN_A_ROW; i++) await assert.rejects(osrm.ask(question));
  assert.deepEqual([(await checksOf()).status, (await checksOf()).checks.osrm], ["warn", "warn"]);
});
