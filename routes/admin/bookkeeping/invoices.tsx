import { page } from "fresh";
import { answerInvoiceForm, loadInvoices } from "../../../lib/board/invoices-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { InvoicesPage } from "../../../lib/ui/operator/bookkeeping/InvoicesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    return page(await loadInvoices(services, operatorOf(ctx.state)));
  },

  async POST(ctx) {
    const { services } = ctx.state;
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const fault = await answerInvoiceForm(services, fields);
    if (fault === null) return ctx.redirect(paths.adminInvoices(), 303);
    return page(await loadInvoices(services, operatorOf(ctx.state), fault), { status: 422 });
  },
});

export default define.page<typeof handler>(InvoicesPage);
