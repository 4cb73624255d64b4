import { page } from "fresh";
import { loadPaymentFiles } from "../../../lib/board/payment-files-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { makePaymentFile } from "../../../lib/settlement/make-payment-file.ts";
import { PaymentFilesPage } from "../../../lib/ui/operator/settlement/PaymentFilesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const isDone = ctx.url.searchParams.get("done") === "made";
    return page(await loadPaymentFiles(ctx.state.services, operatorOf(ctx.state), { isDone }));
  },

  /** Makes a file of what waits. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const payOn = (await readOperatorForm(ctx.state, ctx.req)).get("payOn") ?? "";
    const made = await makePaymentFile(services, { payOn, by: operator.personId });
    if (made.ok) return ctx.redirect(paths.adminPaymentFiles({ done: "made" }), 303);
    const { refusal } = made;
    return page(await loadPaymentFiles(services, operator, { payOn, refusal }), { status: 422 });
  },
});

export default define.page<typeof handler>(PaymentFilesPage);
