import assert from "node:assert/strict";
import { listBookings, loadBoard, loadBooking } from "../../lib/board/board-data.ts";
import { MAX_FOUND } from "../../lib/board/board-limits.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { noShowFee, previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { driverId, plainDriver, plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { anOperator } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const DAY = "2026-11-24";

Deno.test("loadBoard() gathers the day, the chosen booking with its history, and the fleet's names", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  const late = await aStoredBooking(services, { wallTime: `${DAY}T12:00` });
  const early = await aStoredBooking(services, { wallTime: `${DAY}T09:00` });
  await aStoredBooking(services, { wallTime: "2026-11-25T09:00" });
  const query = { date: DAY, bookingId: late.booking.id, q: "" };
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
  const query = { date: DAY, bookingId: null, q: "" };
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
    driverId: "",
    reason: "sjuk",
    fee: "mycket",
  } as const;
  const query = { date: DAY, bookingId: booking.id, q: "" };
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
  await listBookings(deps, { date: DAY, bookingId: null, q: "Maja" }, null);
  assert.deepEqual(read.splice(0), ["search"]);
  await loadBoard(deps, session, { date: DAY, bookingId: null, q: "" });
  assert.deepEqual(read, ["listDay"]);
});

Deno.test("loadBoard() says that a chosen booking is missing, and finds people whatever their day", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const { booking } = await aStoredBooking(test.services, { wallTime: "2026-11-25T09:00" });
  const nowhere = bookingId("01KAMZ8N00AVANT1B00K1NG001");
  const query = { date: DAY, bookingId: nowhere, q: "Maja" };
  const { pane, search, day } = await loadBoard(test.services, session, query);
  assert.deepEqual(pane, { kind: "missing", id: nowhere });
  assert.deepEqual(day.bookings, []);
  assert(search.kind === "found" && search.query === "Maja");
  assert.deepEqual(search.bookings.map(({ id }) => id), [booking.id]);
});

Deno.test("listBookings() gives a long day in pages that neither repeat nor skip a booking", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, { wallTime: `${DAY}T09:00` });
  const [row] = await test.services.bookings.listDay(DAY);
  assert(row?.id === booking.id);
  const rows = Array.from({ length: 1_200 }, (_, i) => ({
    ...row,
    id: bookingId(`01KAMZ8N00AVANT1B00K1N${String(i).padStart(4, "0")}`),
    pickupMs: row.pickupMs + Math.floor(i / 3) * 60_000,
  }));
  const bookings = new Proxy(test.services.bookings, {
    get: (store, name) => name === "listDay" ? dayOf(rows) : Reflect.get(store, name, store),
  });
  const deps = { ...test.services, bookings };
  const query = { date: DAY, bookingId: null, q: "" };
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let cursor: string | null = null, page = 0; page < 4; page++) {
    const list = await listBookings(deps, query, cursor);
    seen.push(...list.bookings.map(({ id }) => id));
    sizes.push(list.bookings.length);
    cursor = list.next;
    if (cursor === null) break;
  }
  assert.deepEqual(sizes, [500, 500, 200]);
  assert.deepEqual(seen, rows.map(({ id }) => id));
});

Deno.test("a page's cursor continues its own day and no other", async () => {
  await using test = await testServices();
  const query = { date: DAY, bookingId: null, q: "" };
  await refusal(listBookings(test.services, query, "made.up"), "link-invalid");
});

Deno.test("a search of the API has no more hits than the board shows, and no next page", async () => {
  await using test = await testServices();
  for (let i = 0; i < MAX_FOUND + 2; i++) {
    const hour = String(6 + (i % 12)).padStart(2, "0");
    const day = 24 + Math.floor(i / 12);
    await aStoredBooking(test.services, { wallTime: `2026-11-${day}T${hour}:00` });
  }
  const list = await listBookings(test.services, { date: DAY, bookingId: null, q: "Maja" }, null);
  assert.equal(list.bookings.length, MAX_FOUND);
  assert.equal(list.next, null);
});

/** A store's day over rows: at most `limit` after the row that was seen last. */
function dayOf(rows: readonly { pickupMs: number; id: string }[]) {
  return (_date: string, limit: number, after?: { pickupMs: number; id: string }) => {
    const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after.id) + 1;
    return Promise.resolve(rows.slice(start, start + limit));
  };
}

Deno.test("the bounds of the board are thirty hits of a search", () => {
  assert.equal(MAX_FOUND, 30);
});
