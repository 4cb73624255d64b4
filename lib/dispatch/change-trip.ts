// Use cases: an operator changes anything about a booking. A preview says what it comes to; the commit does just that, at
// the version and the price that were seen, or is refused.
import type { Actor, Booking, BookingId, Reservation } from "../booking/booking.ts";
import type { BookingCommand } from "../booking/booking-command.ts";
import { assertVersion } from "../booking/booking-version.ts";
import { markSold } from "../booking/buyable-quote.ts";
import { type ActDeps, commitBookingAct, seenAct } from "../booking/commit-act.ts";
import type { ChangeDeps, PlannedChange } from "../booking/change-stored-booking.ts";
import type { FieldChange, PriceBasis } from "../booking/field-change.ts";
import { assertRemembered } from "../booking/forgotten-rules.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { reserveVehicle } from "../booking/reserve-vehicle.ts";
import { seenByStaff, seenChanges } from "../booking/seen-booking.ts";
import { moveExpiry } from "../booking/work.ts";
import { DomainError, type DomainErrorCode } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { FareLine, Quote } from "../pricing/quote.ts";
import { freezeQuote, type QuoteTripDeps } from "../pricing/quote-trip.ts";
import {
  carOfDraft,
  type ChangeDraft,
  draftChange,
  type DraftDeps,
  draftedTime,
  mayMoveOwn,
  staysReserved,
} from "./draft-change.ts";
import type { PriceWish, TripChange } from "./trip-change.ts";

/** What changing needs. */
export type ChangeTripDeps = ActDeps & ChangeDeps & QuoteTripDeps & {
  fleet: Pick<FleetStore, "guard" | "vehicle" | "vehiclesOfClass">;
  jobs: JobQueue;
};

/** Why a change cannot be made, as the commit would say it. */
export interface Refusal {
  code: DomainErrorCode;
  facts: Readonly<Record<string, unknown>>;
}

/** What a change comes to. Amounts in öre incl. VAT. */
export interface ChangePreview {
  /** The version the preview is of; the commit names it. */
  version: number;
  changes: FieldChange[];
  price: PricePreview | null;
  /** The car that would drive it, and whether the driver stays with the trip. */
  car: { vehicleId: VehicleId; isSame: boolean; keepsDriver: boolean } | null;
  /** Empty when the change can be made. */
  refusals: Refusal[];
}

/** The price before and after. */
export interface PricePreview {
  oldOre: number;
  /** What the booking would cost; the commit names it. */
  newOre: number;
  differenceOre: number;
  /** What the trip costs by its tariff, also where the former price is kept. */
  byTariffOre: number;
  lines: FareLine[];
  basis: PriceBasis;
  tariffVersion: string;
}

/** Says what a change would come to; nothing is reserved or stored. Throws DomainError("booking-not-found"). */
export async function previewChange(
  deps: DraftDeps & Pick<ChangeDeps, "bookings">,
  input: { bookingId: BookingId; change: TripChange; price: PriceWish },
): Promise<ChangePreview> {
  const { booking } = await storedBooking(deps, input.bookingId);
  const preview: ChangePreview = {
    ...{ version: booking.version, changes: [], price: null, car: null, refusals: [] },
  };
  try {
    const draft = await draftChange(deps, booking, input.change, input.price);
    const changes = seenChanges(seenByStaff(booking), draft.changes);
    Object.assign(preview, { changes, price: pricePreview(booking, draft) });
    const vehicleId = await carOfDraft(deps, booking, draft);
    const isSame = vehicleId === booking.reservation.vehicleId;
    preview.car = { vehicleId, isSame, keepsDriver: isSame && "driverId" in booking };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    preview.refusals.push({ code: error.code, facts: error.details });
  }
  return preview;
}

/** What an operator sends to change a booking. */
export interface ChangeTripInput {
  bookingId: BookingId;
  change: TripChange;
  price: PriceWish;
  expectedVersion: number;
  /** The price that was shown. */
  expectedTotalOre: number;
  actor: Actor;
  idempotencyKey: string | null;
}

/**
 * Makes a change. Throws DomainError: booking-not-found; booking-changed with what happened since; price-changed with
 * the price it would be; what `draftChange` throws; no-vehicle-free with later times; idempotency-key-reused; busy.
 */
export async function changeTrip(
  deps: ChangeTripDeps,
  input: ChangeTripInput,
): Promise<OperatorAct> {
  const { bookingId: id, change, price, expectedVersion, expectedTotalOre, actor } = input;
  const { idempotencyKey } = input;
  const asked = { id, change, price, expectedVersion, expectedTotalOre };
  const wish = { kind: "change" as const, actor, idempotencyKey, asked };
  const seen = await seenAct(deps, wish);
  if (seen !== null) return seen;
  const { booking } = await storedBooking(deps, id);
  await assertVersion(deps.bookings, booking, expectedVersion);
  const draft = await draftChange(deps, booking, change, price);
  const { totalOre } = draft.trip;
  if (totalOre !== expectedTotalOre) throw new DomainError("price-changed", { totalOre });
  const quote = await quoteOf(deps, booking, draft);
  return await commitBookingAct(deps, wish, id, async (current, tx) => {
    await assertVersion(deps.bookings, current, expectedVersion);
    return await planChange(deps, tx, current, { draft, quote, actor });
  });
}

/** A new price is frozen as every other one, so that the trip runs on what was signed; a kept one stays. */
export async function quoteOf(
  deps: ChangeTripDeps,
  { id }: Booking,
  { priced, basis }: ChangeDraft,
): Promise<Quote | null> {
  if (priced === null || basis === "kept") return null;
  const tariffOf = basis === "new-tariff" ? "pickup" : "sale";
  return await freezeQuote(deps, priced, { now: deps.clock.now(), reschedules: id, tariffOf });
}

async function planChange(
  deps: ChangeTripDeps,
  tx: Transaction,
  booking: Booking,
  { draft, quote, actor }: { draft: ChangeDraft; quote: Quote | null; actor: Actor },
): Promise<PlannedChange> {
  const reservation = await reserveDraft(deps, tx, booking, draft);
  const command = changeCommand(deps, draft, quote, reservation);
  if (quote !== null) markSold(tx, quote.id, booking.id);
  if (booking.status === "confirmed" || reservation.vehicleId !== booking.reservation.vehicleId) {
    moveExpiry(deps.jobs, tx, booking, command);
  }
  return { command, meta: { at: deps.clock.now().toString(), actor } };
}

/** The command of a draft, on the quote that froze its price; null: on the former one. */
export function changeCommand(
  { timeZoneDataVersion }: Pick<ChangeTripDeps, "timeZoneDataVersion">,
  { wish, changes, basis, reason, trip: drafted }: ChangeDraft,
  quote: Quote | null,
  reservation: Reservation,
): BookingCommand & { type: "change" } {
  const { contact, flightNumber, note } = wish;
  const trip = quote === null ? drafted : { ...drafted, quoteId: quote.id, timeZoneDataVersion };
  return {
    type: "change",
    ...{ contact, flightNumber, note, trip, reservation, changes, basis, reason },
  };
}

/** The car of the changed trip: as it is reserved, its own car at the new time, or one of the class. */
async function reserveDraft(
  deps: ChangeTripDeps,
  tx: Transaction,
  booking: Booking,
  draft: ChangeDraft,
): Promise<Reservation> {
  if (await staysReserved(deps, booking, draft)) return booking.reservation;
  // What is read of the fleet from here on is what the commit stands on.
  await deps.fleet.guard(tx);
  const { reservation: former, id: bookingId } = booking;
  const time = draftedTime(draft);
  if (await mayMoveOwn(deps, booking, draft)) {
    const { vehicleId } = former;
    const release = former;
    const change = await deps.schedules.prepare({
      ...{ bookingId, release, reserve: { vehicleId, ...time } },
    });
    if (change !== null) {
      change.addTo(tx);
      return { vehicleId, ...time };
    }
  }
  return await reserveVehicle(deps, tx, {
    bookingId,
    vehicleClass: draft.wish.vehicleClass,
    pickup: draft.trip.pickup.instant,
    durationSeconds: draft.trip.route.durationSeconds,
    method: booking.payment.method,
    former,
  });
}

function pricePreview(booking: Booking, { trip, priced, basis }: ChangeDraft): PricePreview {
  const { totalOre: oldOre } = booking.trip;
  return {
    oldOre,
    newOre: trip.totalOre,
    differenceOre: trip.totalOre - oldOre,
    byTariffOre: priced?.options[0]?.totalOre ?? trip.totalOre,
    lines: trip.lines,
    basis,
    tariffVersion: trip.tariffVersion,
  };
}

async function storedBooking({ bookings }: Pick<ChangeDeps, "bookings">, id: BookingId) {
  const stored = await bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  assertRemembered(stored.booking);
  return stored;
}
