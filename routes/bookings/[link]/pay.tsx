// Pays for a booking that waits for its money. Whoever comes back from a bank comes here, too: what became of it is asked for
// before anything is shown.
import { page } from "fresh";
import { type ChooseDeps, choosePayment } from "../../../lib/checkout/choose-payment.ts";
import { missingOre } from "../../../lib/checkout/checkout-rules.ts";
import { payableMethods } from "../../../lib/checkout/payable-methods.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { openPayingPage } from "../../../lib/payments/open-payment.ts";
import type { PaymentMethod } from "../../../lib/payments/payment-method.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { payPageData } from "../../../lib/ui/customer/pay/pay-page-data.ts";
import { PayPage } from "../../../lib/ui/customer/pay/PayPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { link = "" } = ctx.params;
    const data = await payPageData(ctx.state.services, link);
    return data === null ? ctx.redirect(paths.booking(link), 303) : page(data);
  },

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const { link = "" } = ctx.params;
    const fields = await readForm(ctx.req);
    const { booking } = await findBookingByLink(services, link);
    const nowMs = services.clock.now().epochMilliseconds;
    const dueOre = missingOre(await services.payments.ofBooking(booking.id), booking);
    const method = (await payableMethods(services, booking, dueOre, nowMs))
      .find((one) => one === fields.get("method"));
    if (method === undefined) return ctx.redirect(paths.payBooking(link), 303);
    const chosen = await chosenOrNone(services, { link, method });
    // The last car whose driver may be paid was taken meanwhile: the page says what there is now.
    if (chosen === null) return ctx.redirect(paths.payBooking(link), 303);
    const { payment } = chosen;
    if (payment === null || method === "car") return ctx.redirect(paths.booking(link), 303);
    // Sent without the fields on our page: what is paid is paid on a page of the provider's.
    const here = new URL(paths.payBooking(link), services.config.origin).href;
    const url = await openPayingPage(services, payment.id, {
      ...{ doneUrl: here, backUrl: here, locale },
      what: textsFor(locale).pay.what(booking.reference),
    });
    return ctx.redirect(url, 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PayPage locale={state.locale} {...data} />
));

async function chosenOrNone(deps: ChooseDeps, choice: { link: string; method: PaymentMethod }) {
  try {
    return await choosePayment(deps, choice);
  } catch (error) {
    if (error instanceof DomainError && error.code === "no-vehicle-free") return null;
    throw error;
  }
}
