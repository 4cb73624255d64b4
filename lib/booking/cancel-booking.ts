// Use cases: the customer or the operator cancels. The fee that was shown is the fee that is charged.
import type { Clock } from "../kernel/clock.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Fault } from "../fees/fault.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Actor, Booking, BookingId } from "./booking.ts";
import { bookingCan } from "./booking-rules.ts";
import { previewCancellation } from "./cancellation-rules.ts";
import { feeVatOf } from "./fee-vat.ts";
import { assertVersion } from "./booking-version.ts";
import {
  type ChangeDeps,
  changeStoredBooking,
  type PlannedChange,
  releaseOf,
} from "./change-stored-booking.ts";
import { assertRemembered } from "./forgotten-rules.ts";
import { readManageLink } from "./manage-link.ts";

/**
 * Cancels by manage link. Cancelling twice is one cancellation. Throws DomainError: link-invalid,
 * booking-erased, booking-state, and cancellation-fee-changed when the fee is no longer the one shown.
 */
export async function cancelBooking(
  deps: ChangeDeps & { clock: Clock; linkKey: CryptoKey },
  input: { link: string; reason: string; expectedFeeOre: number },
): Promise<Booking> {
  const id = await readManageLink(deps.linkKey, input.link);
  return await changeStoredBooking(deps, id, (booking) => {
    assertRemembered(booking);
    if (booking.status === "cancelled" && booking.cancellation.by === "customer") {
      return Promise.resolve(null);
    }
    // First: a new fee for a booking that is over would send the customer round in a circle.
    if (!bookingCan("cancel", booking.status)) {
      throw new DomainError("booking-state", { action: "cancel", status: booking.status });
    }
    const now = deps.clock.now();
    const { feeOre, feeVat } = previewCancellation(booking, now.epochMilliseconds);
    if (feeOre !== input.expectedFeeOre) {
      throw new DomainError("cancellation-fee-changed", { feeOre });
    }
    return Promise.resolve({
      command: { type: "cancel", by: "customer", reason: input.reason, feeOre, feeVat },
      meta: { at: now.toString(), actor: { kind: "customer" } },
      edit: releaseOf(booking),
    });
  });
}

/** What an operator decided about a cancellation. */
export interface OperatorCancellation {
  reason: string;
  /** Who was at fault; absent: not said. */
  fault?: Fault | undefined;
  feeOre: number;
  actor: Actor;
  expectedVersion: number;
}

/** Cancels for the company; `feeOre` is what the operator decided, at most the price of the trip. */
export async function cancelBookingAsOperator(
  deps: ChangeDeps & { clock: Clock },
  { bookingId, ...input }: OperatorCancellation & { bookingId: BookingId },
): Promise<Booking> {
  return await changeStoredBooking(
    deps,
    bookingId,
    (booking) => planCancellation(deps, input, booking),
  );
}

/** What the cancellation does to the booking as it stands. Throws DomainError("booking-changed"). */
export async function planCancellation(
  deps: Pick<ChangeDeps, "bookings"> & { clock: Clock },
  input: OperatorCancellation,
  booking: Booking,
): Promise<PlannedChange> {
  invariant(
    Number.isSafeInteger(input.feeOre) && input.feeOre >= 0,
    "A fee is whole öre from 0 on",
  );
  await assertVersion(deps.bookings, booking, input.expectedVersion);
  const { totalOre } = booking.trip;
  const feeOre = Math.min(input.feeOre, totalOre);
  const feeVat = feeVatOf(feeOre, totalOre);
  return {
    command: {
      ...{ type: "cancel", by: "operator", reason: input.reason, feeOre, feeVat } as const,
      fault: input.fault,
    },
    meta: { at: deps.clock.now().toString(), actor: input.actor },
    edit: releaseOf(booking),
  };
}
