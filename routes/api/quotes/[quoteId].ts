import { define } from "../../../lib/http/define.ts";
import { quoteId } from "../../../lib/pricing/quote.ts";
import { readQuote } from "../../../lib/pricing/read-quote.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const quote = await readQuote(ctx.state.services, quoteId(ctx.params.quoteId ?? ""));
    return Response.json(quote);
  },
});
