// Pays what is missing of a booking's money. Whoever comes back from a bank comes here, too: what became of it is asked for
// before anything is shown. Their own browser keeps the link: whoever moves the money never gets what opens the booking.
import { page } from "fresh";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { payingCookie } from "../../../lib/checkout/paying-cookie.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { answerPayForm } from "../../../lib/ui/customer/pay/answer-pay-form.ts";
import { payPageData } from "../../../lib/ui/customer/pay/pay-page-data.ts";
import { PayPage } from "../../../lib/ui/customer/pay/PayPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    const data = await payPageData(services, link);
    if (data === null) return ctx.redirect(paths.booking(link), 303);
    const { paymentId: id } = data;
    if (id === null) return page(data);
    const cookie = payingCookie(id, link, secureCookies(services.config));
    return page(data, { headers: { "set-cookie": cookie } });
  },

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const { link = "" } = ctx.params;
    const fields = await readForm(ctx.req);
    const answer = await answerPayForm(services, { link, fields, locale });
    if ("again" in answer) return page(answer.again, { status: 422 });
    const response = ctx.redirect(answer.to, 303);
    const { paying } = answer;
    if (paying !== null) {
      const cookie = payingCookie(paying, link, secureCookies(services.config));
      response.headers.append("set-cookie", cookie);
    }
    return response;
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PayPage locale={state.locale} {...data} />
));
