// Failures that are the same one become one incident: across builds, ids and processes; and a storm stays bounded.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { fingerprintOf, framesOf } from "../../lib/incidents/fingerprint.ts";
import {
  MAX_HOURS,
  MAX_PEOPLE,
  MAX_REFERENCES,
  type Occurrence,
} from "../../lib/incidents/incident.ts";
import {
  ALARM_AGAIN_MS,
  isAlarm,
  trendOf,
  withOccurrence,
} from "../../lib/incidents/incident-rules.ts";
import { incidentRaised } from "../../lib/incidents/incident-feed.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { testServices } from "../support/services.ts";

const ONE: Occurrence = {
  fingerprint: "0123456789abcdef",
  code: "internal",
  category: "internal",
  severity: "high",
  operation: "/bookings",
  technical: "TypeError: x is not a function",
  frames: ["lib/a/b.ts c"],
  at: "2026-11-23T05:00:00Z",
  reference: "",
  person: "",
  context: {},
  trail: null,
};
const NOW_MS = Date.parse("2026-11-23T05:30:00Z");

Deno.test("line numbers, folders, builds and ids do not change a fingerprint; the place and the words do", () => {
  const stack = (root: string, line: number) =>
    Object.assign(new Error("x"), {
      stack: [
        "Error: x",
        `    at priceOf (file://${root}/lib/pricing/fare-rules.ts:${line}:7)`,
        `    at async Object.quoteTrip (file://${root}/lib/pricing/quote-trip.ts:${line + 1}:9)`,
        `    at file://${root}/lib/jsr/fresh/app.ts:5:1`,
        `    at async file://${root}/routes/quotes/index.tsx:${line}:3`,
        "    at eventLoopTick (ext:core/01_core.js:218:9)",
      ].join("\n"),
    });
  const here = framesOf(stack("/srv/avanti", 10));
  assert.deepEqual(here, [
    "lib/pricing/fare-rules.ts priceOf",
    "lib/pricing/quote-trip.ts quoteTrip",
    "routes/quotes/index.tsx",
  ]);
  assert.deepEqual(framesOf(stack("/home/other/checkout", 999)), here);
  const of = (technical: string, frames = here) =>
    fingerprintOf({ code: "internal", category: "internal", technical }, "/quotes", frames);
  const first = of('Error: booking 01KAMZ8N00AVANT1TESTQ0TE09 has 3 of "Maja"');
  assert.match(first, /^[0-9a-f]{16}$/);
  assert.equal(of('Error: booking 01KAMZ8N01AVANT1TESTQ0TE10 has 12 of "Åke"'), first);
  assert.notEqual(of("Error: booking is gone"), first);
  assert.notEqual(of('Error: booking 1 has 3 of "x"', here.slice(1)), first);
  assert.deepEqual(framesOf("text"), []);
});

Deno.test("an incident counts, and keeps the newest of everything within its bounds", () => {
  let incident = withOccurrence(null, ONE);
  for (let i = 1; i <= 400; i++) {
    const at = new Date(Date.parse(ONE.at) + i * 60 * 60_000).toISOString();
    incident = withOccurrence(incident, { ...ONE, at, reference: `R${i}`, person: `p${i}` });
  }
  assert.equal(incident.count, 401);
  assert.equal(incident.firstSeen, ONE.at);
  assert.equal(Object.keys(incident.hours).length, MAX_HOURS);
  assert.equal(incident.people.length, MAX_PEOPLE);
  assert.deepEqual(incident.references.slice(0, 2), ["R400", "R399"]);
  assert.equal(incident.references.length, MAX_REFERENCES);
});

Deno.test("what comes late from another process neither moves the end back nor is lost", () => {
  const late = { ...ONE, at: "2026-11-23T03:00:00Z", technical: "older" };
  const incident = withOccurrence(withOccurrence(null, ONE), late);
  assert.deepEqual([incident.firstSeen, incident.lastSeen], [late.at, ONE.at]);
  assert.equal(incident.technical, ONE.technical);
  assert.equal(incident.count, 2);
});

Deno.test("a trend compares the last day with the day before", () => {
  const hours = {
    "2026-11-23T05": 2,
    "2026-11-22T06": 3,
    "2026-11-22T05": 5,
    "2026-11-21T06": 7,
    "2026-11-21T05": 11,
  };
  const trend = trendOf({ hours }, NOW_MS);
  assert.deepEqual([trend.lastHour, trend.lastDay, trend.dayBefore], [2, 5, 12]);
  assert.equal(trend.hours.length, 24);
  assert.deepEqual([trend.hours[0], trend.hours[23]], [3, 2]);
});

Deno.test("only what is critical is told, and the same again after a quarter of an hour", () => {
  const critical = withOccurrence(null, { ...ONE, severity: "critical" });
  assert.equal(isAlarm(withOccurrence(null, ONE), NOW_MS), false);
  assert.equal(isAlarm(critical, NOW_MS), true);
  const told = { ...critical, alarmedAt: new Date(NOW_MS).toISOString() };
  assert.equal(isAlarm(told, NOW_MS + ALARM_AGAIN_MS - 1), false);
  assert.equal(isAlarm(told, NOW_MS + ALARM_AGAIN_MS), true);
});

Deno.test("two processes count the same incident together, and tell of it once", async () => {
  await using test = await testServices();
  const { incidents, incidentStore, feed } = test.services;
  const told: string[] = [];
  incidents.onAlarm(({ fingerprint }) => told.push(fingerprint));
  const failure = { ...ONE, severity: "critical" as const, category: "database" as const };
  const nowMs = test.clock.now().epochMilliseconds;
  const results = await Promise.all(
    Array.from(
      { length: 8 },
      (_, i) => incidentStore.add([{ ...failure, reference: `R${i}` }], nowMs),
    ),
  );
  assert.equal(results.filter(({ mustTell }) => mustTell).length, 1);
  assert.equal((await incidentStore.get(ONE.fingerprint))?.count, 8);
  assert.equal((await incidentStore.find("R7"))?.fingerprint, ONE.fingerprint);
  const { commits } = await feed.since("", 50);
  assert.equal(commits.flatMap((commit) => bodiesOf(incidentRaised, commit)).length, 1);

  incidents.note(new GatewayError("kv", "full", true), { operation: "book" });
  await incidents.flush();
  await incidents.flush();
  assert.equal(told.length, 1);
});

Deno.test("a storm of failures stays within bounds, and what was not taken down is counted", async () => {
  await using test = await testServices();
  const { incidents, incidentStore } = test.services;
  for (let i = 0; i < 5_000; i++) incidents.note(new Error("same"), { operation: "a" });
  assert.equal(incidents.dropped, 4_000);
  for (let i = 0; i < 400; i++) {
    incidents.note(new DomainError("busy"), { operation: `op ${"x".repeat(i)}` });
  }
  assert.equal(incidents.dropped, 4_000 + 101);
  for (let round = 0; round < 10; round++) await incidents.flush();
  const stored = await incidentStore.list();
  assert.equal(stored.length, 300);
  assert.equal(Math.max(...stored.map(({ count }) => count)), 1_000);
});

Deno.test("of a refusal nothing is kept but its count: there is nothing to look up", async () => {
  await using test = await testServices();
  const { incidents, incidentStore } = test.services;
  incidents.note(new DomainError("booking-state"), {
    operation: "/bookings",
    reference: "7F3K-22QD",
  });
  await incidents.flush();
  assert.equal(await incidentStore.find("7F3K-22QD"), null);
  assert.equal((await incidentStore.list())[0]?.count, 1);
});
