// What tells a supervisor that the process lives, and that it can take bookings: `application/health+json`.
import assert from "node:assert/strict";
import { ClockWatch, MAX_JUMP_MS } from "../../lib/kernel/clock-watch.ts";
import type { HealthDocument } from "../../lib/health/health-document.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { MANY_FAULTS } from "../../lib/resilience/last-resort.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { tempFolder } from "../support/databases.ts";
import { keptLog } from "../support/kept-log.ts";
import { TEST_NOW, type TestServices, testServices } from "../support/services.ts";

/** Asks one of the two addresses. */
async function asks({ services }: TestServices) {
  const app = await testApp(services);
  return async (path: "/livez" | "/readyz") => {
    const response = await app(new Request(ORIGIN + path));
    const text = await response.text();
    const document: HealthDocument & { output?: string } = JSON.parse(text);
    const statuses = Object.fromEntries(
      Object.entries(document.checks).map(([name, [check]]) => [name, check?.status]),
    );
    return { response, text, document, statuses };
  };
}

const WELL = {
  "database:reads": "pass",
  "database:writes": "pass",
  "database:file": "pass",
  "clock:offset": "pass",
  "process:faults": "pass",
  // Every browser that follows a ride is reached by a push service: there is nothing to set.
  "push:circuit": "pass",
};

Deno.test("a process that answers lives, and is ready when its database takes a write", async () => {
  await using test = await testServices();
  const ask = await asks(test);
  const live = await ask("/livez");
  assert.deepEqual([live.response.status, live.document.status], [200, "pass"]);
  const ready = await ask("/readyz");
  assert.equal(ready.response.status, 200);
  assert.equal(ready.response.headers.get("content-type"), "application/health+json");
  assert.deepEqual([ready.document.status, ready.statuses], ["pass", WELL]);
  const since = "2026-11-23T05:00:00Z";
  assert.equal(since, TEST_NOW);
  assert.deepEqual(ready.document.checks["database:writes"], [{
    ...{ componentType: "datastore", observedValue: "well", status: "pass", time: since, since },
  }]);
  assert.deepEqual(ready.document.checks["clock:offset"]?.[0]?.observedUnit, "s");
});

Deno.test("both addresses say the same of the parts, and only one of them gives up for it", async () => {
  await using test = await testServices();
  const ask = await asks(test);
  test.services.db.write.set = () => Promise.reject(new TypeError("database or disk is full"));
  const ready = await ask("/readyz");
  const live = await ask("/livez");
  assert.equal(ready.statuses["database:writes"], "fail");
  assert.deepEqual(live.document.checks, ready.document.checks);
  assert.deepEqual([ready.response.status, live.response.status], [503, 200]);
});

Deno.test("a process that is about to end says so, that whoever stands in front sends it nothing new", async () => {
  await using test = await testServices();
  const ask = await asks(test);
  test.stop.abort();
  for (const path of ["/livez", "/readyz"] as const) {
    const { response, document } = await ask(path);
    assert.deepEqual([response.status, document.status], [503, "fail"], path);
    assert.match(document.output ?? "", /about to end/);
  }
});

Deno.test("a database that refuses to write leaves the process alive and not ready, and says so without naming a file", async () => {
  await using folder = await tempFolder();
  await using test = await testServices({ database: `${folder.path}/kv.sqlite` });
  test.services.db.write.set = () => Promise.reject(new TypeError(`${folder.path}: disk is full`));
  const ask = await asks(test);
  const { response, document, statuses, text } = await ask("/readyz");
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.deepEqual([document.status, statuses], ["fail", { ...WELL, "database:writes": "fail" }]);
  const [check] = document.checks["database:writes"] ?? [];
  assert.deepEqual([check?.observedValue, check?.output], ["failed", "No booking can be stored"]);
  assert.ok(!text.includes(folder.path), text);
  assert.equal((await ask("/livez")).response.status, 200);
});

Deno.test("a database file that is gone is told apart from one that takes no write", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database });
  await Deno.remove(database);
  const { statuses, text } = await (await asks(test))("/readyz");
  assert.deepEqual(statuses, { ...WELL, "database:writes": "fail", "database:file": "fail" });
  assert.ok(!text.includes(folder.path), text);
});

Deno.test("a clock that was set is a warning: bookings are taken, and whoever watches is told by how much", async () => {
  let wallMs = 0;
  const clockWatch = new ClockWatch({ wallMs: () => wallMs, steadyMs: () => 0 });
  await using test = await testServices({ parts: { clockWatch } });
  const ask = await asks(test);
  wallMs = MAX_JUMP_MS + 1_000;
  const { response, document, statuses } = await ask("/readyz");
  assert.equal(response.status, 200);
  assert.deepEqual([document.status, statuses], ["warn", { ...WELL, "clock:offset": "warn" }]);
  const [check] = document.checks["clock:offset"] ?? [];
  assert.deepEqual([check?.observedValue, check?.observedUnit], [MAX_JUMP_MS / 1_000 + 1, "s"]);
});

Deno.test("faults that nobody caught are a warning once they are many", async () => {
  await using test = await testServices();
  const ask = await asks(test);
  for (let i = 0; i <= MANY_FAULTS; i++) test.services.lastResort.take("error", new Error("fault"));
  const { response, statuses } = await ask("/readyz");
  assert.equal(response.status, 200);
  assert.deepEqual(statuses, { ...WELL, "process:faults": "warn" });
});

Deno.test("a service of others that is left alone is a warning under its name, since it was", async () => {
  const { log } = keptLog();
  using dependencies = new Dependencies({ log, now: () => 0 });
  const osrm = dependencies.open({ name: "osrm", label: "OSRM", mayRetry: false });
  await using test = await testServices({ parts: { dependencies } });
  const ask = await asks(test);
  assert.deepEqual((await ask("/readyz")).statuses, { ...WELL, "osrm:circuit": "pass" });
  const question = { url: "http://127.0.0.1:9", timeoutMs: 2_000, maxBytes: 1, read: String };
  for (let i = 0; i < FAILURES_IN_A_ROW; i++) await assert.rejects(osrm.ask(question));
  const { document, statuses } = await ask("/readyz");
  assert.deepEqual([document.status, statuses["osrm:circuit"]], ["warn", "warn"]);
  const [check] = document.checks["osrm:circuit"] ?? [];
  assert.deepEqual([check?.observedValue, check?.since], ["open", dependencies.states()[0]?.since]);
});
