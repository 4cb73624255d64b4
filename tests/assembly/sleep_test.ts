// A machine that slept, or a process that was stopped, for hours: time has passed on both clocks, so that no job is
// skipped, none is done twice, and nobody is told that a clock was set.
import assert from "node:assert/strict";
import { runRoomJobs, watchClock } from "../../lib/assembly/work.ts";
import { ClockWatch } from "../../lib/kernel/clock-watch.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { recordsOf } from "../support/kept-log.ts";
import { TEST_NOW, testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

/** Bookings whose time to expire comes while nobody is awake. */
const BOOKED = 5;

Deno.test("after three days of sleep every job has run once, in one round, and no clock is doubted", async () => {
  const clock = manualClock(TEST_NOW);
  const passedMs = () => clock.now().epochMilliseconds;
  // The uptime of a machine goes on while it sleeps.
  const clockWatch = new ClockWatch({ wallMs: passedMs, steadyMs: passedMs });
  await using test = await testServices({ parts: { clock, clockWatch } });
  const { services } = test;
  const looking = watchClock(services);
  const ids = [];
  for (let i = 0; i < BOOKED; i++) ids.push((await aStoredBooking(services)).booking.id);
  await looking.round();
  assert.equal(await runRoomJobs(services), 0, "nothing is due yet");

  clock.advance({ hours: 3 * 24 });
  await looking.round();
  assert.ok(clockWatch.isTrusted());
  assert.equal(await runRoomJobs(services), BOOKED);
  assert.equal(await runRoomJobs(services), 0, "none is done twice");
  for (const id of ids) {
    const stored = await services.bookings.get(id);
    assert.equal(stored?.booking.status, "expired");
    assert.equal(stored?.booking.version, 2, "changed once");
  }
  assert.deepEqual(recordsOf(test.records, "error"), []);
});
