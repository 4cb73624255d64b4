// Any sequence of what customers, operators, jobs and the clock do leaves a database without a lie.
import assert from "node:assert/strict";
import type { Booking, BookingStatus } from "../../lib/booking/booking.ts";
import type { BookingAction } from "../../lib/booking/booking-command.ts";
import { bookingCan } from "../../lib/booking/booking-rules.ts";
import { cancelBooking, cancelBookingAsOperator } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { changeBooking, type OperatorCommand } from "../../lib/booking/change-booking.ts";
import { expireBooking } from "../../lib/booking/expire-booking.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { driverId, type VehicleClass } from "../../lib/fleet/vehicle.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { readList } from "../../lib/kv/read.ts";
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
/** More bookings than one history makes. */
const MORE_THAN_THERE_ARE = 1_000;

const slot = fc.nat(SLOTS - 1);
const which = fc.nat(30);
const vehicle = fc.option(fc.constantFrom(...FLEET.map((one) => one.id)), { nil: undefined });
const driver = fc.constantFrom("D01", "D02", "D03").map(driverId);

/** One thing somebody does; `which` names the booking it is done to, counted round the ones there are. */
type Deed =
  | { do: "book"; slot: number; vehicleClass: VehicleClass; twice: boolean }
  | { do: "command"; which: number; command: OperatorCommand }
  | { do: "cancel" | "cancel-as-operator" | "expire" | "change-details"; which: number }
  | { do: "reschedule"; which: number; slot: number }
  /** Whatever comes next in the ride of one of the first bookings. */
  | { do: "onward"; which: number }
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
      do: fc.constantFrom(
        "cancel" as const,
        "cancel-as-operator" as const,
        "expire" as const,
        "change-details" as const,
      ),
      which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reschedule" as const), which, slot }) },
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constant("onward" as const), which: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.integer({ min: 1, max: 900 }),
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

/** Nobody waits for a car two hours after the pickup: such a booking has expired by itself. */
async function assertNoneOverdue({ services, clock }: TestServices): Promise<void> {
  const { read } = services.db;
  const latestMs = clock.now().epochMilliseconds - 2 * 60 * 60_000;
  for await (const { value } of read.list<Booking>({ prefix: bookingKeys.booking.prefix })) {
    const pickupMs = Date.parse(value.trip.pickup.instant);
    assert(value.status !== "confirmed" || pickupMs > latestMs, `${value.reference} is overdue`);
  }
}

/** Why a deed that the table allows may be refused all the same; whatever is not named here must succeed. */
const REASONS: Readonly<Partial<Record<Deed["do"], readonly string[]>>> = {
  // Another booking has the wished vehicle then.
  // Or the customer still has their time to come.
  command: ["vehicle-not-free", "no-show-too-soon"],
  // No car of the class then; the pickup is too near, or cancelling is no longer free.
  reschedule: ["no-vehicle-free", "pickup-too-soon", "reschedule-too-late"],
};

/** Where a deed leads when it is allowed, by what an operator or a customer does; null: where it was. */
const LEADS_TO: Readonly<Record<BookingAction, BookingStatus | null>> = {
  reschedule: "confirmed",
  "change-details": null,
  assign: "assigned",
  unassign: "confirmed",
  depart: "en-route",
  arrive: "arrived",
  board: "on-board",
  complete: "completed",
  cancel: "cancelled",
  "mark-no-show": "no-show",
  expire: "expired",
  secure: "confirmed",
  lapse: "lapsed",
  change: null,
  move: null,
  link: null,
  "set-veil": null,
  revive: "confirmed",
};

/** True when an allowed deed left its mark; an expiry before its time is allowed to leave none. */
async function hasHappened(
  test: TestServices,
  deed: Deed,
  before: Booking,
  after: Booking,
): Promise<boolean> {
  const action = actionOf(deed);
  if (action === null) return false;
  if (deed.do === "expire") {
    const dueMs = Date.parse(before.trip.pickup.instant) + 2 * 60 * 60_000;
    if (test.clock.now().epochMilliseconds < dueMs) return after.version === before.version;
  }
  const events = await test.services.bookings.events(before.id);
  const isReschedule = action === "reschedule" && before.status === "assigned";
  return after.status === (LEADS_TO[action] ?? before.status) && after.version === events.length &&
    after.version === before.version + (isReschedule ? 2 : 1);
}

/** Does a deed and holds its outcome against what the rules foretell. */
async function predicted(test: TestServices, wish: Deed): Promise<void> {
  const before = await target(test, wish);
  const deed = spelledOut(wish, before);
  const code = await attempted(test, deed);
  if (deed.do === "wait") await assertNoneOverdue(test);
  if (before === null) return;
  const after = await test.services.bookings.get(before.id);
  const action = actionOf(deed);
  assert(after !== null && action !== null);
  if (!bookingCan(action, before.status)) {
    const isQuiet = deed.do === "expire" || deed.do === "cancel" && before.status === "cancelled";
    assert(isQuiet || code === "booking-state", `${action} of ${before.status}: ${code}`);
    assert.deepEqual(after.booking, before);
  } else if (code === null) {
    assert(await hasHappened(test, deed, before, after.booking), `${action} of ${before.status}`);
  } else {
    const reasons = REASONS[deed.do];
    assert(reasons?.includes(code), `${action} of ${before.status} was refused: ${code}`);
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
    await done(test, spelledOut(deed, booking), booking);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The next step of a ride as the command that asks for it; of a ride that is over, one more that must be refused. */
function spelledOut(deed: Deed, booking: Booking | null): Deed {
  if (deed.do !== "onward" || booking === null) return deed;
  const steps: Partial<Record<BookingStatus, OperatorCommand>> = {
    confirmed: { type: "assign", driverId: driverId("D01") },
    assigned: { type: "depart" },
    "en-route": { type: "arrive" },
    arrived: { type: booking.version % 3 === 0 ? "mark-no-show" : "board" },
  };
  const { which } = deed;
  return { do: "command", which, command: steps[booking.status] ?? { type: "complete" } };
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
      const actor = { kind: "operator", id: null, name: "Sara" } as const;
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
        actor: { kind: "operator", id: null, name: "Sara" },
        expectedVersion,
      });
      return;
    case "change-details": {
      const phone = `+4670999${1_000 + booking.version}`;
      const flightNumber = booking.version % 3 === 0 ? "" : `SK${booking.version}`;
      const note = `Ändring ${booking.version}`;
      await changeDetails(services, { link, phone, flightNumber, note });
      return;
    }
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
  const rows = await readList(read, { prefix: bookingKeys.booking.prefix }, MORE_THAN_THERE_ARE);
  return rows[deed.which % rows.length]?.value ?? null;
}

function actionOf(deed: Deed): BookingAction | null {
  if (deed.do === "command") return deed.command.type;
  if (deed.do === "cancel-as-operator") return "cancel";
  return deed.do === "book" || deed.do === "wait" || deed.do === "onward" ? null : deed.do;
}

async function linkOf(services: TestServices["services"], booking: Booking): Promise<string> {
  return await manageLink(services.linkKey, booking.id);
}

function pickupOf(slot: number) {
  return pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(FIRST_PICKUP_MS + slot * 7 * 60_000));
}
