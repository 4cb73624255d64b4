// The terms of a ride.
import { page } from "fresh";
import { plainSummary } from "../lib/fees/fee-rules.ts";
import { define } from "../lib/http/define.ts";
import { feeWords } from "../lib/i18n/fee-words.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { QUOTE_TTL_MINUTES } from "../lib/pricing/quote.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export const handler = define.handlers({
  async GET({ state: { services } }) {
    return page(plainSummary(await services.feeEditions.toShow(services.clock.now())));
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { legal } = textsFor(state.locale);
  return (
    <Article
      locale={state.locale}
      title={legal.termsTitle}
      lead={legal.termsLead}
      sections={legal.terms(
        QUOTE_TTL_MINUTES,
        data.freeUntilMinutes,
        feeWords(state.locale, data.late),
        feeWords(state.locale, data.noShow),
      )}
    />
  );
});
