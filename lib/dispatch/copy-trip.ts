// Use cases: a booking comes out of another: half of a party that one car is too small for, the same trip again, the way
// back. One commit makes the new one, with its car, and ties the two together.
import { bookedTrip } from "../booking/booked-trip.ts";
import { OPPOSITE_LINK } from "../booking/booking-link.ts";
import type { Actor, Booking, BookingEvent, BookingId } from "../booking/booking.ts";
import { bookingId } from "../booking/booking.ts";
import type { BookingCommand } from "../booking/booking-command.ts";
import { coverOf, unaskedPayment } from "../booking/booking-facts.ts";
import { evolve } from "../booking/booking-rules.ts";
import { writeOwners } from "../booking/booking-owners.ts";
import { writeReference } from "../booking/booking-reference.ts";
import { writeBooking } from "../booking/booking-store.ts";
import { assertVersion } from "../booking/booking-version.ts";
import { markSold } from "../booking/buyable-quote.ts";
import { type ActWish, commitAct, seenAct, spanOf } from "../booking/commit-act.ts";
import { changeInCommit } from "../booking/change-stored-booking.ts";
import { assertRemembered } from "../booking/forgotten-rules.ts";
import type { ActStamp, OperatorAct } from "../booking/operator-act.ts";
import { reserveVehicle } from "../booking/reserve-vehicle.ts";
import { addExpiry } from "../booking/work.ts";
import { DomainError } from "../errors/domain-error.ts";
import { referenceCode, ulid } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Quote } from "../pricing/quote.ts";
import { optionFor } from "../pricing/quote-rules.ts";
import { freezeQuote } from "../pricing/quote-trip.ts";
import type { RepricedTrip } from "../pricing/reprice-trip.ts";
import { changeCommand, type ChangeTripDeps, quoteOf } from "./change-trip.ts";
import { type CopyDraft, type CopyWish, draftCopy } from "./draft-copy.ts";

/** What an operator sends to make a booking of another. */
export interface CopyTripInput {
  bookingId: BookingId;
  wish: CopyWish;
  expectedVersion: number;
  /** The prices that were shown, of the former booking and of the new one. */
  expectedTotalOre: { former: number; copy: number };
  actor: Actor;
  idempotencyKey: string | null;
}

/**
 * Makes the new booking. Throws DomainError: booking-not-found, booking-changed, price-changed with both prices, what
 * `draftCopy` throws, no-vehicle-free, idempotency-key-reused, busy.
 */
export async function copyTrip(deps: ChangeTripDeps, input: CopyTripInput): Promise<OperatorAct> {
  const { bookingId: id, wish, expectedVersion, expectedTotalOre, actor } = input;
  const asked = { id, wish, expectedVersion, expectedTotalOre };
  const act: ActWish = { kind: wish.kind, actor, idempotencyKey: input.idempotencyKey, asked };
  const seen = await seenAct(deps, act);
  if (seen !== null) return seen;
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  assertRemembered(stored.booking);
  const { booking } = stored;
  await assertVersion(deps.bookings, booking, expectedVersion);
  const draft = await draftCopy(deps, booking, wish);
  const totals = totalsOf(booking, draft);
  if (totals.former !== expectedTotalOre.former || totals.copy !== expectedTotalOre.copy) {
    throw new DomainError("price-changed", {
      totalOre: totals.copy,
      formerTotalOre: totals.former,
    });
  }
  const quotes = {
    former: draft.former && await quoteOf(deps, booking, draft.former),
    copy: await freezeQuote(deps, draft.copy, {
      ...{ now: deps.clock.now(), reschedules: null },
      tariffOf: draft.link === "split-into" ? "sale" : "pickup",
    }),
  };
  return await commitAct(deps, act, async (tx, stamp) => {
    const copy = await writeCopy(deps, tx, booking, { draft, quote: quotes.copy, actor, stamp });
    const link = {
      kind: draft.link,
      bookingId: copy.id,
      reference: copy.reference,
    };
    const changed = await changeInCommit(deps, tx, id, async (current) => {
      await assertVersion(deps.bookings, current, expectedVersion);
      const tie: BookingCommand = { type: "link", link };
      const meta = { at: deps.clock.now().toString(), actor };
      if (draft.former === null) return { command: tie, meta };
      const { reservation } = current;
      const command = changeCommand(deps, draft.former, quotes.former, reservation);
      if (quotes.former !== null) markSold(tx, quotes.former.id, id);
      return { command, then: [tie], meta };
    }, stamp);
    return { spans: [spanOf(changed), { bookingId: copy.id, from: 0, to: 1 }] };
  });
}

/** What both bookings would cost, in öre. */
export function totalsOf({ trip }: Booking, { former, copy }: CopyDraft) {
  return {
    former: former?.trip.totalOre ?? trip.totalOre,
    copy: copy.options[0]?.totalOre ?? 0,
  };
}

async function writeCopy(
  deps: ChangeTripDeps,
  tx: Transaction,
  former: Booking,
  { draft, quote, actor, stamp }: {
    draft: CopyDraft & { copy: RepricedTrip };
    quote: Quote;
    actor: Actor;
    stamp: ActStamp;
  },
): Promise<Booking> {
  const now = deps.clock.now();
  const id = bookingId(ulid(now.epochMilliseconds, deps.randomBytes));
  const { vehicleClass } = draft;
  const trip = bookedTrip(quote, optionFor(quote, vehicleClass));
  const payment = unaskedPayment(former);
  const confirmed: BookingEvent = {
    ...{ type: "confirmed", at: now.toString(), actor, id },
    ...{ reference: referenceCode(deps.randomBytes), contact: former.contact },
    ...{ flightNumber: draft.flightNumber, note: former.note, locale: former.locale, trip },
    ...coverOf(former),
    payment,
    links: [{
      kind: OPPOSITE_LINK[draft.link],
      bookingId: former.id,
      reference: former.reference,
    }],
    reservation: await reserveVehicle(deps, tx, {
      ...{ bookingId: id, vehicleClass, pickup: trip.pickup.instant },
      durationSeconds: trip.route.durationSeconds,
      method: payment.method,
    }),
  };
  const booking = evolve(null, confirmed);
  markSold(tx, quote.id, id);
  addExpiry(deps.jobs, tx, booking);
  writeBooking(tx, { before: null, after: booking, events: [confirmed], act: stamp });
  await writeReference(deps, tx, booking);
  await writeOwners(deps, tx, { before: null, after: booking });
  return booking;
}
