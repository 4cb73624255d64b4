import { page } from "fresh";
import { actOnWebhook } from "../../../lib/board/webhook-acts.ts";
import { loadWebhook } from "../../../lib/board/webhooks-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { WebhookPage } from "../../../lib/ui/operator/webhooks/WebhookPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const before = ctx.url.searchParams.get("before") ?? "";
    const { id = "" } = ctx.params;
    return page(await loadWebhook(ctx.state.services, operatorOf(ctx.state), id, { before }));
  },

  /** Changes it, tries it, or sends it something again. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { id = "" } = ctx.params;
    const done = await actOnWebhook(services, id, await readOperatorForm(ctx.state, ctx.req));
    if (done.kind === "removed") return ctx.redirect(paths.adminWebhooks(), 303);
    const { status, ...said } = done;
    return page(await loadWebhook(services, operatorOf(ctx.state), id, said), { status });
  },
});

export default define.page<typeof handler>(WebhookPage);
