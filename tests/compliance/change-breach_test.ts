// Breaches in the database: row and story in one commit, the story only added to, the clock's alarms by their jobs.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { evolveBreach } from "../../lib/compliance/breach-rules.ts";
import type { Breach, BreachCommand, BreachFacts } from "../../lib/compliance/breach.ts";
import { changeBreach, registerBreach } from "../../lib/compliance/change-breach.ts";
import { warnOfBreach } from "../../lib/compliance/warn-of-breach.ts";
import { complianceWork } from "../../lib/compliance/work.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { BARE_BREACH, HANNA, WHOLE_BREACH } from "../support/breaches.ts";
import { type TestServices, testServices } from "../support/services.ts";

const HOUR_MS = 60 * 60_000;
const KNOWN_MS = Date.parse(BARE_BREACH.awareAt);

async function registered({ services }: TestServices, facts: BreachFacts): Promise<Breach> {
  const done = await registerBreach(services, facts, HANNA);
  assert(done.ok);
  return done.breach;
}

async function change({ services }: TestServices, breach: Breach, command: BreachCommand) {
  const { id, version } = breach;
  return await changeBreach(services, { id, version, command, by: HANNA });
}

async function alarmsAt(test: TestServices, ms: number): Promise<string[]> {
  test.clock.set(new Date(ms).toISOString());
  await runRoomJobs(test.services);
  const incidents = await test.services.incidentStore.list();
  return incidents.map(({ code }) => code).filter((code) => code.startsWith("breach-")).sort();
}

Deno.test("whoever watches is told after 24, 48 and 66 hours, to the millisecond and once each", async () => {
  await using test = await testServices();
  await registered(test, BARE_BREACH);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 24 * HOUR_MS - 1), []);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 24 * HOUR_MS), ["breach-24h"]);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 48 * HOUR_MS - 1), ["breach-24h"]);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 48 * HOUR_MS), ["breach-24h", "breach-48h"]);
  const all = ["breach-24h", "breach-48h", "breach-66h"];
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 66 * HOUR_MS), all);
  for (const { count, severity, alarmedAt } of await test.services.incidentStore.list()) {
    assert.deepEqual([count, severity, alarmedAt !== null], [1, "critical", true]);
  }
});

Deno.test("the alarm leaves by the alarms of the product", async () => {
  await using receiver = alarmReceiver();
  await using test = await testServices({
    environment: { AVANTI_ALARM_WEBHOOK: `${receiver.origin}/x` },
  });
  await readRoomFeeds(test.services);
  await registered(test, BARE_BREACH);
  await alarmsAt(test, KNOWN_MS + 24 * HOUR_MS);
  await readRoomFeeds(test.services);
  test.clock.advance({ minutes: 2 });
  await runRoomJobs(test.services);
  const [sent] = receiver.received;
  assert.match(sent?.body ?? "", /breach-24h/);
});

Deno.test("one that was known long ago when it is registered alarms at once, for each hour that is past", async () => {
  await using test = await testServices();
  test.clock.advance({ hours: 50 });
  await registered(test, BARE_BREACH);
  const nowMs = test.clock.now().epochMilliseconds;
  assert.deepEqual(await alarmsAt(test, nowMs), ["breach-24h", "breach-48h"]);
});

Deno.test("nobody is told once IMY has been, or need not be; a job that is done twice tells once", async () => {
  await using test = await testServices();
  const one = await registered(test, BARE_BREACH);
  const other = await registered(test, BARE_BREACH);
  await change(test, one, { type: "authority-told", reference: "IMY-1", late: "" });
  await change(test, other, { type: "authority-not", reason: "krypterat" });
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 70 * HOUR_MS), []);
  const third = await registered(test, BARE_BREACH);
  const payload = { breachId: third.id, hours: 24 };
  await warnOfBreach(test.services, payload);
  await warnOfBreach(test.services, payload);
  const [incident] = await test.services.incidentStore.list();
  assert.equal(incident?.count, 1);
  await warnOfBreach(test.services, { breachId: "gone", hours: 24 });
});

Deno.test("a clock that is moved rings at its new times, earlier and later", async () => {
  await using test = await testServices();
  test.clock.advance({ hours: 10 });
  const breach = await registered(test, BARE_BREACH);
  const awareAt = new Date(KNOWN_MS + 8 * HOUR_MS).toISOString();
  const moved = await change(test, breach, { type: "amend", facts: { ...BARE_BREACH, awareAt } });
  assert(moved.ok);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 25 * HOUR_MS), []);
  assert.deepEqual(await alarmsAt(test, KNOWN_MS + 32 * HOUR_MS), ["breach-24h"]);
});

Deno.test("the story replays to the row, and what is wrong or late to see leaves both as they were", async () => {
  await using test = await testServices();
  let breach = await registered(test, BARE_BREACH);
  const commands: BreachCommand[] = [
    { type: "amend", facts: WHOLE_BREACH },
    { type: "authority-tell", reason: "risk för dem det gäller" },
    { type: "authority-told", reference: "IMY-2026-1", late: "" },
    { type: "people-later", reason: "adresser samlas", on: "2026-11-24" },
    { type: "people-told", on: "2026-11-24", how: "sms" },
    { type: "close" },
  ];
  for (const command of commands) {
    const refused = await changeBreach(test.services, {
      ...{ id: breach.id, version: breach.version - 1, command, by: HANNA },
    });
    assert.deepEqual(refused, { ok: false, fault: "changed-meanwhile" });
    const done = await change(test, breach, command);
    assert(done.ok, command.type);
    breach = done.breach;
  }
  const events = await test.services.breaches.events(breach.id);
  const replayed = events.reduce<Breach | null>(
    (before, event) => evolveBreach(before, event),
    null,
  );
  assert.deepEqual(replayed, breach);
  assert.deepEqual((await test.services.breaches.get(breach.id)).value, breach);
  assert.equal(events.length, commands.length + 1);
});

Deno.test("of two who decide at once one is told to look again, and the story has one of them", async () => {
  await using test = await testServices();
  const breach = await registered(test, BARE_BREACH);
  const command = { type: "authority-not", reason: "krypterat" } as const;
  const both = await Promise.all([change(test, breach, command), change(test, breach, command)]);
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
  assert.equal((await test.services.breaches.events(breach.id)).length, 2);
});

Deno.test("a breach that is none is not found, and facts that are wrong register nothing", async () => {
  await using test = await testServices();
  const wrong = await registerBreach(test.services, { ...BARE_BREACH, title: "" }, HANNA);
  assert.deepEqual(wrong, { ok: false, fault: "title-missing" });
  assert.deepEqual(await test.services.breaches.list(), []);
  const command = { type: "close" } as const;
  const asked = changeBreach(test.services, { id: "none", version: 1, command, by: HANNA });
  await assert.rejects(
    asked,
    (error) => error instanceof RequestError && error.code === "not-found",
  );
  assert.deepEqual(complianceWork(test.services).jobs?.map(({ name }) => name), [
    "warn-of-breach",
    "send-compliance-report",
    "send-audit-checkpoint",
    "remind-of-papers",
  ]);
});
