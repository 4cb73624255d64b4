import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { countEvents, eventCounts } from "../../lib/booking/count-events.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("countEvents() counts what happens to bookings on the local day it happens", async () => {
  await using test = await testServices({ now: "2026-11-23T05:00:00Z" });
  const faults: unknown[] = [];
  const stop = countEvents(test.services, (error) => faults.push(error));
  const { link } = await aStoredBooking(test.services);
  await aStoredBooking(test.services);
  // 23.30 in UTC is the next day in Sweden.
  test.clock.set("2026-11-23T23:30:00Z");
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre: 0 });
  stop();
  await aStoredBooking(test.services, { wallTime: "2026-11-25T10:00" });
  const first = await eventCounts(test.services, "2026-11-23");
  assert.equal(first.confirmed, 2);
  assert.equal(first.cancelled, 0);
  const second = await eventCounts(test.services, "2026-11-24");
  assert.equal(second.cancelled, 1);
  assert.equal(second.confirmed, 0, "nothing is counted after it was stopped");
  assert.deepEqual(faults, []);
});
