import { page } from "fresh";
import { answerPaymentFile } from "../../../lib/board/answer-payment-file-form.ts";
import { loadPaymentFiles } from "../../../lib/board/payment-files-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { PaymentFilesPage } from "../../../lib/ui/operator/settlement/PaymentFilesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done") ?? "";
    return page(await loadPaymentFiles(ctx.state.services, operatorOf(ctx.state), { done }));
  },

  /** Makes a file of what waits, or takes a payment back that did not come about. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const answer = await answerPaymentFile(services, operator, fields);
    if (answer.ok) return ctx.redirect(paths.adminPaymentFiles({ done: answer.done }), 303);
    const { refusal } = answer;
    const payOn = fields.get("payOn");
    const shown = payOn === undefined ? { refusal } : { refusal, payOn };
    return page(await loadPaymentFiles(services, operator, shown), { status: 422 });
  },
});

export default define.page<typeof handler>(PaymentFilesPage);
