// What is known of the parts: since when each is as it is, who hears of a change, and what is down at a moment.
import assert from "node:assert/strict";
import { downParts, isRefused } from "../../lib/health/degradation-rules.ts";
import { Health } from "../../lib/health/health.ts";
import type { PartState, Seen } from "../../lib/health/part.ts";
import { manualClock } from "../../lib/kernel/clock.ts";

const AT = "2026-11-23T05:00:00Z";

function stateOf(name: PartState["name"], status: PartState["status"], since = AT): PartState {
  return { name, status, since, time: AT, observed: "" };
}

Deno.test("a part is as it is since the look that found it so, and whoever listens hears of changes alone", async () => {
  const clock = manualClock(AT);
  let seen: Seen = { name: "database-writes", status: "pass", observed: "well" };
  const health = new Health({ clock, looks: [() => [seen]] });
  let heard = 0;
  const unlisten = health.listen(() => heard++);
  assert.deepEqual(health.known(), []);
  await health.look();
  clock.advance({ minutes: 1 });
  seen = { ...seen, status: "fail", observed: "failed" };
  await health.look();
  clock.advance({ minutes: 1 });
  await health.look();
  assert.deepEqual(health.known(), [{
    ...seen,
    since: "2026-11-23T05:01:00Z",
    time: "2026-11-23T05:02:00Z",
  }]);
  assert.equal(heard, 1);
  assert.deepEqual(health.down().map(({ part, since }) => [part, since]), [
    ["database-writes", "2026-11-23T05:01:00Z"],
  ]);
  seen = { ...seen, status: "pass", observed: "well" };
  await health.look();
  assert.deepEqual([heard, health.down()], [2, []]);
  unlisten();
  seen = { ...seen, status: "fail" };
  await health.look();
  assert.equal(heard, 2);
});

Deno.test("who keeps count of a state says since when it is so, and is believed", async () => {
  const since = "2026-11-20T00:00:00Z";
  const looks = [() => [{ name: "osrm", status: "warn", observed: "open", since } as const]];
  const health = new Health({ clock: manualClock(AT), looks });
  assert.equal((await health.look())[0]?.since, since);
});

Deno.test("a lost file is said once, though nothing can be written either, and faults are no part", () => {
  const down = downParts([
    stateOf("database-writes", "fail"),
    stateOf("database-file", "fail"),
    stateOf("faults", "warn"),
  ]);
  assert.deepEqual(down.map(({ part }) => part), ["database-file"]);
  assert.ok(isRefused(down, "book"));
  assert.ok(!isRefused(down, "ticket"));
  assert.deepEqual(downParts([stateOf("osrm", "pass")]), []);
});

Deno.test("what costs nobody an errand is no dispatcher's worry: alarms that wait are told on the page of failures alone", async () => {
  const seen = (["webhook", "smtp", "sentry", "clock"] as const).map((name) => (
    { name, status: "warn", observed: "open" } as const
  ));
  const health = new Health({ clock: manualClock("2026-11-23T05:00:00Z"), looks: [() => seen] });
  await health.look();
  assert.deepEqual(health.down().map(({ part }) => part), ["clock"]);
  assert.deepEqual(health.known().map(({ name }) => name), ["webhook", "smtp", "sentry", "clock"]);
});
