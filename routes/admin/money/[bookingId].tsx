import { page } from "fresh";
import { actOnMoney } from "../../../lib/board/act-on-money.ts";
import { loadBookingMoney } from "../../../lib/board/booking-money-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { BookingMoneyPage } from "../../../lib/ui/operator/money/BookingMoneyPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { bookingId = "" } = ctx.params;
    const done = ctx.url.searchParams.get("done") ?? "";
    const { services } = ctx.state;
    return page(await loadBookingMoney(services, operatorOf(ctx.state), bookingId, { done }));
  },

  /** Looks at a refund, gives it, decides about one that waits, or does again what is stuck. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { bookingId = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await actOnMoney(services, operator, { bookingId, fields });
    if (answer.done !== null) {
      return ctx.redirect(paths.adminBookingMoney(bookingId, { done: answer.done }), 303);
    }
    const data = await loadBookingMoney(services, operator, bookingId, answer.more);
    return page(data, { status: data.fault === null ? 200 : 422 });
  },
});

export default define.page<typeof handler>(BookingMoneyPage);
