// What the report says of drivers' papers and of the key in use. Planted once and seen red: drivers counted by their best paper.
import assert from "node:assert/strict";
import { readReport } from "../../lib/compliance/read-report.ts";
import type { CheckKind } from "../../lib/fleet/driver-check.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { testServices } from "../support/services.ts";

Deno.test("the report counts drivers by the paper that stands worst, and the age of the key that is used", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const drivers = (await services.fleet.drivers()).length;
  for (const kind of ["health", "taxi-licence", "criminal-record"] as const) {
    await looked(services, "D01", kind, 400);
    await looked(services, "D02", kind, kind === "health" ? 10 : 400);
    await looked(services, "D03", kind, kind === "health" ? 1 : 400);
  }
  clock.advance({ hours: 72 });
  const { sections } = await readReport(services, "2026-11");
  assert.deepEqual(sections.driverChecks, {
    ...{ inService: drivers, allGood: 1, ending: 1, ended: 1, unchecked: drivers - 3 },
  });
  assert.deepEqual([sections.keys.version, sections.keys.versions], [1, 1]);
  assert.deepEqual([sections.keys.ageDays, sections.keys.rotationDue], [3, 0]);
  clock.advance({ hours: 363 * 24 });
  const later = await readReport(services, "2026-11");
  assert.equal(later.sections.keys.rotationDue, 1);
});

async function looked(services: Services, id: string, kind: CheckKind, days: number) {
  const today = localDate(services.clock.now());
  const goodUntil = Temporal.PlainDate.from(today).add({ days }).toString();
  const check = { kind, checkedOn: today, goodUntil, by: "p", at: services.clock.now().toString() };
  await services.driverChecks.add(driverId(id), check, services.randomBytes);
}
