// Questions and answers.
import { cancellationRule } from "../lib/booking/cancellation-rules.ts";
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { QUOTE_TTL_MINUTES } from "../lib/pricing/quote.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export default define.page(({ state }) => {
  const { help } = textsFor(state.locale);
  const { freeUntilMinutes } = cancellationRule(state.services.clock.now().toString());
  return (
    <Article
      locale={state.locale}
      title={help.title}
      lead={help.lead}
      sections={help.questions(QUOTE_TTL_MINUTES, freeUntilMinutes).map(({ question, answer }) => ({
        heading: question,
        text: answer,
      }))}
    />
  );
});
