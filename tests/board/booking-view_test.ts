import assert from "node:assert/strict";
import { seenByStaff } from "../../lib/booking/seen-booking.ts";
import { summarise } from "../../lib/booking/summarise.ts";
import { bookingView } from "../../lib/board/booking-view.ts";
import { aBookedTrip, aBooking, aConfirmation, AT, DRIVER } from "../support/bookings.ts";
import { LANDVETTER } from "../support/trips.ts";

const FAULT_FEES = { customer: 0, company: 0, nobody: 0 };
const FEE = { feeOre: 700, feeVat: "none", fault: "company" } as const;
const FEES = { cancellationFeeOre: 0, faultFeesOre: FAULT_FEES, noShowFeeOre: 50_000 };
const LINE = {
  code: "base",
  label: { sv: "Grund", en: "Base" },
  amountOre: 4_500,
  vatRatePercent: 6,
  vatOre: 255,
} as const;
const KARIN = { kind: "operator", id: null, name: "Karin" } as const;

Deno.test("bookingView() shows the customer's words, and the place only when it says more", () => {
  const view = bookingView(seenByStaff(aBooking()), [], FEES);
  assert.deepEqual(view.from, {
    label: "Landvetter",
    place: "Göteborg Landvetter flygplats, Härryda",
    words: "Landvetter",
  });
  assert.equal(view.wallTime, "2026-11-24T10:00");
  assert.equal(view.pickupMs, Date.parse("2026-11-24T09:00:00Z"));
  assert.equal(view.noShowFeeOre, 50_000);
});

Deno.test("bookingView() names a driver from the moment there is one", () => {
  assert.equal(bookingView(seenByStaff(aBooking("confirmed")), [], FEES).driverId, null);
  assert.equal(bookingView(seenByStaff(aBooking("en-route")), [], FEES).driverId, DRIVER);
});

Deno.test("each event of the history carries its own facts and no others", () => {
  const meta = { at: AT, actor: KARIN };
  const trip = aBookedTrip({ instant: "2026-11-24T15:00:00Z" });
  const { reservation } = aConfirmation(trip);
  const history = bookingView(seenByStaff(aBooking()), [
    aConfirmation(),
    { ...meta, type: "assigned", driverId: DRIVER, reservation },
    { ...meta, type: "rescheduled", trip, reservation },
    { ...meta, type: "unassigned", reason: "sjuk" },
    { ...meta, type: "cancelled", by: "operator", reason: "bilen", ...FEE },
    { ...meta, type: "no-show", feeOre: 900, feeVat: "included" },
  ], FEES).history;
  const bare = {
    driverId: null,
    vehicleId: null,
    wallTime: "",
    reason: "",
    feeOre: null,
    changes: [],
    link: null,
  };
  assert.deepEqual(history, [
    { ...bare, type: "confirmed", at: AT, actor: { kind: "customer" } },
    { ...bare, ...meta, type: "assigned", driverId: DRIVER, vehicleId: reservation.vehicleId },
    { ...bare, ...meta, type: "rescheduled", wallTime: "2026-11-24T16:00" },
    { ...bare, ...meta, type: "unassigned", reason: "sjuk" },
    { ...bare, ...meta, type: "cancelled", reason: "bilen", feeOre: 700 },
    { ...bare, ...meta, type: "no-show", feeOre: 900 },
  ]);
});

Deno.test("bookingView() gives every fact of a booking under its own name", () => {
  const trip = aBookedTrip({
    passengers: 3,
    bags: 4,
    wheelchairs: 1,
    extras: { childSeats: 1, pets: 2, extraLuggage: 3 },
    lines: [LINE],
    isFixedPrice: true,
  });
  const contact = { name: "Maja Öberg", phone: "+46701234567", email: "maja@example.se" };
  const booking = {
    ...aBooking("assigned", trip),
    contact,
    flightNumber: "SK1436",
    note: "Ring på",
    locale: "en" as const,
  };
  assert.deepEqual(
    bookingView(seenByStaff(booking), [], {
      ...{ cancellationFeeOre: 11, faultFeesOre: FAULT_FEES, noShowFeeOre: 22 },
    }),
    {
      id: "01KAMZ8N00AVANT1B00K1NG001",
      reference: "K4Q7RM",
      status: "assigned",
      version: 2,
      locale: "en",
      veiled: false,
      restricted: false,
      contact: { ...contact, shownPhone: "070-123 45 67" },
      flightNumber: "SK1436",
      note: "Ring på",
      from: {
        label: "Landvetter",
        place: "Göteborg Landvetter flygplats, Härryda",
        words: "Landvetter",
      },
      to: {
        label: "Östra Hamngatan 24",
        place: "Östra Hamngatan, Göteborg",
        words: "Östra Hamngatan 24",
      },
      pickupMs: Date.parse("2026-11-24T09:00:00Z"),
      wallTime: "2026-11-24T10:00",
      passengers: 3,
      bags: 4,
      wheelchairs: 1,
      extras: { childSeats: 1, pets: 2, extraLuggage: 3 },
      vehicleClass: "standard",
      distanceMeters: 10_000,
      durationSeconds: 900,
      isEstimate: true,
      lines: [LINE],
      totalOre: 50_000,
      vatOre: 2_830,
      isFixedPrice: true,
      vehicleId: "V01",
      driverId: DRIVER,
      cancellationFeeOre: 11,
      faultFeesOre: FAULT_FEES,
      noShowFeeOre: 22,
      links: [],
      history: [],
      row: summarise(booking),
    },
  );
});

Deno.test("a stop says its place with the area there is, and nothing that its label says already", () => {
  const stop = { ...LANDVETTER, name: "Vasagatan", area: "Göteborg" };
  const viewOf = (changes: Partial<typeof LANDVETTER>) =>
    bookingView(
      seenByStaff(aBooking("confirmed", aBookedTrip({ from: { ...stop, ...changes } }))),
      [],
      FEES,
    )
      .from;
  assert.deepEqual(viewOf({ words: " Vasagatan 3 " }), {
    label: "Vasagatan 3",
    place: "Vasagatan, Göteborg",
    words: "Vasagatan 3",
  });
  assert.deepEqual(viewOf({ words: "hemma", area: "" }).place, "Vasagatan");
  assert.deepEqual(viewOf({ words: "Vasagatan", area: "" }).place, "");
  assert.deepEqual(viewOf({ words: "Vasagatan, Göteborg" }).place, "");
  assert.deepEqual(viewOf({ words: "" }), {
    label: "Vasagatan",
    place: "Vasagatan, Göteborg",
    words: "",
  });
});

Deno.test("an event without facts of its own is shown with its time and who did it", () => {
  const types = ["departed", "arrived", "boarded", "completed", "expired"] as const;
  const events = types.map((type) => ({ type, at: AT, actor: KARIN }));
  const { history } = bookingView(seenByStaff(aBooking()), events, FEES);
  const bare = {
    driverId: null,
    vehicleId: null,
    wallTime: "",
    reason: "",
    feeOre: null,
    changes: [],
    link: null,
  };
  assert.deepEqual(history, events.map((event) => ({ ...event, ...bare })));
});
