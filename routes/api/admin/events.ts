import { readHeader } from "../../../lib/forms/header-inputs.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";

export const handler = define.handlers({
  /** Live changes. A browser that reconnects names its last event; the page names the first cursor. */
  GET(ctx) {
    const cursor = readHeader(ctx.req.headers, "last-event-id") ??
      ctx.url.searchParams.get("cursor");
    return ctx.state.services.streams.open(operatorOf(ctx.state), cursor);
  },
});
