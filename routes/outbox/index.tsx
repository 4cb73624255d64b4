// What customers would have got, on a machine that sends nothing.
import { page } from "fresh";
import { RequestError } from "../../lib/errors/request-error.ts";
import { define } from "../../lib/http/define.ts";
import { loadOutbox } from "../../lib/messages/load-outbox.ts";
import { OutboxPage } from "../../lib/ui/customer/pages/OutboxPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    // Everybody's messages: on a developer's machine alone.
    if (services.config.mode !== "local") throw new RequestError("not-found", {});
    return page(await loadOutbox(services, ctx.url.searchParams.get("before") ?? ""));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <OutboxPage locale={state.locale} {...data} />
));
