// What sending the payment page leads to: another page, or the form again with what is wrong in it.
import { findBookingByLink } from "../../../booking/find-booking.ts";
import { type ChooseDeps, choosePayment, type Chosen } from "../../../checkout/choose-payment.ts";
import { missingOre } from "../../../checkout/checkout-rules.ts";
import { payableMethods } from "../../../checkout/payable-methods.ts";
import { DomainError } from "../../../errors/domain-error.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { buyerValues, checkBuyer } from "../../../invoicing/buyer-form.ts";
import type { InvoiceBuyer } from "../../../invoicing/buyer.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { openPayingPage } from "../../../payments/open-payment.ts";
import type { PaymentId } from "../../../payments/payment.ts";
import { isPrepaid, type PaymentMethod } from "../../../payments/payment-method.ts";
import {
  type PayPageData,
  payPageData,
  type PayPageDeps,
  type SentPayForm,
} from "./pay-page-data.ts";

/** What answering needs. */
export type AnswerPayDeps = PayPageDeps & ChooseDeps & { config: { origin: string } };

/** Where to go, and the payment that is paid there, if any; or the form again. */
export type PayAnswer = { to: string; paying: PaymentId | null } | { again: PayPageData };

/** Chooses what was sent. */
export async function answerPayForm(
  deps: AnswerPayDeps,
  { link, fields, locale }: { link: string; fields: ReadonlyMap<string, string>; locale: Locale },
): Promise<PayAnswer> {
  const { booking } = await findBookingByLink(deps, link);
  const dueOre = missingOre(await deps.payments.ofBooking(booking.id), booking);
  const nowMs = deps.clock.now().epochMilliseconds;
  const offered = await payableMethods(deps, booking, dueOre, nowMs);
  const method = offered.find((one) => one === fields.get("method"));
  if (method === undefined) return goTo(paths.payBooking(link));
  const checked = method === "invoice"
    ? checkBuyer(buyerValues(fields), deps.config.invoiceFor)
    : { ok: true as const, value: null };
  if (!checked.ok) return await again(deps, link, { fields, errors: checked.errors });
  const chosen = await chosenOr(deps, { link, method, buyer: checked.value });
  if (chosen === "invoice-refused") return await again(deps, link, { fields, problem: chosen });
  // The last car whose driver may be paid was taken meanwhile: the page says what there is now.
  if (chosen === "no-vehicle-free") return goTo(paths.payBooking(link));
  const { payment } = chosen;
  if (payment === null || !isPrepaid(method)) return goTo(paths.booking(link));
  // Sent without the fields on our page: what is paid is paid on a page of the provider's, which never gets the link.
  const here = new URL(paths.paidBooking(payment.id), deps.config.origin).href;
  const to = await openPayingPage(deps, payment.id, {
    ...{ doneUrl: here, backUrl: here, locale },
    what: textsFor(locale).pay.what(booking.reference),
  });
  return { to, paying: payment.id };
}

function goTo(to: string): PayAnswer {
  return { to, paying: null };
}

async function chosenOr(
  deps: ChooseDeps,
  choice: { link: string; method: PaymentMethod; buyer: InvoiceBuyer | null },
): Promise<Chosen | "invoice-refused" | "no-vehicle-free"> {
  try {
    return await choosePayment(deps, choice);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== "invoice-refused" && error.code !== "no-vehicle-free") throw error;
    return error.code;
  }
}

async function again(deps: AnswerPayDeps, link: string, sent: SentPayForm): Promise<PayAnswer> {
  const data = await payPageData(deps, link, sent);
  return data === null ? goTo(paths.booking(link)) : { again: data };
}
