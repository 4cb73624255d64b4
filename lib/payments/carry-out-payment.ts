// Job: does what is to be done about a payment until nothing is. Each step is decided from how the payment stands at the
// provider, so that one that was done before its process died is not done again.
import { ulid } from "../kernel/ids.ts";
import { unreachable } from "../kernel/invariant.ts";
import { advancePayment } from "./advance-payment.ts";
import { changePayment, noteIds } from "./change-payment.ts";
import { type Payment, type PaymentId, refundId } from "./payment.ts";
import type { PayDeps } from "./open-payment.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import { isUnpaid } from "./payment-rules.ts";
import { nextStep, type PaymentStep } from "./payment-step-rules.ts";

/** Most steps of one run: authorise, capture, write a refund down, ask for it, forget, and one more. */
const MAX_STEPS = 6;

/** Does it. Throws GatewayError when the provider cannot be asked: it is tried again. */
export async function carryOutPayment(deps: PayDeps, id: PaymentId): Promise<void> {
  const { paymentProvider: provider, clock } = deps;
  if (provider === null) return;
  let payment = await advancePayment(deps, id);
  for (let steps = 0; steps < MAX_STEPS && payment !== null; steps++) {
    const step = nextStep(payment, clock.now().epochMilliseconds);
    if (step === null) return;
    await takeStep(deps, provider, payment, step);
    const after = await advancePayment(deps, id);
    if (after?.version === payment.version) return;
    payment = after;
  }
}

async function takeStep(
  deps: PayDeps,
  provider: PaymentProvider,
  payment: Payment,
  step: PaymentStep,
): Promise<void> {
  switch (step.do) {
    case "authorise":
      return await authorise(deps, provider, payment, step);
    case "release":
      return await provider.letGo(payment, { intentId: payment.provider.intentId });
    case "capture":
      return await provider.capture(payment, step.amountOre);
    case "cancel":
      return await cancelAtProvider(deps, provider, payment);
    case "refund":
      return await provider.refund(payment, step.refund);
    case "forget":
      await provider.forget(payment);
      return void await noteIds(deps, payment, { customerId: null });
    case "return-rest":
      return await returnRest(deps, payment);
    default:
      return unreachable(step);
  }
}

/** Asks the saved card. What is held stands until more, or the same for longer, is held in its place. */
async function authorise(
  deps: PayDeps,
  provider: PaymentProvider,
  payment: Payment,
  { amountOre, due }: PaymentStep & { do: "authorise" },
): Promise<void> {
  const { ids, isHeld, failure } = await provider.authoriseSaved(payment, amountOre, due);
  const { intentId } = ids;
  const { intentId: former } = payment.provider;
  if (former !== null && former !== intentId && !isHeld) {
    await provider.letGo(payment, ids);
    await changePayment(deps, payment.id, { type: "refuse", due, failure });
    return;
  }
  // Whoever holds the card may have opened a page in that moment: theirs stands.
  if (await noteIds(deps, payment, ids, due) === null) return await provider.letGo(payment, ids);
  // Only now: of whoever dies in between two holds are left, and one ends by itself, not none.
  if (former !== null && former !== intentId) await provider.letGo(payment, { intentId: former });
}

/** Where nothing was ever opened there, or a card was saved, nothing says that it is over but we. */
async function cancelAtProvider(
  deps: PayDeps,
  provider: PaymentProvider,
  payment: Payment,
): Promise<void> {
  await provider.cancel(payment);
  // Somebody may have paid until that moment.
  const after = await advancePayment(deps, payment.id);
  if (after === null || !isUnpaid(after)) return;
  const { intentId, setupIntentId } = after.provider;
  if (intentId === null && (setupIntentId === null || after.status === "card-saved")) {
    await changePayment(deps, payment.id, { type: "void" });
  }
}

/** Of a settled payment: what is not ours goes back, once, however many processes find that out. */
async function returnRest(deps: PayDeps, { id }: Payment): Promise<void> {
  const { clock, randomBytes } = deps;
  const refund = refundId(ulid(clock.now().epochMilliseconds, randomBytes));
  await changePayment(deps, id, { type: "return-rest", refundId: refund });
}
