// The terms of a ride.
import { cancellationRule } from "../lib/booking/cancellation-rules.ts";
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { QUOTE_TTL_MINUTES } from "../lib/pricing/quote.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export default define.page(({ state }) => {
  const { legal } = textsFor(state.locale);
  const rule = cancellationRule(state.services.clock.now().toString());
  return (
    <Article
      locale={state.locale}
      title={legal.termsTitle}
      lead={legal.termsLead}
      sections={legal.terms(
        QUOTE_TTL_MINUTES,
        rule.freeUntilMinutes,
        rule.lateFeePercent,
        rule.noShowFeePercent,
      )}
    />
  );
});
