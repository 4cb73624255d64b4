import assert from "node:assert/strict";
import { manualClock, systemClock } from "../../lib/kernel/clock.ts";

Deno.test("manualClock() stands still until it is set or advanced", () => {
  const clock = manualClock("2026-11-23T05:00:00Z");
  assert.equal(clock.now().toString(), "2026-11-23T05:00:00Z");
  clock.advance({ hours: 25 });
  assert.equal(clock.now().toString(), "2026-11-24T06:00:00Z");
  clock.set("2020-01-01T00:00:00Z");
  assert.equal(clock.now().toString(), "2020-01-01T00:00:00Z");
});

Deno.test("systemClock never goes before a moment it has shown", () => {
  const first = systemClock.now();
  assert(Temporal.Instant.compare(systemClock.now(), first) >= 0);
});
