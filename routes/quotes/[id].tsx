// A binding price and the form that buys it.
import { page } from "fresh";
import { quoteStanding } from "../../lib/booking/buyable-quote.ts";
import { define } from "../../lib/http/define.ts";
import { statusOf } from "../../lib/http/error-status.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { isRefusal, QuoteRefused } from "../../lib/ui/customer/quote/QuoteRefused.tsx";
import { quotePageData } from "../../lib/ui/customer/quote/quote-page-data.ts";
import { QuotePage } from "../../lib/ui/customer/quote/QuotePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const now = services.clock.now();
    const { quote, refusal } = await quoteStanding(services, quoteId(ctx.params.id ?? ""), now);
    if (refusal !== null && !isRefusal(refusal.code)) throw refusal;
    const data = quotePageData(services, quote, { wanted: ctx.url.searchParams.get("class") });
    return page({ ...data, refusal }, { status: refusal ? statusOf(refusal.code) : 200 });
  },
});

export default define.page<typeof handler>(({ data: { refusal, ...data }, state }) =>
  refusal === null
    ? <QuotePage locale={state.locale} {...data} />
    : <QuoteRefused locale={state.locale} refusal={refusal} {...data} />
);
