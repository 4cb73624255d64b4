// Holds one charge of the provider against the payment, the ride and the books it belongs to, and mends what can be mended: news
// that were lost, a hold nobody needs, a ride that was never settled.
import { bookingId } from "../booking/booking.ts";
import { isOver } from "../booking/booking-rules.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { settleBooking, type SettleDeps } from "../checkout/settle-booking.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { IncidentLog } from "../incidents/incident-log.ts";
import { type AdvanceDeps, advancePayment } from "../payments/advance-payment.ts";
import { carryOutPayment } from "../payments/carry-out-payment.ts";
import { type Payment, paymentId } from "../payments/payment.ts";
import type { ProviderBooks, ProviderCharge } from "../payments/provider-books.ts";
import type { Difference, FoundDifference } from "./difference.ts";
import { type ChargeFacts, differencesOf, isDead, isStray, ofPayment } from "./difference-rules.ts";

/** What looking needs. */
export interface LookDeps extends AdvanceDeps, SettleDeps {
  bookings: BookingStore;
  ledger: Pick<LedgerStore, "posted">;
  providerBooks: ProviderBooks | null;
  incidents: Pick<IncidentLog, "note">;
}

/** What is looked at. */
export type LookedAt = Pick<Difference, "providerId" | "paymentId">;

/** How long one thing may keep a day from going on, in milliseconds. */
const WAITED_MS = 12 * 60 * 60_000;

/**
 * What a look finds. One that fails is a difference, and the day goes on without it; a provider that cannot be asked is
 * asked again, for half a day.
 */
export async function tryToLook(
  { clock, incidents }: Pick<LookDeps, "clock" | "incidents">,
  beganAt: string,
  { providerId, paymentId }: LookedAt,
  look: () => Promise<FoundDifference[]>,
): Promise<FoundDifference[]> {
  try {
    return await look();
  } catch (error) {
    const isLate = clock.now().epochMilliseconds - Date.parse(beganAt) > WAITED_MS;
    if (error instanceof GatewayError && error.retriable && !isLate) throw error;
    incidents.note(error, { operation: "job reconcile-day" });
    const ids = { providerId, paymentId, bookingId: null };
    return [{ kind: "not-compared", ...ids, theirs: null, ours: null }];
  }
}

/** What is different of a payment that was booked as taken. Throws GatewayError. */
export async function lookAtTaken(deps: LookDeps, id: string): Promise<FoundDifference[]> {
  const payment = (await deps.payments.get(paymentId(id)))?.payment;
  if (payment === undefined) return [];
  const { chargeId } = payment.provider;
  const charge = chargeId === null ? null : await deps.providerBooks?.charge(chargeId) ?? null;
  if (charge === null) return [ofPayment(payment, "missing-charge")];
  return await lookAtCharge(deps, charge);
}

/** What is different of a charge, or else of a payment. Throws GatewayError. */
export async function lookAgain(
  deps: LookDeps,
  { providerId, paymentId }: LookedAt,
): Promise<FoundDifference[]> {
  const charge = providerId === null ? null : await deps.providerBooks?.charge(providerId) ?? null;
  if (charge !== null) return await lookAtCharge(deps, charge);
  return paymentId === null ? [] : await lookAtTaken(deps, paymentId);
}

/** What is different once it was mended. Throws GatewayError. */
export async function lookAtCharge(
  deps: LookDeps,
  charge: ProviderCharge,
): Promise<FoundDifference[]> {
  const facts = await factsOf(deps, charge);
  const isWhole = differencesOf(facts).length === 0 && !isStray(facts);
  if (isWhole || facts.payment === null) return differencesOf(facts);
  await mend(deps, facts, facts.payment);
  const after = await deps.providerBooks?.charge(charge.id) ?? charge;
  return differencesOf(await factsOf(deps, after));
}

async function factsOf(deps: LookDeps, charge: ProviderCharge): Promise<ChargeFacts> {
  const { payments, ledger, clock } = deps;
  const id = charge.paymentId ?? await payments.idByProvider(charge.intentId ?? charge.id);
  const payment = id === null ? null : (await payments.get(id))?.payment ?? null;
  const posted = payment === null ? null : await ledger.posted(payment.bookingId);
  return {
    ...{ charge, payment, nowMs: clock.now().epochMilliseconds },
    posted: posted?.payments.find((one) => one.id === payment?.id) ?? null,
    overSinceMs: payment === null ? null : await overSince(deps, payment),
  };
}

/** Of what is settled nobody needs to know it. */
async function overSince({ bookings }: LookDeps, payment: Payment): Promise<number | null> {
  if (payment.wish !== null) return null;
  const stored = await bookings.get(bookingId(payment.bookingId));
  if (stored === null) return 0;
  const { status, changedAt } = stored.booking;
  return isOver(status) ? Date.parse(changedAt) : null;
}

async function mend(deps: LookDeps, facts: ChargeFacts, payment: Payment): Promise<void> {
  const { intentId } = facts.charge;
  if (isStray(facts) && intentId !== null) await deps.paymentProvider?.letGo(payment, { intentId });
  if (isDead(facts)) {
    await settleBooking(deps, { bookingId: bookingId(payment.bookingId), act: null });
  }
  const after = await advancePayment(deps, payment.id);
  if (after?.wish !== null) await carryOutPayment(deps, payment.id);
}
