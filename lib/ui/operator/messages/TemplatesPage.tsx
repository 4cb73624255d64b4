// Every message there is with example data, in every language.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { TemplatesData } from "../../../board/messages-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { type Locale, LOCALES } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Paper } from "../../parts/Paper.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of TemplatesPage. */
export interface TemplatesPageProps {
  data: TemplatesData;
  state: { locale: Locale; operator: OperatorSession | null };
  url: URL;
}

/** What a language calls itself. */
const OWN_NAMES: Readonly<Record<Locale, string>> = { sv: "Svenska", en: "English" };

/** The page in the operators' frame. */
export function TemplatesPage({ data, state: { locale, operator }, url }: TemplatesPageProps) {
  const { papers, formToken, deadJobs, nowMs } = data;
  const words = textsFor(locale).outbox;
  return (
    <OperatorPage
      page="messages"
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
      date=""
      title={words.templatesTitle}
    >
      <div class="jobs">
        <header class="jobs-head">
          <h1>{words.templatesTitle}</h1>
          <a href={paths.adminMessages()}>{words.toList}</a>
        </header>
        <p class="jobs-lead">{words.templatesLead}</p>
        {LOCALES.map((language) => (
          <section key={language} aria-labelledby={`messages-${language}`}>
            <h2 id={`messages-${language}`} lang={language}>{OWN_NAMES[language]}</h2>
            <div class="papers">
              {papers.filter((paper) => paper.locale === language).map((paper) => (
                <Paper
                  key={`${paper.topic} ${paper.channel}`}
                  paper={paper}
                  locale={locale}
                  heading="h3"
                  id={`paper-${language}-${paper.topic}-${paper.channel}`}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </OperatorPage>
  );
}
