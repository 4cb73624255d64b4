// Drivers' papers that run out are mailed once for each of the days before their end, all of a day in one mail. Planted once and
// seen red: rows that are not written, and a rule that tells of each day again.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { papersToRemind } from "../../lib/compliance/paper-reminder-rules.ts";
import { beginPaperReminder } from "../../lib/compliance/remind-of-papers.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import type { CheckKind } from "../../lib/fleet/driver-check.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { mailServer } from "../support/mail-server.ts";
import { testServices } from "../support/services.ts";

const DAYS = [30, 14, 3];
const TO = { AVANTI_PAPER_MAIL: "plan@example.se" };

Deno.test("a paper is told of for the last of the days that have come, once, and not when it is over", () => {
  const driver = { id: driverId("D01"), name: "Kim" };
  const drivers = [{
    driver,
    papers: [{ kind: "health", state: "ending", goodUntil: "2026-12-31" }],
  }] as const;
  const told = new Map<string, { goodUntil: string; days: number }>();
  const on = (today: string) => {
    const due = papersToRemind(drivers, told, { today, daysBefore: DAYS });
    for (const { goodUntil, days } of due) told.set("D01 health", { goodUntil, days });
    return due.map(({ days, left }) => [days, left]);
  };
  assert.deepEqual(on("2026-11-30"), []);
  assert.deepEqual(on("2026-12-01"), [[30, 30]]);
  assert.deepEqual(on("2026-12-02"), []);
  // Nothing ran on the day itself: it is told of as soon as somebody looks.
  assert.deepEqual(on("2026-12-19"), [[14, 12]]);
  assert.deepEqual(on("2026-12-28"), [[3, 3]]);
  assert.deepEqual(on("2026-12-31"), []);
  told.clear();
  assert.deepEqual(on("2026-12-31"), [[3, 0]]);
  assert.deepEqual(on("2027-01-01"), []);
});

Deno.test("all that run out are in one mail a day, and the next day's has what has come since", async () => {
  await using server = await mailServer();
  await using test = await testServices({
    environment: {
      AVANTI_SMTP: `smtp://127.0.0.1:${server.port}`,
      AVANTI_MAIL_FROM: "drift@avanti.example",
      ...TO,
    },
  });
  const { services, clock } = test;
  await looked(services, "D01", "health", 20);
  await looked(services, "D02", "taxi-licence", 31);
  await looked(services, "D02", "health", 400);
  await reminded(services);
  await reminded(services);
  assert.equal(server.mails.length, 1);
  const [first = assert.fail()] = server.mails;
  const until = localDate(clock.now().add({ hours: 20 * 24 }));
  const text = JSON.stringify(first);
  assert.ok(text.includes(until) && text.includes("plan@example.se"), text);
  clock.advance({ hours: 24 });
  await reminded(services);
  assert.equal(server.mails.length, 2);
  clock.advance({ hours: 24 });
  await reminded(services);
  assert.equal(server.mails.length, 2);
});

Deno.test("without a mail server nothing is written, so that it is told of once there is one", async () => {
  await using test = await testServices({ environment: TO });
  const { services } = test;
  await looked(services, "D01", "health", 2);
  await reminded(services);
  const rows = await Array.fromAsync(services.db.read.list({ prefix: ["paperReminder"] }));
  assert.deepEqual(rows, []);
});

async function looked(services: Services, id: string, kind: CheckKind, days: number) {
  const today = localDate(services.clock.now());
  const goodUntil = Temporal.PlainDate.from(today).add({ days }).toString();
  const check = { kind, checkedOn: today, goodUntil, by: "p", at: services.clock.now().toString() };
  await services.driverChecks.add(driverId(id), check, services.randomBytes);
}

async function reminded(services: Services): Promise<void> {
  await beginPaperReminder(services);
  await runRoomJobs(services);
}
