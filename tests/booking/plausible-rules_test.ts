import assert from "node:assert/strict";
import { actDoubt, assertLikely } from "../../lib/booking/plausible-rules.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { aBooking } from "../support/bookings.ts";

const booking = aBooking("assigned");
const PICKUP_MS = Date.parse(booking.trip.pickup.instant);
const at = (minutes: number) => PICKUP_MS + minutes * 60_000;

Deno.test("each step has its time around the pickup, to the minute; what has none is never doubted", () => {
  const rows = [
    ["depart", -120, 240],
    ["arrive", -60, 240],
    ["board", -30, 240],
    // The trip of the example takes fifteen minutes.
    ["complete", -20, 255],
  ] as const;
  for (const [action, first, last] of rows) {
    assert.equal(actDoubt(booking, action, at(first)), null, action);
    assert.equal(actDoubt(booking, action, at(last)), null, action);
    const { pickup } = booking.trip;
    assert.deepEqual(actDoubt(booking, action, at(first - 1)), {
      doubt: "far-before-pickup",
      minutes: 1 - first,
      pickup: pickup.instant,
    });
    assert.deepEqual(actDoubt(booking, action, at(last + 1)), {
      doubt: "long-after-pickup",
      minutes: last + 1,
      pickup: pickup.instant,
    });
  }
  for (const action of ["assign", "unassign", "cancel", "mark-no-show"] as const) {
    assert.equal(actDoubt(booking, action, at(-100_000)), null);
  }
});

Deno.test("assertLikely() lets a confirmed step pass, and says of another what is unlikely", () => {
  assertLikely(booking, "depart", at(-500), true);
  assertLikely(booking, "depart", at(-5), false);
  assert.throws(
    () => assertLikely(booking, "depart", at(-500), false),
    (error) =>
      error instanceof DomainError && error.code === "act-unlikely" &&
      error.details["action"] === "depart" && error.details["minutes"] === 500,
  );
});
