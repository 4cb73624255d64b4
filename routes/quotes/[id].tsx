// A binding price and the form that buys it.
import { page } from "fresh";
import { buyableQuote } from "../../lib/booking/buyable-quote.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { define } from "../../lib/http/define.ts";
import { ERROR_STATUS } from "../../lib/http/error-status.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { isRefusal, QuoteRefused } from "../../lib/ui/customer/quote/QuoteRefused.tsx";
import { quotePageData } from "../../lib/ui/customer/quote/quote-page-data.ts";
import { QuotePage } from "../../lib/ui/customer/quote/QuotePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const quote = await readQuote(services, quoteId(ctx.params.id ?? ""));
    const data = quotePageData(services, quote, { wanted: ctx.url.searchParams.get("class") });
    try {
      await buyableQuote(services, quote.id, services.clock.now());
      return page({ ...data, refusal: null });
    } catch (error) {
      if (!(error instanceof DomainError) || !isRefusal(error.code)) throw error;
      return page({ ...data, refusal: error }, { status: ERROR_STATUS[error.code] });
    }
  },
});

export default define.page<typeof handler>(({ data: { refusal, ...data }, state }) =>
  refusal === null
    ? <QuotePage locale={state.locale} {...data} />
    : <QuoteRefused locale={state.locale} refusal={refusal} {...data} />
);
