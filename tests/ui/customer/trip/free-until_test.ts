import assert from "node:assert/strict";
import { HOME_ZONE, readWallTime } from "../../../../lib/kernel/wall-time.ts";
import { freeUntil } from "../../../../lib/ui/customer/trip/free-until.ts";

Deno.test("freeUntil() is an hour before, over midnight and new year too", () => {
  assert.equal(freeUntil("2026-11-28T06:40", 60), "2026-11-28T05:40");
  assert.equal(freeUntil("2027-01-01T00:30", 60), "2026-12-31T23:30");
});

Deno.test("freeUntil() counts in real hours on the nights the clocks change, as the server does", () => {
  for (const day of ["2026-10-25", "2027-03-28", "2026-07-01"]) {
    for (const time of ["00:30", "01:30", "03:00", "03:30", "04:00"]) {
      const reading = readWallTime(`${day}T${time}`, "earlier");
      assert.ok(reading.kind === "one");
      const free = Temporal.Instant.from(reading.pickup.instant).subtract({ minutes: 60 })
        .toZonedDateTimeISO(HOME_ZONE).toPlainDateTime().toString({ smallestUnit: "minute" });
      assert.equal(freeUntil(`${day}T${time}`, 60), free, `${day} ${time}`);
    }
  }
});

Deno.test("freeUntil() says nothing of what is no time", () => {
  for (const text of ["", "T", "2026-11-28T", "2026-11-28T24:61", "2026-13-40T06:40"]) {
    assert.equal(freeUntil(text, 60), null, text);
  }
});
