// Every row that writing a booking writes, spelled out: the record, its history, its indexes, the feed.
import assert from "node:assert/strict";
import type { Booking, BookingEvent } from "../../lib/booking/booking.ts";
import { decide, evolve } from "../../lib/booking/booking-rules.ts";
import { type StoredBooking, writeBooking } from "../../lib/booking/booking-store.ts";
import type { Database } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { aBookedTrip, aCommand, aConfirmation, AT } from "../support/bookings.ts";
import { memoryDatabase } from "../support/databases.ts";
import { rowsOfToday } from "../support/rows-of-today.ts";

const ID = "01KAMZ8N00AVANT1B00K1NG001";
const META = {
  at: "2026-11-23T06:00:00Z",
  actor: { kind: "operator", id: null, name: "Sara" },
} as const;
/** 2026-11-24 at 10:00 and at 16:00 in Sweden. */
const [MORNING, AFTERNOON] = [1_795_510_800_000, 1_795_532_400_000];

const CONFIRMED_SUMMARY = {
  id: ID,
  reference: "K4Q7RM",
  status: "confirmed",
  pickupMs: MORNING,
  wallTime: "2026-11-24T10:00",
  from: "Landvetter",
  to: "Östra Hamngatan 24",
  customer: "Maja Öberg",
  phone: "+46701234567",
  passengers: 2,
  vehicleClass: "standard",
  distanceMeters: 10_000,
  totalOre: 50_000,
  vehicleId: "V01",
  driverId: null,
  version: 1,
  changedAt: AT,
  flightNumber: "",
  note: "",
  veiled: false,
  restricted: false,
  bags: 2,
  wheelchairs: 0,
  childSeats: 0,
  pets: 0,
  extraLuggage: 0,
  durationSeconds: 900,
};

Deno.test("writeBooking() of a new booking writes its record, its first event, its row of the day and one entry on the feed", async () => {
  await using test = await memoryDatabase();
  const { booking, event, versionstamp } = await confirmed(test.db);
  assert.deepEqual(await rows(test.db), {
    [`booking ${ID}`]: booking,
    [`bookingByDay 2026-11-24 ${MORNING} ${ID}`]: CONFIRMED_SUMMARY,
    [`bookingEvent ${ID} 1`]: event,
    [`feed ${versionstamp}`]: {
      at: AT,
      entries: [{
        kind: "booking",
        body: {
          at: AT,
          type: "confirmed",
          act: null,
          due: AT,
          undid: null,
          summary: CONFIRMED_SUMMARY,
        },
      }],
    },
  });
});

Deno.test("writeBooking() of two events writes both, tells the feed of the last, and leaves no row where the booking was", async () => {
  await using test = await memoryDatabase();
  const first = await confirmed(test.db);
  const assigned = await changed(test.db, first, "assign");
  const moved = await changed(test.db, assigned, "reschedule");
  const summary = {
    ...CONFIRMED_SUMMARY,
    pickupMs: AFTERNOON,
    wallTime: "2026-11-24T16:00",
    version: 4,
    changedAt: META.at,
  };
  const all = await rows(test.db);
  assert.deepEqual(Object.keys(all), [
    `booking ${ID}`,
    `bookingByDay 2026-11-24 ${AFTERNOON} ${ID}`,
    ...[1, 2, 3, 4].map((version) => `bookingEvent ${ID} ${version}`),
    ...[first, assigned, moved].map(({ versionstamp }) => `feed ${versionstamp}`),
  ]);
  assert.deepEqual(all[`booking ${ID}`], moved.booking);
  assert.deepEqual(all[`bookingByDay 2026-11-24 ${AFTERNOON} ${ID}`], summary);
  assert.deepEqual(
    [1, 2, 3, 4].map((version) => (all[`bookingEvent ${ID} ${version}`] as BookingEvent).type),
    ["confirmed", "assigned", "unassigned", "rescheduled"],
  );
  assert.deepEqual(all[`feed ${moved.versionstamp}`], {
    at: META.at,
    entries: [{
      kind: "booking",
      body: { at: META.at, type: "rescheduled", act: null, due: META.at, undid: null, summary },
    }],
  });
});

Deno.test("writeBooking() moves a booking to another local day when its pickup crosses the Swedish midnight alone", async () => {
  await using test = await memoryDatabase();
  const first = await confirmed(test.db, aBookedTrip({ instant: "2026-11-24T22:30:00Z" }));
  const trip = aBookedTrip({ instant: "2026-11-24T23:30:00Z" });
  const { reservation } = first.booking;
  const events = decide(first.booking, { type: "reschedule", trip, reservation }, META);
  await written(test.db, first, events);
  const days = Object.keys(await rows(test.db)).filter((key) => key.startsWith("bookingByDay"));
  assert.deepEqual(days, [`bookingByDay 2026-11-25 ${Date.parse("2026-11-24T23:30:00Z")} ${ID}`]);
});

Deno.test("writeBooking() refuses an id that another booking has", async () => {
  await using test = await memoryDatabase();
  await confirmed(test.db);
  const event = { ...aConfirmation(), reference: "RM7Q4K" };
  const before = await rows(test.db);
  const tx = new Transaction(test.db);
  writeBooking(tx, { before: null, after: evolve(null, event), events: [event] });
  assert.equal(await tx.commit(), null);
  assert.deepEqual(await rows(test.db), before);
});

type Written = StoredBooking & { event: BookingEvent };

async function confirmed(db: Database, trip = aBookedTrip()): Promise<Written> {
  return await written(db, null, [aConfirmation(trip)]);
}

async function changed(
  db: Database,
  before: Written,
  action: "assign" | "reschedule",
): Promise<Written> {
  return await written(db, before, decide(before.booking, aCommand(action), META));
}

async function written(
  db: Database,
  before: StoredBooking | null,
  events: readonly BookingEvent[],
): Promise<Written> {
  const after = events.reduce<Booking | null>(evolve, before?.booking ?? null);
  const event = events.at(-1);
  assert(after !== null && event !== undefined);
  const tx = new Transaction(db);
  writeBooking(tx, { before, after, events });
  const versionstamp = await tx.commit();
  assert(versionstamp !== null);
  return { booking: after, versionstamp, event };
}

/** Every row of the database by its key, in key order. */
async function rows(db: Database): Promise<Record<string, unknown>> {
  const entries = await rowsOfToday(db.read);
  return Object.fromEntries(entries.map(({ key, value }) => [key.join(" "), value]));
}
