// Use case: a payment is opened with its booking, then at the provider so that somebody can pay it, on our page or on one
// of the provider's own.
import { DomainError } from "../errors/domain-error.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type AdvanceDeps, advancePayment } from "./advance-payment.ts";
import { type ChangeDeps, noteIds } from "./change-payment.ts";
import { type Payment, type PaymentId, paymentId } from "./payment.ts";
import type { PaymentMethod } from "./payment-method.ts";
import type { PayingSecret, ProviderPageWanted } from "./payment-provider.ts";
import { isUnpaid } from "./payment-rules.ts";
import { addPayment } from "./payment-store.ts";

/** What is opened. */
export interface PaymentWanted {
  bookingId: string;
  method: PaymentMethod;
  entityId: HolderId | null;
  limitOre: number;
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
  const at = now.toString();
  const payment: Payment = {
    ...wanted,
    id: paymentId(ulid(now.epochMilliseconds, randomBytes)),
    ...{ status: "opened", authorisedOre: 0, capturedOre: 0, refunds: [], dispute: null },
    provider: {
      ...{ customerId: null, intentId: null, setupIntentId: null },
      ...{ sessionId: null, paymentMethodId: null, chargeId: null },
    },
    ...{ failure: null, authorisedUntil: null, wish: null },
    ...{ openedAt: at, changedAt: at, version: 1 },
  };
  addPayment(tx, payment);
  return payment;
}

/** What paying needs. */
export type PayDeps = AdvanceDeps & ChangeDeps;

/** What a page hands to the provider's script; null when nothing is to be paid any more. Throws GatewayError. */
export async function beginPaying(deps: PayDeps, id: PaymentId): Promise<PayingSecret | null> {
  const { paymentProvider: provider } = deps;
  const payment = await advancePayment(deps, id);
  if (provider === null || payment === null || !canBePaid(payment)) return null;
  const ids = await provider.prepare(payment);
  return await provider.secretOf(await noteIds(deps, id, ids));
}

/** The address of a page of the provider's own. Throws DomainError("payment-state") when nothing is to be paid any more. */
export async function openPayingPage(
  deps: PayDeps,
  id: PaymentId,
  wanted: ProviderPageWanted,
): Promise<string> {
  const { paymentProvider: provider } = deps;
  const payment = await advancePayment(deps, id);
  if (provider === null || payment === null || !canBePaid(payment)) {
    throw new DomainError("payment-state", { action: "pay", paymentStatus: payment?.status });
  }
  const { url, ids } = await provider.openPage(payment, wanted);
  await noteIds(deps, id, ids);
  return url;
}

/** A saved card is all that is wanted of somebody for now. */
function canBePaid(payment: Payment): boolean {
  return isUnpaid(payment) && payment.status !== "card-saved" && payment.wish === null;
}
