import { define } from "../../../lib/http/define.ts";
import { readHeader } from "../../../lib/forms/header-inputs.ts";
import { readText } from "../../../lib/http/body.ts";
import { takeEvent } from "../../../lib/payments/take-event.ts";

export const handler = define.handlers({
  /** Where Stripe posts what has happened; signed over the very bytes, which are read as they came. */
  async POST(ctx) {
    const body = await readText(ctx.req);
    const signature = readHeader(ctx.req.headers, "stripe-signature") ?? "";
    await takeEvent(ctx.state.services, body, signature);
    return new Response(null, { status: 204 });
  },
});
