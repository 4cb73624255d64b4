// The product's own operations and their strategies: only what is done twice without harm is tried again, every
// strategy is used, and what was tried can be read where failures are.
import assert from "node:assert/strict";
import { recoverReads } from "../../lib/assembly/recover-reads.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { recoveredReads } from "../../lib/kv/recovered-reads.ts";
import {
  type OperationName,
  OPERATIONS,
  ownWork,
  productRecovery,
} from "../../lib/resilience/operations.ts";
import { downOsrm } from "../support/down-engine.ts";
import { breakableDatabase } from "../support/broken-database.ts";
import { memoryDatabase, tempFolder } from "../support/databases.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, LANDVETTER, OSTRA_HAMNGATAN } from "../support/trips.ts";

const KV_DOWN = new GatewayError("kv", "disk I/O error", true);
const stillMeans = { nowMs: () => 0, random: () => 0, wait: () => Promise.resolve() };

Deno.test("whatever is registered to be tried again is done twice without harm", () => {
  const registered = productRecovery().registered();
  const again = registered.filter(({ steps }) =>
    steps.some(({ kind }) => kind === "retry" || kind === "refresh")
  );
  assert.ok(again.length > 0);
  for (const { of } of again) {
    assert.ok(of.operation !== undefined && of.operation in OPERATIONS, JSON.stringify(of));
    assert.ok(OPERATIONS[of.operation as OperationName].isIdempotent, of.operation);
  }
});

Deno.test("every operation is one of the product's: somebody runs it by its name", async () => {
  const sources: string[] = [];
  for (const path of filesBelow("lib").filter((one) => one !== "lib/resilience/operations.ts")) {
    sources.push(await Deno.readTextFile(ROOT + path));
  }
  const run = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/ownWork(?:<[^(]*>)?\(\s*"([\w-]+)"/g)].map(([, name]) => name)
    ),
  );
  assert.deepEqual([...run].sort(), Object.keys(OPERATIONS).sort());
});

Deno.test("an operation that does harm twice is not tried again, whatever its failure is", async () => {
  let calls = 0;
  const done = await productRecovery(stillMeans).run(ownWork("write-failures", {
    deadlineMs: 1_000,
    run: () => (calls++, Promise.reject(KV_DOWN)),
    later: () => Promise.resolve(),
  }));
  assert.deepEqual([done.outcome, calls], ["queued", 1]);
});

Deno.test("a read that fails once has its answer, one that fails twice is refused, and a write is sent once", async () => {
  await using test = await memoryDatabase();
  await test.db.write.set(["about", "one"], 1);
  const breakable = breakableDatabase();
  const db = recoveredReads(
    breakable.wrap(test.db),
    recoverReads(productRecovery(stillMeans)),
  );
  const reads: Record<string, () => Promise<unknown>> = {
    get: () => db.read.get(["about", "one"]),
    getMany: () => db.read.getMany([["about", "one"]]),
    list: () => Array.fromAsync(db.read.list({ prefix: ["about"] })),
  };
  for (const [name, read] of Object.entries(reads)) {
    breakable.breaks("reads", 1);
    assert.ok(await read(), name);
    breakable.breaks("reads", 2);
    await assert.rejects(read, /the disk does not answer/, name);
  }
  breakable.breaks("writes", 1);
  await assert.rejects(() => db.write.set(["about", "two"], 2));
  assert.equal((await db.read.get(["about", "two"])).value, null);
});

Deno.test("a list that fails in its middle is refused: begun anew it would tell its first rows twice", async () => {
  await using test = await memoryDatabase();
  for (let i = 0; i < 3; i++) await test.db.write.set(["about", i], i);
  const breakable = breakableDatabase();
  const db = recoveredReads(
    breakable.wrap(test.db),
    recoverReads(productRecovery(stillMeans)),
  );
  const list = db.read.list({ prefix: ["about"] });
  await list.next();
  breakable.breaks("reads", 1);
  await assert.rejects(() => list.next());
});

Deno.test("a page is shown in spite of a blip, and the blip stands among the failures with what was tried", async () => {
  await using folder = await tempFolder();
  const breakable = breakableDatabase();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database, wrap: breakable.wrap });
  const { services } = test;
  const { link } = await aStoredBooking(services);
  const { read } = await operatorOf(test);
  breakable.breaks("reads", 1);
  assert.equal((await read(paths.booking(link))).status, 200);
  await services.incidents.flush();
  const [incident] = (await services.incidentStore.list()).filter(({ operation }) =>
    operation === "read-database"
  );
  assert.deepEqual([incident?.severity, incident?.count], ["medium", 1]);
  const [reference = ""] = incident?.references ?? [];
  const { html } = await read(paths.adminIncident(incident?.fingerprint ?? "", { reference }));
  assert.match(html, /call database-unavailable \d+ ms, retry ok \d+ ms/);
});

Deno.test("a failure that stands says what was tried after it", async () => {
  await using test = await testServices();
  const { services } = test;
  const { recovery, incidents } = services;
  const done = await recovery.run(ownWork("read-database", {
    deadlineMs: 1_000,
    run: () => Promise.reject(KV_DOWN),
  }));
  assert.equal(done.outcome, "gave-up");
  const { context } = incidents.note(KV_DOWN, { operation: "/bookings" });
  assert.match(String(context.tried), /^call database-unavailable .*, retry database-unavailable/);
});

Deno.test("a route that our own roads stood in for is a failure that nobody met", async () => {
  const recovery = productRecovery();
  await using test = await testServices({
    parts: { recovery, routing: downOsrm(recovery) },
  });
  const { services } = test;
  const answer = await services.routing.route(LANDVETTER.point, OSTRA_HAMNGATAN.point);
  assert.ok(answer.ok && answer.route.engine !== "osrm");
  await services.incidents.flush();
  const [incident] = await services.incidentStore.list();
  assert.deepEqual([incident?.operation, incident?.severity], ["find-route", "medium"]);
});

Deno.test("every operation and its strategy stand in the documentation for operators", async () => {
  const document = await Deno.readTextFile(`${ROOT}docs/operations.md`);
  const [, below = ""] = document.split("### What is tried after a failure");
  const [table = ""] = below.split("\nEach try");
  const named = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  assert.deepEqual(named.sort(), Object.keys(OPERATIONS).sort());
});
