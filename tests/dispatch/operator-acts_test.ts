// Three people do everything an operator can do, at the same moments and from what they saw a moment ago, and take acts
// back: no history lies, no car drives two trips, and nobody's change is overwritten unseen.
import assert from "node:assert/strict";
import type { OperatorCommandInput } from "../../lib/board/operator-command.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { Booking, BookingEvent } from "../../lib/booking/booking.ts";
import { replay } from "../../lib/booking/booking-rules.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import type { ActId, OperatorAct } from "../../lib/booking/operator-act.ts";
import { leaveHouse, undoAct } from "../../lib/booking/undo-act.ts";
import { changeTrip, previewChange } from "../../lib/dispatch/change-trip.ts";
import { copyTrip } from "../../lib/dispatch/copy-trip.ts";
import type { CopyWish } from "../../lib/dispatch/draft-copy.ts";
import { previewCopy } from "../../lib/dispatch/preview-copy.ts";
import { reviveTrip } from "../../lib/dispatch/revive-trip.ts";
import type { TripChange } from "../../lib/dispatch/trip-change.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { CLASS_CAPACITY, driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { pickupTimeAt } from "../../lib/kernel/wall-time.ts";
import { readList } from "../../lib/kv/read.ts";
import { DEMO_VEHICLES } from "../../scripts/demo/demo-fleet.ts";
import { auditBookings, auditMirror } from "../support/booking-audit.ts";
import { fc } from "../support/property.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aQuote, aStoredBooking, aTrip } from "../support/trips.ts";

/** Two ordinary cars, a finer one with fewer seats, and two large ones. */
const FLEET = [
  ...DEMO_VEHICLES.slice(0, 2),
  ...DEMO_VEHICLES.slice(16, 17),
  ...DEMO_VEHICLES.filter((one) => one.vehicleClass === "van").slice(0, 2),
];
const CARS = FLEET.map(({ id }) => id);
const NOW = "2026-11-24T08:30:00Z";
const FIRST_PICKUP_MS = Date.parse("2026-11-24T09:15:00Z");
const MORE_THAN_THERE_ARE = 1_000;
const NO_EXTRAS = { childSeats: 0, pets: 0, extraLuggage: 0 };

const nth = fc.nat(11);
const person = fc.constantFrom("Sara", "Kim", "Ali");
const step = fc.constantFrom("depart", "arrive", "board", "complete", "mark-no-show");

/** One thing a person does to a booking as they saw it when the round began, or to an act or a car. */
type Deed =
  & { who: string; which: number }
  & (
    | { do: "assign" | "move"; car: number; reason: string | null }
    | { do: "step"; type: "depart" }
    | { do: "unassign" | "cancel" | "revive" | "split" | "duplicate" }
    | { do: "change"; slot: number; note: number; passengers: number }
    | { do: "undo" }
    | { do: "outage"; car: number; slot: number }
  );

const base = { who: person, which: nth };
const reason = fc.constantFrom(null, "kunden är nöjd");
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ ...base, do: fc.constant("assign" as const), car: nth, reason }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...base, do: fc.constant("move" as const), car: nth, reason }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ ...base, do: fc.constant("step" as const) },
      type: step.map((type) => type as "depart"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...base,
      do: fc.constantFrom("unassign", "cancel", "revive", "split", "duplicate"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ ...base, do: fc.constant("change" as const), note: fc.nat(99) },
      ...{ slot: fc.nat(5), passengers: fc.integer({ min: 1, max: 8 }) },
    }),
  },
  { weight: 6, arbitrary: fc.record({ ...base, do: fc.constant("undo" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...base,
      do: fc.constant("outage" as const),
      car: nth,
      slot: fc.nat(5),
    }),
  },
);
const round = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 6 }),
  /** The seconds an act can be undone in come and go. */
  seconds: fc.constantFrom(0, 0, 3, 12, 1_800),
  send: fc.boolean(),
});

Deno.test("whatever three people do at once and take back, no row lies and nobody's change is lost unseen", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 9 }), async (rounds) => {
      await using test = await testServices({ now: NOW, vehicles: FLEET });
      await someBookings(test);
      const sent = new Set<ActId>();
      for (const { deeds, seconds, send } of rounds) {
        const seen = await allBookings(test);
        const acts = await allActs(test);
        await Promise.all(deeds.map((one) => attempted(test, one, seen, acts)));
        test.clock.advance({ seconds });
        if (send) await sendAll(test, sent);
      }
      await holds(test, sent);
    }),
    { numRuns: 80, endOnFailure: true },
  );
});

async function holds(test: TestServices, sent: ReadonlySet<ActId>): Promise<void> {
  const { services } = test;
  const bookings = await auditBookings(services.db);
  await auditMirror(services.db, services.schedules, CARS, bookings);
  for (const booking of bookings) {
    const events = await services.bookings.events(booking.id);
    assert.deepEqual(replay(events), booking);
    for (const [i, event] of events.entries()) assertSeen(events.slice(0, i), event);
    assertSeats(events);
  }
  for (const { id, outcome, spans } of await allActs(test)) {
    assert(!(sent.has(id) && outcome === "undone"), "what was sent was undone");
    const undone = bookings.length > 0 && await undoneIn(test, id);
    if (spans.length > 0) {
      assert.equal(outcome === "undone", undone, "an undo in half of its bookings");
    }
  }
}

/** What a change says it changed from is what stood there: nobody's words lie under it unseen. */
function assertSeen(before: readonly BookingEvent[], event: BookingEvent): void {
  if (event.type === "undone") {
    assert.equal(before.length, event.to, "an undo over what came after the act");
  }
  if (event.type !== "changed") return;
  const { note, trip } = replay(before);
  for (const { field, from } of event.changes) {
    if (field === "note") assert.equal(from, note, "a note was overwritten unseen");
    if (field === "passengers") {
      assert.equal(from, trip.passengers, "a party was overwritten unseen");
    }
    if (field === "totalOre") assert.equal(from, trip.totalOre, "a price was overwritten unseen");
  }
}

/** Whoever is given a driver has a seat in that car, whatever reason was given. */
function assertSeats(events: readonly BookingEvent[]): void {
  for (const [i, event] of events.entries()) {
    if (event.type !== "assigned") continue;
    const { trip } = replay(events.slice(0, i + 1));
    const car = FLEET.find(({ id }) => id === event.reservation.vehicleId);
    assert(car && trip.passengers <= CLASS_CAPACITY[car.vehicleClass].passengers, "without a seat");
  }
}

async function undoneIn({ services }: TestServices, id: ActId): Promise<boolean> {
  const { prefix } = bookingKeys.bookingEvent;
  const rows = await readList(services.db.read, { prefix }, MORE_THAN_THERE_ARE);
  return rows.some(({ value }) => value.type === "undone" && value.undoes === id);
}

async function someBookings({ services }: TestServices): Promise<void> {
  for (const slot of [0, 0, 3]) {
    await aStoredBooking(services, {
      quote: await aQuote(services, aTrip({ pickup: pickupOf(slot) })),
    });
  }
  const quote = await aQuote(services, aTrip({ pickup: pickupOf(1), passengers: 6, bags: 2 }));
  await aStoredBooking(services, { quote, vehicleClass: "van" });
}

/** Does a deed; a rule may refuse it, anything else is a fault. */
async function attempted(
  test: TestServices,
  deed: Deed,
  seen: readonly Booking[],
  acts: readonly OperatorAct[],
): Promise<void> {
  const booking = seen[deed.which % seen.length];
  assert(booking);
  try {
    const act = await done(test, deed, booking, acts);
    const span = act?.spans.find(({ bookingId }) => bookingId === booking.id);
    if (span !== undefined && deed.do !== "undo") {
      assert.equal(span.from, booking.version, `${deed.do} of a version nobody saw`);
    }
  } catch (error) {
    // A share of a party that is smaller by now is no part of it.
    if (!(error instanceof DomainError || error instanceof RequestError)) throw error;
  }
}

async function done(
  test: TestServices,
  deed: Deed,
  booking: Booking,
  acts: readonly OperatorAct[],
): Promise<OperatorAct | null> {
  const { services } = test;
  const actor = { kind: "operator", id: null, name: deed.who } as const;
  const command = commandOf(deed, booking);
  if (command !== null) {
    return await performCommand(services, booking.id, command, { actor, idempotencyKey: null });
  }
  const own = { bookingId: booking.id, expectedVersion: booking.version };
  const asked = { ...own, actor, idempotencyKey: null };
  const expectedTotalOre = booking.trip.totalOre;
  switch (deed.do) {
    case "undo": {
      const act = acts.at(-1 - deed.which % 4);
      return act === undefined ? null : await undoAct(services, { id: act.id, actor });
    }
    case "revive": {
      const back = { ...asked, pickup: null, reason: "kunden ringde", expectedTotalOre };
      return await reviveTrip(services, back);
    }
    case "split":
    case "duplicate": {
      const wish = copyOf(deed.do, booking);
      const { price } = await previewCopy(services, { bookingId: booking.id, wish });
      if (price === null) return null;
      const { former, copy } = price;
      return await copyTrip(services, { ...asked, wish, expectedTotalOre: { former, copy } });
    }
    case "change":
      return await changed(test, deed, asked);
    case "outage": {
      const startMs = Date.parse(pickupOf(deed.slot).instant);
      const time = { startMs, endMs: startMs + 3_600_000 };
      const id = CARS[deed.car % CARS.length] ?? vehicleId("V01");
      const out = { vehicleId: id, ...time, reason: "service", actor, idempotencyKey: null };
      return await takeOutOfTraffic(services, out);
    }
    default:
      return null;
  }
}

async function changed(
  { services }: TestServices,
  { slot, note, passengers }: Deed & { do: "change" },
  asked: Pick<
    Parameters<typeof changeTrip>[1],
    "bookingId" | "expectedVersion" | "actor" | "idempotencyKey"
  >,
): Promise<OperatorAct | null> {
  const { bookingId } = asked;
  const change: TripChange = { note: `Anteckning ${note}`, passengers, pickup: pickupOf(slot) };
  const price = { tariff: "original", keepReason: null } as const;
  const preview = await previewChange(services, { bookingId, change, price });
  if (preview.price === null) return null;
  const expectedTotalOre = preview.price.newOre;
  return await changeTrip(services, { ...asked, change, price, expectedTotalOre });
}

function commandOf(deed: Deed, { version }: Booking): OperatorCommandInput | null {
  const expectedVersion = version;
  if (deed.do === "assign" || deed.do === "move") {
    const car = CARS[deed.car % CARS.length] ?? "V01";
    const override = deed.reason === null ? {} : { override: deed.reason };
    return deed.do === "assign"
      ? { type: "assign", expectedVersion, driverId: driverId(`D${car.slice(1)}`), ...override }
      : { type: "move", expectedVersion, vehicleId: car, ...override };
  }
  if (deed.do === "step") return { type: deed.type, expectedVersion, confirmed: true };
  if (deed.do === "unassign") return { type: "unassign", expectedVersion, reason: "byte" };
  if (deed.do === "cancel") return { type: "cancel", expectedVersion, reason: "fel", feeOre: 0 };
  return null;
}

function copyOf(kind: "split" | "duplicate", { trip }: Booking): CopyWish {
  if (kind === "duplicate") return { kind, pickup: pickupOf(5) };
  const passengers = Math.max(1, Math.floor(trip.passengers / 2));
  const share = { passengers, bags: 0, wheelchairs: 0, extras: NO_EXTRAS };
  return {
    kind,
    share: trip.passengers > 1 ? share : { ...share, passengers: 1 },
    vehicleClass: "standard",
  };
}

async function sendAll(test: TestServices, sent: Set<ActId>): Promise<void> {
  for (const { id } of await allActs(test)) {
    if ((await leaveHouse(test.services, id)).kind === "go") sent.add(id);
  }
}

async function allBookings({ services }: TestServices): Promise<Booking[]> {
  const { prefix } = bookingKeys.booking;
  return (await readList(services.db.read, { prefix }, MORE_THAN_THERE_ARE)).map((row) =>
    row.value
  );
}

async function allActs({ services }: TestServices): Promise<OperatorAct[]> {
  const { prefix } = bookingKeys.operatorAct;
  return (await readList(services.db.read, { prefix }, MORE_THAN_THERE_ARE)).map((row) =>
    row.value
  );
}

function pickupOf(slot: number) {
  return pickupTimeAt(Temporal.Instant.fromEpochMilliseconds(FIRST_PICKUP_MS + slot * 45 * 60_000));
}
