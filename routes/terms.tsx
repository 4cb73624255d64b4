// The terms of a ride.
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export default define.page(({ state }) => {
  const { legal } = textsFor(state.locale);
  return (
    <Article
      locale={state.locale}
      title={legal.termsTitle}
      lead={legal.termsLead}
      sections={legal.terms}
    />
  );
});
