// Questions and answers.
import { page } from "fresh";
import { plainSummary } from "../lib/fees/fee-rules.ts";
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { QUOTE_TTL_MINUTES } from "../lib/pricing/quote.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export const handler = define.handlers({
  async GET({ state: { services } }) {
    return page(plainSummary(await services.feeEditions.toShow(services.clock.now())));
  },
});

export default define.page<typeof handler>(({ data: { freeUntilMinutes }, state }) => {
  const { help } = textsFor(state.locale);
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
