import assert from "node:assert/strict";
import type { BoardQuery } from "../../lib/board/board-query.ts";
import { DayBook } from "../../lib/board/day-book.ts";
import { machineTiming } from "../../lib/resilience/give-way.ts";
import { loadDay } from "../../lib/board/load-day.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import type { BookingSearch } from "../../lib/booking/search/booking-search.ts";
import { signCursor } from "../../lib/kv/cursor.ts";
import { listBookings, loadBoard, loadBooking } from "../../lib/board/board-data.ts";
import { findBookings, FOUND_PER_PAGE } from "../../lib/board/find-bookings.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { noShowFee, previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { driverId, plainDriver, plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { anOperator } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DAY = "2026-11-24";
const NO_QUERY: BoardQuery = { date: DAY, bookingId: null, q: "", cursor: null };

Deno.test("loadBoard() gathers the day, the chosen booking with its history, and the fleet's names", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  const late = await aStoredBooking(services, { wallTime: `${DAY}T12:00` });
  const early = await aStoredBooking(services, { wallTime: `${DAY}T09:00` });
  await aStoredBooking(services, { wallTime: "2026-11-25T09:00" });
  const query = { date: DAY, bookingId: late.booking.id, q: "", cursor: null };
  const board = await loadBoard(services, session, query);
  assert.deepEqual(board.day.bookings.map(({ id }) => id), [early.booking.id, late.booking.id]);
  assert.equal(board.day.nowMs, test.clock.now().epochMilliseconds);
  assert.deepEqual(board.search, { kind: "off" });
  assert.equal(board.pane.kind === "shown" && board.pane.view.history[0]?.type, "confirmed");
  assert(board.day.freeVehicles > 0);
  assert.equal(board.day.date, DAY);
  assert.equal(board.day.cursor, await services.feed.head());
  assert(board.formToken.length > 20);
});

Deno.test("loadBoard() tells of drivers and vehicles what a choice shows, and no more", async () => {
  const vehicle = { id: vehicleId("V07"), name: "Bil 7", vehicleClass: "van" as const };
  const driver = { id: driverId("D07"), name: "Karin Berg", vehicleId: vehicle.id };
  await using test = await testServices({
    vehicles: [plainVehicle({ ...vehicle, registration: "ABC123", inTraffic: true })],
    drivers: [plainDriver({ ...driver, driverCode: "4711" })],
  });
  const { session } = await anOperator(test.services);
  const query = { date: DAY, bookingId: null, q: "", cursor: null };
  const { fleet, pane } = await loadBoard(test.services, session, query);
  assert.deepEqual(fleet, { drivers: [driver], vehicles: [vehicle] });
  assert.deepEqual(pane, { kind: "none" });
});

Deno.test("loadBoard() puts a refused action back into the pane of its booking", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const { booking } = await aStoredBooking(test.services);
  const draft = {
    action: "cancel",
    problem: "fee-invalid",
    since: [],
    driverId: "",
    reason: "sjuk",
    fault: "company",
    fee: "mycket",
  } as const;
  const query = { date: DAY, bookingId: booking.id, q: "", cursor: null };
  const { pane } = await loadBoard(test.services, session, query, draft);
  const view = await loadBooking(test.services, booking.id);
  assert.deepEqual(pane, { kind: "shown", view, draft, round: 0 });
  const plain = await loadBoard(test.services, session, query);
  assert.deepEqual(plain.pane, { kind: "shown", view, draft: null, round: 0 });
});

Deno.test("loadBooking() says what ending the booking now would cost, and null when there is none", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, { wallTime: `${DAY}T09:00` });
  const feesAt = async (instant: string) => {
    test.clock.set(instant);
    const view = await loadBooking(test.services, booking.id);
    assert.deepEqual(view?.faultFeesOre, {
      ...{ customer: view?.cancellationFeeOre, company: 0, nobody: 0 },
    });
    return [view?.cancellationFeeOre, view?.noShowFeeOre];
  };
  const noShow = noShowFee(booking).feeOre;
  assert.deepEqual(await feesAt("2026-11-23T06:00:00Z"), [0, noShow]);
  const late = "2026-11-24T07:59:00Z";
  const { feeOre } = previewCancellation(booking, Date.parse(late));
  assert(feeOre > 0);
  assert.deepEqual(await feesAt(late), [feeOre, noShow]);
  assert.equal(await loadBooking(test.services, bookingId("01KAMZ8N00AVANT1B00K1NG001")), null);
});

Deno.test("a search reads no day beside it, and a day without a search reads no search", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const read: string[] = [];
  const bookings = new Proxy(test.services.bookings, {
    get: (store, name) => {
      const member = Reflect.get(store, name, store);
      return typeof member !== "function" ? member : (...given: unknown[]) => {
        read.push(String(name));
        return member.apply(store, given);
      };
    },
  });
  const deps = { ...test.services, bookings };
  const days = new DayBook({ ...deps, timing: machineTiming });
  const search: BookingSearch = {
    find: (question) => {
      read.push("find");
      return test.services.search.find(question);
    },
  };
  await listBookings({ ...deps, days, search }, { ...NO_QUERY, q: "Maja" });
  assert.deepEqual(read.splice(0), ["find"]);
  await loadBoard({ ...deps, days, search }, session, NO_QUERY);
  assert.deepEqual(new Set(read), new Set(["listDay", "listDayOf"]));
});

Deno.test("loadBoard() says that a chosen booking is missing, and finds people whatever their day", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const { booking } = await aStoredBooking(test.services, { wallTime: "2026-11-25T09:00" });
  const nowhere = bookingId("01KAMZ8N00AVANT1B00K1NG001");
  const query = { date: DAY, bookingId: nowhere, q: "Maja", cursor: null };
  const { pane, search, day } = await loadBoard(test.services, session, query);
  assert.deepEqual(pane, { kind: "missing", id: nowhere });
  assert.deepEqual(day.bookings, []);
  assert(search.kind === "found" && search.query === "Maja");
  assert.deepEqual(search.bookings.map(({ id }) => id), [booking.id]);
});

Deno.test("a row and the pane beside it are of one version, whichever was read first", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  const { booking } = await aStoredBooking(services, { wallTime: `${DAY}T09:00` });
  // The day as it was before the change that the pane already shows.
  const days = new DayBook({ ...services, timing: machineTiming });
  const { day: before, cursor } = await days.read(DAY);
  await changeBooking(services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driverId("D01") },
    expectedVersion: booking.version,
    actor: { kind: "operator", id: null, name: "Kim" },
  });
  const stale = { read: () => Promise.resolve({ day: before, cursor }), vehiclesUnderWay };
  const deps = { ...services, days: stale as unknown as DayBook };
  const board = await loadBoard(deps, session, { ...NO_QUERY, bookingId: booking.id });
  assert(board.pane.kind === "shown" && board.pane.view.driverId === "D01");
  assert.deepEqual(board.day.bookings, [board.pane.view.row]);
});

Deno.test("a vehicle is free unless a trip of its has begun: what is reserved around now is no trip", async () => {
  await using test = await testServices({ now: "2026-11-24T07:30:00Z" });
  const { services } = test;
  const free = async () => (await loadDay(services, DAY, null)).freeVehicles;
  const all = (await services.fleet.vehicles()).filter(({ inTraffic }) => inTraffic).length;
  const { booking } = await aStoredBooking(services, { wallTime: `${DAY}T09:00` });
  test.clock.set("2026-11-24T08:00:00Z");
  assert.equal(await free(), all, "reserved for now, but nobody has left");
  let { version } = booking;
  const step = async (command: Parameters<typeof changeBooking>[1]["command"]) => {
    const actor = { kind: "operator", id: null, name: "Kim" } as const;
    const changed = await changeBooking(services, {
      ...{ bookingId: booking.id, command, expectedVersion: version, actor },
    });
    version = changed.version;
    return await free();
  };
  const driver = (await services.fleet.drivers())
    .find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  assert(driver);
  assert.equal(await step({ type: "assign", driverId: driver.id }), all, "assigned");
  assert.equal(await step({ type: "depart" }), all - 1, "on the way");
  assert.equal(await step({ type: "arrive" }), all - 1, "arrived");
  assert.equal(await step({ type: "board" }), all - 1, "on board");
  assert.equal(await step({ type: "complete" }), all, "done");
});

Deno.test("a trip that began yesterday keeps its vehicle, and one out of traffic is never free", async () => {
  await using test = await testServices({ now: "2026-11-24T22:00:00Z" });
  const { services } = test;
  const [first, second] = await services.fleet.vehicles();
  assert(first && second);
  const drivers = await services.fleet.drivers();
  await services.fleet.save([{ ...second, inTraffic: false }], []);
  const all = (await services.fleet.vehicles()).filter(({ inTraffic }) => inTraffic).length;
  const { booking } = await aStoredBooking(services, { wallTime: `${DAY}T23:40` });
  const driver = drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  assert(driver);
  const actor = { kind: "operator", id: null, name: "Kim" } as const;
  const assigned = await changeBooking(services, {
    ...{ bookingId: booking.id, command: { type: "assign", driverId: driver.id } },
    ...{ expectedVersion: booking.version, actor },
  });
  await changeBooking(services, {
    ...{ bookingId: booking.id, command: { type: "depart" } },
    ...{ expectedVersion: assigned.version, actor },
  });
  test.clock.set("2026-11-24T23:30:00Z");
  assert.equal((await loadDay(services, "2026-11-25", null)).freeVehicles, all - 1);
});

Deno.test("a search is paged by thirty, says how many there are, and neither repeats nor skips one", async () => {
  await using test = await testServices();
  const { services } = test;
  const made = FOUND_PER_PAGE + 2;
  for (let i = 0; i < made; i++) {
    const hour = String(6 + (i % 12)).padStart(2, "0");
    const day = 24 + Math.floor(i / 12);
    await aStoredBooking(services, { wallTime: `2026-11-${day}T${hour}:00` });
  }
  const first = await findBookings(services, "Maja", null);
  assert.deepEqual([first.bookings.length, first.total, first.before], [30, made, 0]);
  // Time passes: the second page counts from the same now as the first.
  test.clock.set("2026-11-25T12:00:00Z");
  const second = await findBookings(services, "Maja", first.next);
  assert.deepEqual([second.bookings.length, second.total, second.before], [2, made, 30]);
  assert.deepEqual([second.next, second.covered], [null, null]);
  const ids = [...first.bookings, ...second.bookings].map(({ id }) => id);
  assert.equal(new Set(ids).size, made);
  await refusal(findBookings(services, "Maja", "made.up"), "link-invalid");
  const ofADay = await signCursor(services.cursorKey, `admin-bookings/${DAY}`, [0, 0, ""]);
  await refusal(findBookings(services, "Maja", ofADay), "link-invalid");
});

function vehiclesUnderWay() {
  return Promise.resolve(new Set<never>());
}
