// Many trips of every kind, driven and paid in every way, booked as the reader of the feed books them: what rider, driver, documents,
// settlement and files then say can be compared to the öre.
import type { BookNote } from "../../lib/bookkeeping/book-note.ts";
import { bookkeepingKeys } from "../../lib/bookkeeping/keys.ts";
import {
  type Company,
  HOUSE,
  legalEntities,
  type LegalEntity,
} from "../../lib/bookkeeping/legal-entity.ts";
import { LedgerStore } from "../../lib/bookkeeping/ledger-store.ts";
import { OpenBooks, type OpenBooksDeps } from "../../lib/bookkeeping/open-books.ts";
import { postBooking } from "../../lib/bookkeeping/post-booking.ts";
import { postPaymentRow } from "../../lib/bookkeeping/post-payment.ts";
import {
  type BookedTrip,
  type Booking,
  type BookingEvent,
  bookingId,
} from "../../lib/booking/booking.ts";
import { undoneEvent } from "../../lib/booking/act-rules.ts";
import { decide, evolve } from "../../lib/booking/booking-rules.ts";
import type { BookingCommand } from "../../lib/booking/booking-command.ts";
import type { FeeVat } from "../../lib/booking/fee-vat.ts";
import type { Fleet } from "../../lib/fleet/fleet-store.ts";
import { type HolderId, holderId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes, ulid } from "../../lib/kernel/ids.ts";
import { labelOf } from "../../lib/kernel/locale.ts";
import { includedVatOre } from "../../lib/kernel/money.ts";
import { commitUnlessLocked } from "../../lib/kv/commit.ts";
import { jobTable } from "../../lib/kv/jobs.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import {
  type Payment,
  paymentId,
  REFUND_REASONS,
  refundId,
  type RefundReason,
} from "../../lib/payments/payment.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import { plainVehicle } from "../../lib/fleet/vehicle.ts";
import { aBookedTrip, aConfirmation, DRIVER } from "./bookings.ts";
import { oneOf as pick, SEED, seeded } from "./random.ts";

/** Vehicles of the company and of two owner-drivers. */
const OWNERS: Readonly<Record<string, string>> = { V01: "", V02: "H1", V03: "H2" };
const METHODS: readonly PaymentMethod[] = ["card", "swish", "invoice", "car"];
const BOOKED_TOGETHER = 10;
const BY = { kind: "system" } as const;

/** What a trip should have come to. */
export interface TripTruth {
  bookingId: string;
  entityId: HolderId;
  method: PaymentMethod;
  /** What the rider paid in the end, by whatever way. */
  paidOre: number;
}

/** The books of many trips. */
export interface BookedTrips extends Disposable {
  db: Database;
  ledger: LedgerStore;
  entities: LegalEntity[];
  truths: TripTruth[];
  /** What reading and writing these books needs. */
  deps: BookedTripsDeps;
}

/** It. */
type BookedTripsDeps = OpenBooksDeps & {
  db: Database;
  company: Company;
  fleet: { all(): Promise<Fleet> };
};

/** Enters notes the books were told, as the reader of the feed does. */
export async function bookNotes({ db, deps }: BookedTrips): Promise<void> {
  const books = new OpenBooks(deps);
  const notes = db.read.list<BookNote>({ prefix: bookkeepingKeys.bookNote.prefix });
  for await (const { value: { id } } of notes) await books.postNote(id);
  const tx = new Transaction(db);
  books.write(tx);
  if (await commitUnlessLocked(tx) === null) throw new Error("Nobody else writes here");
}

/** Books so many trips of one month. */
export async function bookedTrips(count: number, seed = SEED): Promise<BookedTrips> {
  const random = seeded(seed);
  const db = await openDatabase(":memory:");
  const events = new Map<string, BookingEvent[]>();
  const fleet = {
    vehicles: Object.entries(OWNERS).map(([id, owner]) => ({
      ...plainVehicle({
        ...{ id: vehicleId(id), name: `Bil ${id}`, vehicleClass: "standard", registration: id },
        inTraffic: true,
      }),
      holderId: owner === "" ? "" as const : holderId(owner),
    })),
    drivers: [],
    holders: ["H1", "H2"].map((id, i) => ({
      ...{ id: holderId(id), name: `Åkeri ${id}`, organisationNumber: `559990-002${i}` },
      ...{ kind: "limited-company" as const, permitNumber: "", contact: "", phone: "", email: "" },
      ...{ from: "", until: "" },
    })),
  };
  const company = { companyName: "Avanti Växel AB", companyNumber: "559990-0015" };
  const clock = manualClock("2026-12-01T05:00:00Z");
  const deps = {
    ...{ db, clock, randomBytes: secureRandomBytes, company, jobs: jobTable(secureRandomBytes) },
    fleet: { all: () => Promise.resolve(fleet) },
    bookings: { events: (id: string) => Promise.resolve(events.get(id) ?? []) },
  };
  const truths: TripTruth[] = [];
  for (let first = 0; first < count; first += BOOKED_TOGETHER) {
    const books = new OpenBooks(deps);
    for (let i = first; i < Math.min(count, first + BOOKED_TOGETHER); i++) {
      truths.push(await bookTrip(deps, books, { random, events }));
    }
    const tx = new Transaction(db, { mutations: 900 });
    books.write(tx);
    if (await commitUnlessLocked(tx) === null) throw new Error("Nobody else writes here");
  }
  return {
    ...{ db, ledger: new LedgerStore(db), truths, entities: legalEntities(company, fleet), deps },
    [Symbol.dispose]: () => db.close(),
  };
}

interface Chance {
  random: () => number;
  events: Map<string, BookingEvent[]>;
}

async function bookTrip(
  deps: Parameters<typeof postBooking>[0],
  books: OpenBooks,
  { random, events }: Chance,
): Promise<TripTruth> {
  const at = Temporal.Instant.from("2026-11-01T06:00:00Z")
    .add({ minutes: Math.floor(random() * 41_000) }).toString();
  const vehicle = pick(random, Object.keys(OWNERS));
  const method = pick(random, METHODS);
  const ride = aRide(random, { at, vehicle, method });
  const { id } = ride.booking;
  events.set(id, ride.history);
  const isPrepaid = method === "card" || method === "swish";
  const payment = aPayment({ bookingId: id, method, limitOre: ride.booking.trip.totalOre, at });
  const book = (version: number) => postBooking(deps, books, { id, version });
  // Swish is captured before the ride, a card after it; each told once more than it happened.
  let paid = method === "swish" ? { ...payment, capturedOre: payment.limitOre } : payment;
  if (isPrepaid) await postPaymentRow(books, paid);
  for (const { version } of ride.states) await book(version);
  await book(ride.booking.version);
  const soldOre = (await books.sales((await books.posted(id))?.sales ?? []))
    .reduce((sum, { totalOre }) => sum + totalOre, 0);
  if (!isPrepaid) return truth(ride, { vehicle, method, paidOre: soldOre });
  paid = { ...paid, capturedOre: method === "card" ? soldOre : paid.capturedOre };
  if (paid.capturedOre > soldOre) {
    paid = refunded(paid, paid.capturedOre - soldOre, "cancelled", at);
  }
  let leftOre = soldOre;
  while (random() < 0.3 && leftOre > 0) {
    const amountOre = 1 + Math.floor(random() * leftOre);
    const reason = pick(random, REFUND_REASONS.filter((one) => !NEVER_THE_PRICE.has(one)));
    paid = refunded(paid, amountOre, reason, at);
    leftOre -= amountOre;
    await postPaymentRow(books, paid);
  }
  await postPaymentRow(books, paid);
  await postPaymentRow(books, paid);
  return truth(ride, { vehicle, method, paidOre: leftOre });
}

const NEVER_THE_PRICE: ReadonlySet<RefundReason> = new Set<RefundReason>([
  ...["cancelled", "duplicate", "moved"] as const,
]);

function truth(
  { booking }: Ride,
  { vehicle, method, paidOre }: { vehicle: string; method: PaymentMethod; paidOre: number },
): TripTruth {
  const owner = OWNERS[vehicle] ?? "";
  return {
    ...{ bookingId: booking.id, method, paidOre },
    entityId: owner === "" ? HOUSE : holderId(owner),
  };
}

interface Ride {
  history: BookingEvent[];
  booking: Booking;
  /** After each event. */
  states: Booking[];
}

/** Driven, cancelled for nothing, for part or for all of the price, not come to; some of it undone and done again. */
function aRide(
  random: () => number,
  { at, vehicle, method }: { at: string; vehicle: string; method: PaymentMethod },
): Ride {
  const trip = aTrip(random, at);
  const id = bookingId(ulid(Date.parse(at), secureRandomBytes));
  const confirmation = aConfirmation(trip);
  const reservation = { ...confirmation.reservation, vehicleId: vehicleId(vehicle) };
  const first: BookingEvent = { ...confirmation, id, at, reservation, payment: { method } };
  const history: BookingEvent[] = [first];
  let booking = evolve(null, first);
  const states = [booking];
  const happen = (...commands: BookingCommand[]) => {
    for (const command of commands) {
      for (const event of decide(booking, command, { at, actor: BY })) {
        history.push(event);
        booking = evolve(booking, event);
        states.push(booking);
      }
    }
  };
  const { totalOre } = trip;
  const assign: BookingCommand = { type: "assign", driverId: DRIVER, reservation };
  const chance = random();
  if (chance < 0.25) {
    const part = pick(random, [0, 0.5, 1]);
    const feeOre = part === 1 ? totalOre : Math.floor(totalOre * part / 100) * 100;
    const feeVat: FeeVat = feeOre === totalOre ? "included" : "none";
    happen({ type: "cancel", by: "customer", reason: "", feeOre, feeVat });
  } else if (chance < 0.35) {
    const feeOre = 1 + Math.floor(random() * totalOre);
    happen(assign, { type: "depart" }, { type: "arrive" });
    happen({ type: "mark-no-show", feeOre, feeVat: "included" });
  } else {
    happen(assign, { type: "depart" }, { type: "arrive" }, { type: "board" });
    const aboard = booking;
    happen({ type: "complete" });
    if (chance > 0.9) {
      const undoes = {
        ...{ act: "act", from: aboard.version, to: booking.version },
        undid: { type: "completed", at },
      };
      const undone = undoneEvent(booking, aboard, undoes, { at, actor: BY });
      history.push(undone);
      booking = evolve(booking, undone);
      states.push(booking);
      if (chance > 0.95) happen({ type: "complete" });
    }
  }
  return { history, booking, states };
}

/** A price of some lines at one or two rates. */
function aTrip(random: () => number, instant: string): BookedTrip {
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => {
    const amountOre = 1 + Math.floor(random() * 60_000);
    const vatRatePercent = random() < 0.9 ? 6 : 25;
    return {
      ...{ code: i === 0 ? "base" as const : "surcharge" as const, label: labelOf(() => "") },
      ...{ amountOre, vatRatePercent, vatOre: includedVatOre(amountOre, vatRatePercent) },
    };
  });
  return aBookedTrip({
    ...{ instant, lines },
    totalOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0),
    vatOre: lines.reduce((sum, { vatOre }) => sum + vatOre, 0),
  });
}

/** A payment of which nothing was taken yet. */
export function aPayment(
  { bookingId, method, limitOre, at }: Pick<Payment, "bookingId" | "method" | "limitOre"> & {
    at: string;
  },
): Payment {
  return {
    ...{ id: paymentId(ulid(Date.parse(at), secureRandomBytes)), bookingId, method, limitOre },
    ...{ entityId: null, status: "captured", authorisedOre: limitOre, capturedOre: 0 },
    ...{ refunds: [], dispute: null, failure: null, authoriseAt: null, authorisedUntil: null },
    ...{ rideAt: null, askedFor: null },
    provider: {
      ...{ customerId: null, intentId: null, setupIntentId: null, sessionId: null },
      ...{ paymentMethodId: null, chargeId: null },
    },
    ...{ wish: null, movedAt: {}, openedAt: at, changedAt: at, version: 1 },
  };
}

function refunded(payment: Payment, amountOre: number, reason: RefundReason, at: string): Payment {
  const id = refundId(ulid(Date.parse(at), secureRandomBytes));
  const refund = {
    id,
    amountOre,
    reason,
    status: "succeeded",
    providerId: null,
    at,
    by: "system",
  } as const;
  return { ...payment, refunds: [...payment.refunds, refund] };
}
