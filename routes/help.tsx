// Questions and answers.
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

export default define.page(({ state }) => {
  const { help } = textsFor(state.locale);
  return (
    <Article
      locale={state.locale}
      title={help.title}
      lead={help.lead}
      sections={help.questions.map(({ question, answer }) => ({ heading: question, text: answer }))}
    />
  );
});
