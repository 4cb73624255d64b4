// What the forms of a booking's money do: a refund is looked at and given, one that waits is decided, and what is stuck is done
// again.
import type { OperatorSession } from "../accounts/session.ts";
import { decideProposal, type ProposeDeps, proposeRefund } from "../checkout/propose-refund.ts";
import { type RetryDeps, retryPayment } from "../checkout/retry-payment.ts";
import { RequestError } from "../errors/request-error.ts";
import { paymentId } from "../payments/payment.ts";
import { oreIn } from "./action-form.ts";
import {
  type BookingMoney,
  type BookingMoneyDeps,
  lookAtRefund,
  refundValues,
} from "./booking-money-page.ts";
import { refundLimitOre } from "./refund-limit.ts";

/** What they need. */
export type MoneyActDeps = BookingMoneyDeps & ProposeDeps & RetryDeps;

/** What comes of a form: a page to go to, or the form again with a preview or with why not. */
export type MoneyAnswer =
  | { done: "asked" | "waiting" | "declined" | "retried" }
  | { done: null; more: Partial<Pick<BookingMoney, "values" | "preview" | "fault">> };

/** Does what a form asks for. Throws RequestError("not-found") for an act that is none. */
export async function actOnMoney(
  deps: MoneyActDeps,
  operator: OperatorSession,
  { bookingId, fields }: { bookingId: string; fields: ReadonlyMap<string, string> },
): Promise<MoneyAnswer> {
  switch (fields.get("act")) {
    case "look":
      return {
        done: null,
        more: await lookAtRefund(deps, operator, { bookingId, values: refundValues(fields) }),
      };
    case "give":
      return await give(deps, operator, { bookingId, fields });
    case "approve":
    case "decline":
      return await decide(deps, operator, { bookingId, fields });
    case "retry":
      await retryPayment(deps, bookingId, paymentId(fields.get("paymentId") ?? ""));
      return { done: "retried" };
    default:
      throw new RequestError("not-found", {});
  }
}

async function give(
  deps: MoneyActDeps,
  operator: OperatorSession,
  { bookingId, fields }: { bookingId: string; fields: ReadonlyMap<string, string> },
): Promise<MoneyAnswer> {
  const values = refundValues(fields);
  const { key: id, paymentId, reason, note } = values;
  const amountOre = oreIn(values.amount) ?? 0;
  const wanted = { id, bookingId, paymentId, amountOre, reason, note, by: operator.personId };
  const answer = await proposeRefund(deps, wanted, refundLimitOre(deps.config, operator));
  if (!answer.ok) return { done: null, more: { values, fault: answer.fault } };
  return { done: answer.proposal.state };
}

async function decide(
  deps: MoneyActDeps,
  operator: OperatorSession,
  { bookingId, fields }: { bookingId: string; fields: ReadonlyMap<string, string> },
): Promise<MoneyAnswer> {
  const answer = await decideProposal(deps, {
    ...{ bookingId, id: fields.get("proposal") ?? "", by: operator.personId },
    limitOre: refundLimitOre(deps.config, operator),
    isYes: fields.get("act") === "approve",
  });
  if (!answer.ok) return { done: null, more: { fault: answer.fault } };
  return { done: answer.proposal.state };
}
