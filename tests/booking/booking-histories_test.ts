// Any sequence of what customers, operators, jobs and the clock do leaves a database without a lie.
import assert from "node:assert/strict";
import type { Booking, BookingAction } from "../../lib/booking/booking.ts";
import { bookingCan } from "../../lib/booking/booking-rules.ts";
import { cancelBooking, cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { expireBooking } from "../../lib/booking/expire-booking.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { driverId, type VehicleClass } from "../../lib/fleet/vehicle.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings, auditMirror } from "../support/booking-audit.ts";
import { fc } from "../support/property.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, aTrip } from "../support/trips.ts";

/** Three ordinary cars and two finer ones: few enough to be fought over. */
const FLEET = [...DEMO_VEHICLES.slice(0, 3), ...DEMO_VEHICLES.slice(16, 18)];
/** The evening before the night in which the clock goes back. */
const NOW = "2026-10-24T15:00:00Z";
const FIRST_PICKUP_MS = Date.parse("2026-10-24T20:00:00Z");
/** Pickups stand seven minutes apart, across midnight, the change of the clock and the next UTC day. */
const SLOTS = 60;

const slot = fc.nat(SLOTS - 1);
const which = fc.nat(30);
const vehicle = fc.option(fc.constantFrom(...FLEET.map((one) => one.id)), { nil: undefined });
const driver = fc.constantFrom("D01", "D02", "D03").map(driverId);

/** One thing somebody does; `which` names the booking it is done to, counted round the ones there are. */
type Deed =
  | { do: "book"; slot: number; vehicleClass: VehicleClass; twice: boolean }
  | { do: "command"; which: number; command: OperatorCommand }
  | { do: "cancel" | "cancel-as-operator" | "expire"; which: number }
  | { do: "reschedule"; which: number; slot: number }
  | { do: "wait"; minutes: number };

const command: fc.Arbitrary<OperatorCommand> = fc.oneof(
  fc.record({ type: fc.constant("assign" as const), driverId: driver, vehicleId: vehicle }),
  fc.constant({ type: "unassign" as const, reason: "sjuk" }),
  fc.constantFrom("depart", "arrive", "board", "complete", "mark-no-show").map((type) => ({
    type: type as "depart",
  })),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("book" as const),
      slot,
      vehicleClass: fc.constantFrom<VehicleClass[]>("standard", "standard", "premium"),
      twice: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("command" as const), which, command }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("cancel" as const, "cancel-as-operator" as const, "expire" as const),
      which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reschedule" as const), which, slot }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.integer({ min: 1, max: 200 }),
    }),
  },
);

Deno.test("one deed after the other: the table predicts each outcome and every index follows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (deeds) => {
      await using test = await testServices({ now: NOW, vehicles: FLEET });
      for (const one of deeds) await predicted(test, one);
      await audit(test);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

Deno.test("deeds at the same moment: whoever wins, no row lies and no vehicle is taken twice", async () => {
  const storm = fc.array(fc.array(deed, { minLength: 2, maxLength: 8 }), {
    minLength: 2,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(storm, async (rounds) => {
      await using test = await testServices({ now: NOW, vehicles: FLEET });
      for (const round of rounds) await Promise.all(round.map((one) => attempted(test, one)));
      await audit(test);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

async function audit(test: TestServices): Promise<void> {
  const { db, schedules } = test.services;
  const bookings = await auditBookings(db);
  await auditMirror(db, schedules, FLEET.map((one) => one.id), bookings);
}

/** Does a deed and holds its outcome against what the rules foretell. */
async function predicted(test: TestServices, deed: Deed): Promise<void> {
  const before = await target(test, deed);
  const code = await attempted(test, deed);
  if (before === null) return;
  const after = await test.services.bookings.get(before.id);
  const action = actionOf(deed);
  assert(after !== null && action !== null);
  if (!bookingCan(action, before.status)) {
    const isQuiet = deed.do === "expire" || deed.do === "cancel" && before.status === "cancelled";
    assert(isQuiet || code === "booking-state", `${action} of ${before.status}: ${code}`);
    assert.deepEqual(after.booking, before);
  }
  if (code !== null) assert.deepEqual(after.booking, before);
  if (after.booking.status === "cancelled" && before.status !== "cancelled") {
    const { vehicleId } = after.booking.reservation;
    assert(await test.services.schedules.anyFree([vehicleId], after.booking.reservation));
  }
}

/** Does a deed; the code of the rule that refused it, or null. Anything but a rule's refusal is a fault. */
async function attempted(test: TestServices, deed: Deed): Promise<string | null> {
  const booking = await target(test, deed);
  try {
    await done(test, deed, booking);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

async function done(test: TestServices, deed: Deed, booking: Booking | null): Promise<void> {
  const { services, clock } = test;
  if (deed.do === "wait") {
    clock.advance({ minutes: deed.minutes });
    await runRoomJobs(services);
    return;
  }
  if (deed.do === "book") {
    const quote = await aQuote(services, aTrip({ pickup: pickupOf(deed.slot) }));
    const { vehicleClass, twice } = deed;
    const buy = () =>
      aStoredBooking(services, { quote, vehicleClass, idempotencyKey: `buys ${quote.id}` });
    await Promise.all(twice ? [buy(), buy()] : [buy()]);
    return;
  }
  if (booking === null) return;
  const expectedVersion = booking.version;
  const link = await linkOf(services, booking);
  switch (deed.do) {
    case "command": {
      const actor = { kind: "operator", name: "Sara" } as const;
      const { command } = deed;
      await changeBooking(services, { bookingId: booking.id, command, actor, expectedVersion });
      return;
    }
    case "cancel": {
      const { feeOre } = previewCancellation(booking, clock.now().epochMilliseconds);
      await cancelBooking(services, { link, reason: "", expectedFeeOre: feeOre });
      return;
    }
    case "cancel-as-operator":
      await cancelBookingAsOperator(services, {
        bookingId: booking.id,
        reason: "",
        feeOre: 0,
        operatorName: "Sara",
        expectedVersion,
      });
      return;
    case "expire":
      await expireBooking(services, booking.id);
      return;
    case "reschedule": {
      const quote = await quoteReschedule(services, { link, pickup: pickupOf(deed.slot) });
      await rescheduleBooking(services, { link, quoteId: quote.id });
      return;
    }
  }
}

async function target(test: TestServices, deed: Deed): Promise<Booking | null> {
  if (!("which" in deed)) return null;
  const { read } = test.services.db;
  const rows = await Array.fromAsync(read.list<Booking>({ prefix: bookingKeys.booking.prefix }));
  return rows[deed.which % rows.length]?.value ?? null;
}

function actionOf(deed: Deed): BookingAction | null {
  if (deed.do === "command") return deed.command.type;
  if (deed.do === "cancel-as-operator") return "cancel";
  return deed.do === "book" || deed.do === "wait" ? null : deed.do;
}

async function linkOf(services: TestServices["services"], booking: Booking): Promise<string> {
  return await manageLink(services.linkKey, booking.id);
}

function pickupOf(slot: number) {
  return pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(FIRST_PICKUP_MS + slot * 7 * 60_000));
}
