import assert from "node:assert/strict";
import {
  applyChange,
  arrivals,
  dayFigures,
  type DayPart,
  driverName,
  type FleetNames,
  givenName,
  knownBookings,
  listedBookings,
  pickupDate,
  vehicleName,
} from "../../lib/board/day.ts";
import { BOOKING_STATUSES, bookingId, type BookingSummary } from "../../lib/booking/booking.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { aRow } from "../support/board.ts";

const DATE = "2026-11-23";
const FLEET: FleetNames = {
  drivers: [
    { id: driverId("D01"), name: "Karin Berg", vehicleId: vehicleId("V01") },
    { id: driverId("D02"), name: "Omar Ali", vehicleId: vehicleId("V02") },
  ],
  vehicles: [
    { id: vehicleId("V01"), name: "Bil 1", vehicleClass: "standard" },
    { id: vehicleId("V02"), name: "Bil 2", vehicleClass: "standard" },
  ],
};

function whole(bookings: readonly BookingSummary[]): DayPart {
  return { date: DATE, bookings, earlier: null, later: null };
}

Deno.test("bookings stand by pickup, and those of one minute by their ids", () => {
  const twin = (id: string) => aRow(10, { id: bookingId(id) });
  const made = [twin("b"), aRow(5), twin("c"), twin("a"), aRow(20)];
  const all = made.reduce<readonly BookingSummary[]>(
    (day, summary) => applyChange(whole(day), { summary }),
    [],
  );
  assert.deepEqual(all.map(({ id }) => id), ["B5", "a", "b", "c", "B20"]);
});

Deno.test("what changes nothing gives back the very list, so that nothing is drawn anew", () => {
  const rows = [aRow(10, { version: 2 })];
  for (const version of [1, 2]) {
    assert.equal(applyChange(whole(rows), { summary: aRow(10, { version }) }), rows);
  }
  const elsewhere = aRow(10, { version: 2, wallTime: "2026-11-24T06:41" });
  assert.equal(applyChange(whole(rows), { summary: { ...elsewhere, id: aRow(1).id } }), rows);
});

Deno.test("a change touches no list but its own", () => {
  const rows = [aRow(20), aRow(10)];
  applyChange(whole(rows), { summary: aRow(15) });
  assert.deepEqual(rows.map(({ id }) => id), ["B20", "B10"]);
});

Deno.test("a booking belongs to the date on the clock where it begins", () => {
  assert.equal(pickupDate({ wallTime: "2026-11-24T00:00" }), "2026-11-24");
});

Deno.test("every status counts where it belongs, and each booking with its own price", () => {
  const counted: Record<typeof BOOKING_STATUSES[number], readonly [number, number, number]> = {
    "awaiting-payment": [0, 0, 0],
    confirmed: [1, 0, 1],
    assigned: [1, 0, 0],
    "en-route": [1, 1, 0],
    arrived: [1, 1, 0],
    "on-board": [1, 1, 0],
    completed: [1, 0, 0],
    "no-show": [1, 0, 0],
    cancelled: [0, 0, 0],
    expired: [0, 0, 0],
    lapsed: [0, 0, 0],
  };
  for (const status of BOOKING_STATUSES) {
    const [bookings, inProgress, withoutDriver] = counted[status];
    assert.deepEqual(dayFigures([aRow(1, { status, totalOre: 700 })]), {
      bookings,
      inProgress,
      withoutDriver,
      revenueOre: bookings * 700,
    }, status);
  }
  const two = dayFigures([aRow(1, { totalOre: 700 }), aRow(2, { totalOre: 41 })]);
  assert.deepEqual([two.bookings, two.revenueOre], [2, 741]);
  assert.deepEqual(dayFigures([]), {
    bookings: 0,
    inProgress: 0,
    withoutDriver: 0,
    revenueOre: 0,
  });
});

Deno.test("vehicles and drivers go by their names, and by their ids when they are gone", () => {
  assert.equal(vehicleName(FLEET, vehicleId("V02")), "Bil 2");
  assert.equal(vehicleName(FLEET, vehicleId("V99")), "V99");
  assert.equal(driverName(FLEET, driverId("D02")), "Omar Ali");
  assert.equal(driverName(FLEET, driverId("D99")), "D99");
});

Deno.test("givenName() is the first word of a name", () => {
  assert.deepEqual(["Karin Anna Berg", "Karin", ""].map(givenName), ["Karin", "Karin", ""]);
});

Deno.test("arrivals() are the bookings that were not there before, in their order", () => {
  assert.deepEqual(arrivals([aRow(1), aRow(9)], [aRow(3), aRow(1), aRow(2)]), ["B3", "B2"]);
  assert.deepEqual(arrivals([aRow(1)], [aRow(1)]), []);
});

Deno.test("a part of a day takes in what belongs between its rows, and beyond an end where nothing more is", () => {
  const rows = [aRow(10), aRow(20)];
  const ids = (part: Partial<DayPart>, minutes: number) =>
    applyChange({ ...whole(rows), ...part }, { summary: aRow(minutes) }).map(({ id }) => id);
  assert.deepEqual(ids({ earlier: "e" }, 5), ["B10", "B20"]);
  assert.deepEqual(ids({ earlier: "e" }, 25), ["B10", "B20", "B25"]);
  assert.deepEqual(ids({ later: "l" }, 25), ["B10", "B20"]);
  assert.deepEqual(ids({ later: "l" }, 5), ["B5", "B10", "B20"]);
  assert.deepEqual(ids({ earlier: "e", later: "l" }, 15), ["B10", "B15", "B20"]);
  assert.deepEqual(ids({ later: "l", bookings: [] }, 15), []);
});

Deno.test("where trips are picked out, those in need beside the rows are among them, each once", () => {
  const day = { bookings: [aRow(20), aRow(30)], needy: [aRow(10), aRow(30, { version: 1 })] };
  assert.deepEqual(listedBookings(day, true).map(({ id }) => id), ["B10", "B20", "B30"]);
  assert.equal(listedBookings(day, false), day.bookings);
  assert.equal(knownBookings({ ...day, needy: [] }), day.bookings);
});
