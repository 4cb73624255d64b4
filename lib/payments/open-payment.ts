// Use case: a payment is opened with its booking, then at the provider so that somebody can pay it, on our page or on one
// of the provider's own.
import { DomainError } from "../errors/domain-error.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type AdvanceDeps, advancePayment } from "./advance-payment.ts";
import { type ChangeDeps, noteIds } from "./change-payment.ts";
import { type Payment, type PaymentId, paymentId, type ProviderIds } from "./payment.ts";
import type { PaymentMethod } from "./payment-method.ts";
import type { PayingSecret, PaymentProvider, ProviderPageWanted } from "./payment-provider.ts";
import { isUnpaid } from "./payment-rules.ts";
import { addPayment } from "./payment-store.ts";

/** What is opened. */
export interface PaymentWanted {
  bookingId: string;
  method: PaymentMethod;
  entityId: HolderId | null;
  limitOre: number;
  /** When the ride begins; null where nobody says. */
  rideAt: string | null;
  /** When a saved card is to be authorised; null where that is done at once. */
  authoriseAt: string | null;
}

/** Opens one in the commit of its booking. Nobody outside is asked. */
export function openPayment(
  { clock, randomBytes }: { clock: Clock; randomBytes: RandomBytes },
  tx: Transaction,
  wanted: PaymentWanted,
): Payment {
  const now = clock.now();
  const id = paymentId(ulid(now.epochMilliseconds, randomBytes));
  const payment = openedPayment(id, wanted, now.toString());
  addPayment(tx, payment);
  return payment;
}

/** A payment as it begins. */
export function openedPayment(id: PaymentId, wanted: PaymentWanted, at: string): Payment {
  return {
    ...{ ...wanted, id },
    ...{ status: "opened", authorisedOre: 0, capturedOre: 0, refunds: [], dispute: null },
    provider: {
      ...{ customerId: null, intentId: null, setupIntentId: null },
      ...{ sessionId: null, paymentMethodId: null, chargeId: null },
    },
    ...{ failure: null, askedFor: null, authorisedUntil: null, wish: null, movedAt: {} },
    ...{ openedAt: at, changedAt: at, version: 1 },
  };
}

/** What paying needs. */
export type PayDeps = AdvanceDeps & ChangeDeps;

/** Most looks of one who meets others that open the same at the same moment. */
const MAX_LOOKS = 4;

/** What a page hands to the provider's script; null when nothing is to be paid any more. Throws GatewayError. */
export async function beginPaying(deps: PayDeps, id: PaymentId): Promise<PayingSecret | null> {
  const opened = await openAlone(deps, id, async (provider, payment) => {
    return { ids: await provider.prepare(payment), as: provider };
  });
  return opened === null ? null : await opened.as.secretOf(opened.payment);
}

/** The address of a page of the provider's own. Throws DomainError("payment-state") when nothing is to be paid any more. */
export async function openPayingPage(
  deps: PayDeps,
  id: PaymentId,
  wanted: ProviderPageWanted,
): Promise<string> {
  const opened = await openAlone(deps, id, async (provider, payment) => {
    const { url: as, ids } = await provider.openPage(payment, wanted);
    return { ids, as };
  });
  if (opened !== null) return opened.as;
  const paymentStatus = (await deps.payments.get(id))?.payment.status;
  throw new DomainError("payment-state", { action: "pay", paymentStatus });
}

/**
 * Opens something somebody can pay with, and no second such thing: of two who open one at the same time the one whose
 * ids are not written down lets go of theirs before anybody has seen it, and looks again.
 */
async function openAlone<As>(
  deps: PayDeps,
  id: PaymentId,
  open: (
    provider: PaymentProvider,
    payment: Payment,
  ) => Promise<{ ids: Partial<ProviderIds>; as: As }>,
): Promise<{ payment: Payment; as: As } | null> {
  const { paymentProvider: provider } = deps;
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const looked = await advancePayment(deps, id);
    if (provider === null || looked === null || !canBePaid(looked)) return null;
    // Whoever is killed behind this line leaves nothing that is not found again.
    const seen = await noteIds(deps, looked, await provider.openCustomer(looked));
    if (seen === null) continue;
    const { ids, as } = await open(provider, asOfNow(seen, deps.clock.now().epochMilliseconds));
    const payment = await noteIds(deps, seen, ids);
    if (payment !== null) return { payment, as };
    await provider.letGo(seen, ids);
  }
  throw new GatewayError("payments", `Others keep opening payment ${id}`, true);
}

/** What was to be asked for later is asked for at once when its time has come, and what is kept of it is all that is. */
function asOfNow(payment: Payment, nowMs: number): Payment {
  const { authoriseAt, wish, limitOre } = payment;
  const isDue = authoriseAt !== null && Date.parse(authoriseAt) <= nowMs;
  const ofNow = { ...payment, limitOre: wish?.keepOre ?? limitOre };
  return isDue ? { ...ofNow, authoriseAt: null } : ofNow;
}

/** A saved card is all that is wanted of somebody for now; what a ride that is over has cost can still be paid. */
function canBePaid(payment: Payment): boolean {
  const isWanted = payment.wish === null || payment.wish.keepOre > 0;
  return isUnpaid(payment) && payment.status !== "card-saved" && isWanted;
}
