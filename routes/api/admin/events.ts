import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";

export const handler = define.handlers({
  /** Live changes. A browser that reconnects names its last event; the page names the first cursor. */
  GET(ctx) {
    const cursor = ctx.req.headers.get("last-event-id") ?? ctx.url.searchParams.get("cursor");
    return ctx.state.services.streams.open(operatorOf(ctx.state), cursor);
  },
});
