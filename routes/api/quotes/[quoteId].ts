import { optionViews } from "../../../lib/booking/quote-view.ts";
import { define } from "../../../lib/http/define.ts";
import { quoteId } from "../../../lib/pricing/quote.ts";
import { readQuote } from "../../../lib/pricing/read-quote.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const quote = await readQuote(services, quoteId(ctx.params.quoteId ?? ""));
    const nowMs = services.clock.now().epochMilliseconds;
    return Response.json({ ...quote, options: optionViews(quote, nowMs) });
  },
});
