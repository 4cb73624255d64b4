// What of a charge is different from the payment, the booking and the books it belongs to. Pure.
import type { PostedPayment } from "../bookkeeping/sale.ts";
import type { Payment } from "../payments/payment.ts";
import type { ProviderCharge, ProviderMovement } from "../payments/provider-books.ts";
import type { DifferenceKind, FoundDifference, MoneySide } from "./difference.ts";

/** How long what was just done may be on its way to the other side, in milliseconds. */
const ON_ITS_WAY_MS = 60 * 60_000;

/** What is known of one charge. */
export interface ChargeFacts {
  charge: ProviderCharge;
  /** The payment it is of, or null. */
  payment: Payment | null;
  /** What is booked of that payment, or null. */
  posted: PostedPayment | null;
  /** Since when its ride is over, in epoch milliseconds; null while it is to come. 0: there is no such booking. */
  overSinceMs: number | null;
  nowMs: number;
}

/** What is different. Whatever happened within the last hour may be on its way. */
export function differencesOf(facts: ChargeFacts): FoundDifference[] {
  const { charge, payment } = facts;
  const isEmpty = charge.capturedOre === 0 && charge.heldOre === 0;
  if (payment === null) return isEmpty ? [] : [differenceOf(facts, "unknown-charge")];
  // A card that was refused before another was taken.
  if (isEmpty && charge.id !== payment.provider.chargeId) return [];
  if (isOther(facts)) return charge.capturedOre === 0 ? [] : [differenceOf(facts, "second-charge")];
  const kinds: DifferenceKind[] = [];
  if (charge.capturedOre !== payment.capturedOre) kinds.push("taken-differs");
  else if (!agreesOnReturns(charge, payment)) kinds.push("returned-differs");
  if (charge.heldOre > 0 && charge.heldOre !== ourSide(payment).heldOre) kinds.push("held-differs");
  if (payment.refunds.some(({ status }) => status === "failed")) kinds.push("refund-failed");
  if (payment.dispute?.state === "open") kinds.push("disputed");
  if (isDead(facts)) kinds.push("dead-booking");
  if (!isBooked(facts)) kinds.push("not-booked");
  return kinds.map((kind) => differenceOf(facts, kind));
}

/** True for a charge of an intent that another took the place of. */
function isOther({ charge, payment }: Pick<ChargeFacts, "charge" | "payment">): boolean {
  const intentId = payment?.provider.intentId ?? null;
  return intentId !== null && charge.intentId !== intentId;
}

/** A hold nobody needs: another has taken its place, or its payment is over or knows nothing of it. */
export function isStray({ charge, payment, nowMs }: ChargeFacts): boolean {
  if (payment === null || charge.heldOre === 0) return false;
  if (isOther({ charge, payment })) return true;
  const { status, provider: { intentId } } = payment;
  const isUnknown = intentId === null && Date.parse(charge.at) < nowMs - ON_ITS_WAY_MS;
  return status === "voided" || isUnknown;
}

/** What a payment says of itself: what the provider has of it is not looked at. */
export function ofPayment(payment: Payment, kind: DifferenceKind): FoundDifference {
  const { id: paymentId, bookingId, provider } = payment;
  const ours = ourSide(payment);
  return { kind, paymentId, bookingId, ours, theirs: null, providerId: provider.chargeId };
}

/** What moved the balance in a way the books know nothing of. */
export function unknownMovement({ id, amountOre }: ProviderMovement): FoundDifference {
  const theirs = { heldOre: 0, takenOre: amountOre, returnedOre: 0 };
  return {
    ...{ kind: "unknown-movement", providerId: id, theirs },
    ...{ paymentId: null, bookingId: null, ours: null },
  };
}

/** Money for a ride that is off, and that nothing is wanted of. */
export function isDead({ payment, overSinceMs, nowMs }: ChargeFacts): boolean {
  if (payment === null || overSinceMs === null || payment.wish !== null) return false;
  const isHeld = payment.status === "authorised" || payment.status === "captured";
  return isHeld && overSinceMs < nowMs - ON_ITS_WAY_MS;
}

/** Where only a part was captured the provider may count what it let go as given back. */
function agreesOnReturns({ refundedOre, releasedOre }: ProviderCharge, payment: Payment): boolean {
  const ours = returnedOre(payment);
  // One that is on its way stands there first as given, then here.
  const pendingOre = sumOf(payment, "pending");
  return [ours, ours + pendingOre].some((ore) =>
    refundedOre === ore || refundedOre - releasedOre === ore
  );
}

function isBooked({ payment, posted, nowMs }: ChargeFacts): boolean {
  if (payment === null || Date.parse(payment.changedAt) > nowMs - ON_ITS_WAY_MS) return true;
  const bookedOre = posted?.refunds.reduce((sum, { amountOre }) => sum + amountOre, 0) ?? 0;
  return (posted?.capturedOre ?? 0) === payment.capturedOre && bookedOre === returnedOre(payment);
}

function differenceOf({ charge, payment }: ChargeFacts, kind: DifferenceKind): FoundDifference {
  return {
    ...{ kind, providerId: charge.id },
    paymentId: payment?.id ?? charge.paymentId,
    bookingId: payment?.bookingId ?? null,
    theirs: {
      ...{ heldOre: charge.heldOre, takenOre: charge.capturedOre },
      returnedOre: charge.refundedOre,
    },
    ours: payment === null ? null : ourSide(payment),
  };
}

function ourSide(payment: Payment): MoneySide {
  const { status, authorisedOre, capturedOre } = payment;
  return {
    heldOre: status === "authorised" ? authorisedOre : 0,
    ...{ takenOre: capturedOre, returnedOre: returnedOre(payment) },
  };
}

function returnedOre(payment: Payment): number {
  return sumOf(payment, "succeeded");
}

function sumOf({ refunds }: Payment, wanted: "pending" | "succeeded"): number {
  return refunds.filter(({ status }) => status === wanted)
    .reduce((sum, { amountOre }) => sum + amountOre, 0);
}
