// Reports of one sender and of all together have their pace, on a clock of the test's.
import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { ReportLimit } from "../../lib/trail/report-limit.ts";

Deno.test("a sender has a burst of ten, then one in six seconds; others are not kept out by it", () => {
  const clock = manualClock("2026-11-27T06:00:00Z");
  const limit = new ReportLimit({ clock });
  for (let i = 0; i < 10; i++) assert.equal(limit.waitMs("192.0.2.1"), 0, String(i));
  assert.equal(limit.waitMs("192.0.2.1"), 6_000);
  assert.equal(limit.waitMs("192.0.2.2"), 0);
  clock.advance({ seconds: 6 });
  assert.equal(limit.waitMs("192.0.2.1"), 0);
  assert.equal(limit.waitMs("192.0.2.1"), 6_000);
});

Deno.test("all together have a hundred, then one a second, from however many senders", () => {
  const clock = manualClock("2026-11-27T06:00:00Z");
  const limit = new ReportLimit({ clock });
  const admitted = () =>
    Array.from({ length: 6_000 }, (_, i) => limit.waitMs(`sender ${i}`)).filter((ms) => ms === 0);
  assert.equal(admitted().length, 100);
  clock.advance({ seconds: 3 });
  assert.equal(admitted().length, 3);
});
