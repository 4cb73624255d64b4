import assert from "node:assert/strict";
import {
  type Asker,
  CallLimits,
  MAX_ASKERS,
  MAX_KNOWN_SESSIONS,
} from "../../lib/resilience/call-limits.ts";

const PACE = { name: "page", burst: 3, everyMs: 1_000 };

function limits() {
  const time = { nowMs: 0 };
  return { time, calls: new CallLimits({ isOn: true, now: () => time.nowMs }) };
}

function from(who: string, times = 1): Asker[] {
  return [{ who, times }];
}

Deno.test("each asker and each class has a pace of its own, and it comes back with time", () => {
  const { time, calls } = limits();
  const ask = (who: string, pace = PACE) => calls.take(pace, from(who))?.isAllowed;
  assert.deepEqual([1, 2, 3, 4].map(() => ask("a")), [true, true, true, false]);
  assert.equal(ask("b"), true);
  assert.equal(ask("a", { ...PACE, name: "book" }), true);
  time.nowMs = 999;
  assert.equal(ask("a"), false);
  time.nowMs = 1_000;
  assert.deepEqual([ask("a"), ask("a")], [true, false]);
});

Deno.test("of a network and the wider ones around it, what is told is of the one with least left; a refusal takes nothing", () => {
  const { calls } = limits();
  const ask = (own: string) => calls.take(PACE, [...from(own), ...from("around", 2)]);
  for (let i = 0; i < 3; i++) assert.equal(ask("one")?.left, 2 - i);
  for (let i = 0; i < 5; i++) assert.equal(ask("one")?.isAllowed, false);
  for (let i = 0; i < 3; i++) assert.equal(ask("two")?.isAllowed, true);
  // Both households have used what the network around them has.
  assert.equal(ask("three")?.isAllowed, false);
  assert.equal(ask("three")?.waitMs, 500);
});

Deno.test("nobody is counted who comes from nowhere, or where limits are off", () => {
  const { calls } = limits();
  assert.equal(calls.take(PACE, []), null);
  const off = new CallLimits({ isOn: false });
  for (let i = 0; i < 9; i++) assert.equal(off.take(PACE, from("a")), null);
});

Deno.test("a hundred thousand networks take no more room than the table has, and those who still ask are kept", () => {
  const { calls } = limits();
  for (let i = 0; i < 3; i++) calls.take(PACE, from("busy"));
  for (let i = 0; i < 100_000; i++) {
    calls.take(PACE, from(`network ${i}`));
    if (i % 10_000 === 0) assert.equal(calls.take(PACE, from("busy"))?.isAllowed, false);
  }
  assert.equal(calls.size, MAX_ASKERS);
});

Deno.test("the person of a session is remembered, of as many sessions as there is room for", () => {
  const { calls } = limits();
  for (let i = 0; i <= MAX_KNOWN_SESSIONS; i++) calls.remember(`session ${i}`, `person ${i}`);
  assert.equal(calls.personOf("session 0"), null);
  assert.equal(calls.personOf("session 1"), "person 1");
  assert.equal(calls.personOf(`session ${MAX_KNOWN_SESSIONS}`), `person ${MAX_KNOWN_SESSIONS}`);
});
