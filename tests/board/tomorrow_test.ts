import assert from "node:assert/strict";
import { loadDayFile } from "../../lib/board/day-file.ts";
import { tomorrowLacks } from "../../lib/board/tomorrow.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("what tomorrow lacks is its trips without driver and the first of them", async () => {
  await using test = await testServices();
  for (const time of ["10:00", "04:45"]) {
    await aStoredBooking(test.services, { wallTime: `2026-11-24T${time}` });
  }
  await aStoredBooking(test.services, { wallTime: "2026-11-25T03:00" });
  assert.deepEqual(await tomorrowLacks(test.services, "2026-11-23"), {
    date: "2026-11-24",
    unassigned: 2,
    first: "2026-11-24T04:45",
  });
  assert.deepEqual(await tomorrowLacks(test.services, "2026-11-25"), {
    date: "2026-11-26",
    unassigned: 0,
    first: "",
  });
});

Deno.test("the file of a day has all of it, with the fleet's names and the time it was read", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, { wallTime: "2026-11-24T10:00" });
  const { services } = test;
  const file = await loadDayFile(services, "2026-11-24");
  assert.deepEqual(file.bookings.map(({ id }) => id), [booking.id]);
  assert.ok(file.fleet.vehicles.length > 0);
  assert.equal(file.nowMs, test.clock.now().epochMilliseconds);
});
