// What is kept about a customer, why and for how long.
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { TRIES_KEPT_MINUTES } from "../lib/kv/tries.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export default define.page(({ state }) => {
  const { legal } = textsFor(state.locale);
  return (
    <Article
      locale={state.locale}
      title={legal.privacyTitle}
      lead={legal.privacyLead}
      sections={legal.privacy(TRIES_KEPT_MINUTES)}
    />
  );
});
