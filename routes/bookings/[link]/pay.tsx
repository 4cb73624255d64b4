// Pays for a booking that waits for its money. Whoever comes back from a bank comes here, too: what became of it is asked for
// before anything is shown.
import { page } from "fresh";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { answerPayForm } from "../../../lib/ui/customer/pay/answer-pay-form.ts";
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
    const answer = await answerPayForm(services, { link, fields, locale });
    if ("to" in answer) return ctx.redirect(answer.to, 303);
    return page(answer.again, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PayPage locale={state.locale} {...data} />
));
