// What acts by the time of day waits while the machine's clock is wrong: nothing expires for good meanwhile.
import assert from "node:assert/strict";
import { startBackgroundWork, watchClock } from "../../lib/assembly/work.ts";
import { ClockWatch } from "../../lib/kernel/clock-watch.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const THREE_DAYS_MS = 72 * 60 * 60_000;

Deno.test("a clock that stands three days ahead expires no booking, and goes on once it is right", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  let aheadMs = 0;
  const clockWatch = new ClockWatch({ wallMs: () => aheadMs, steadyMs: () => 0 });
  const services = { ...test.services, clockWatch };
  const status = async () => (await services.bookings.get(booking.id))?.booking.status;

  aheadMs = THREE_DAYS_MS;
  test.clock.advance({ hours: 72 });
  await oneRoundOfEverything(services);
  assert.equal(await status(), "confirmed");
  assert.deepEqual(told(test.records), ["the clock was set, jobs wait"]);
  assert.equal(test.records.find(({ level }) => level === "error")?.count, 72 * 3_600);

  // The same moment on a clock that is right: two days later nobody has served it.
  aheadMs = 0;
  await oneRoundOfEverything(services);
  assert.equal(await status(), "expired");
});

Deno.test("it is said once that the clock is doubtful, and once that it is right again", async () => {
  await using test = await testServices();
  let aheadMs = 0;
  const clockWatch = new ClockWatch({ wallMs: () => aheadMs, steadyMs: () => 0 });
  const { round } = watchClock({ ...test.services, clockWatch });
  for (const ahead of [0, THREE_DAYS_MS, THREE_DAYS_MS, 0, 0, -THREE_DAYS_MS]) {
    aheadMs = ahead;
    await round();
  }
  assert.deepEqual(told(test.records), [
    "the clock was set, jobs wait",
    "the clock is right again, jobs go on",
    "the clock was set, jobs wait",
  ]);
});

/** Each round runs once when work starts, and none again: the work is told to end at once. */
async function oneRoundOfEverything(services: Parameters<typeof startBackgroundWork>[0]) {
  const stop = new AbortController();
  const work = startBackgroundWork({ ...services, shutdown: stop.signal });
  stop.abort();
  await work;
}

function told(records: readonly { event: string }[]): string[] {
  return records.map(({ event }) => event).filter((event) => event.includes("clock"));
}
