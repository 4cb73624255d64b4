import assert from "node:assert/strict";
import { readFact, writeFact } from "../../lib/kv/about.ts";
import { resetDemo } from "../../scripts/reset-demo.ts";
import { seedDemoData } from "../../scripts/seed-demo.ts";
import { Refused } from "../../scripts/terminal.ts";
import { testServices } from "../support/services.ts";

const TRIPS_A_DAY = 2;
const rowsOf = async (kv: Deno.Kv) =>
  (await Array.fromAsync(kv.list({ prefix: [] }))).map((
    { key, versionstamp },
  ) => [key, versionstamp]);

Deno.test("resetDemo() makes the data of a demo again and keeps nothing else", async () => {
  await using test = await testServices({ existing: true });
  const { services } = test;
  await seedDemoData(services, TRIPS_A_DAY);
  await writeFact(services.db, "left over", "true");
  await resetDemo(services, () => true, TRIPS_A_DAY);
  assert.equal(await readFact(services.db, "left over"), null);
  assert.ok((await services.bookings.listDay("2026-11-23")).length > 0);
  assert.ok((await services.fleet.vehicles()).length > 0);
});

Deno.test("resetDemo() deletes nothing unless the demo made the database and somebody agreed", async () => {
  await using own = await testServices();
  const before = await rowsOf(own.services.db.read);
  await assert.rejects(resetDemo(own.services, () => true), Refused);
  assert.deepEqual(await rowsOf(own.services.db.read), before);

  await using demo = await testServices({ existing: true });
  await seedDemoData(demo.services, TRIPS_A_DAY);
  const seeded = await rowsOf(demo.services.db.read);
  await assert.rejects(resetDemo(demo.services, () => false), /Nothing was deleted/);
  assert.deepEqual(await rowsOf(demo.services.db.read), seeded);
});

Deno.test("resetDemo() refuses in production, whatever the database holds", async () => {
  await using test = await testServices();
  await writeFact(test.services.db, "seeded", "2026-11-23T05:00:00Z");
  const config = { ...test.services.config, mode: "production" as const };
  await assert.rejects(resetDemo({ ...test.services, config }, () => true), /local mode only/);
  assert.ok((await test.services.fleet.vehicles()).length > 0);
});
