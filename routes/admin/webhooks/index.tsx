import { page } from "fresh";
import { readEndpointForm } from "../../../lib/board/webhook-form.ts";
import { loadWebhooks } from "../../../lib/board/webhooks-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { WebhooksPage } from "../../../lib/ui/operator/webhooks/WebhooksPage.tsx";
import { addEndpoint, checkEndpoint } from "../../../lib/webhooks/change-endpoint.ts";
import { hostOf } from "../../../lib/webhooks/endpoint.ts";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadWebhooks(ctx.state.services, operatorOf(ctx.state))),

  /** Adds a receiver; its secret is shown once, on this answer. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const values = readEndpointForm(await readOperatorForm(ctx.state, ctx.req));
    const checked = checkEndpoint(services, values);
    const made = checked.ok
      ? await addEndpoint(services, { ...checked, by: operator.operatorName })
      : null;
    if (made === null) {
      const fault = checked.ok ? "too-many" : checked.fault;
      return page(await loadWebhooks(services, operator, { values, fault }), { status: 422 });
    }
    const { endpoint, shown: secret } = made;
    const shown = { id: endpoint.id, host: hostOf(endpoint), secret };
    return page(await loadWebhooks(services, operator, { shown }));
  },
});

export default define.page<typeof handler>(WebhooksPage);
