// A page to read: a title, a lead and short sections.
import type { ComponentChildren } from "preact";
import type { Locale } from "../../../kernel/locale.ts";
import { PageHead } from "../PageHead.tsx";

/** One part of the page. */
export interface ArticleSection {
  heading: string;
  text: string;
  /** What can be done there. */
  children?: ComponentChildren;
}

/** Properties of Article. */
export interface ArticleProps {
  locale: Locale;
  title: string;
  lead: string;
  sections: readonly ArticleSection[];
  children?: ComponentChildren;
}

/** The page, set for reading. */
export function Article({ locale, title, lead, sections, children }: ArticleProps) {
  return (
    <article class="article page">
      <PageHead locale={locale} title={title} />
      <h1>{title}</h1>
      <p class="article-lead">{lead}</p>
      {sections.map(({ heading, text, children: doings }) => (
        <section>
          <h2>{heading}</h2>
          <p>{text}</p>
          {doings}
        </section>
      ))}
      {children}
    </article>
  );
}
