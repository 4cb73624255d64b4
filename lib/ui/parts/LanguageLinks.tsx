// The way to the same page in another language.
import { type Locale, otherLocales } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";

/** Properties of LanguageLinks. */
export interface LanguageLinksProps {
  locale: Locale;
  /** Address of the page. */
  url: URL;
}

/** A link for each other language that shows the page at `url` in it and remembers the choice. */
export function LanguageLinks({ locale, url }: LanguageLinksProps) {
  return (
    <>
      {otherLocales(locale).map((other) => {
        const { shell } = textsFor(other);
        return (
          <a
            key={other}
            class="language-link"
            href={languageHref(url, other)}
            hreflang={other}
            lang={other}
            rel="alternate nofollow"
            title={shell.languageHint}
            aria-current="false"
          >
            {shell.language}
          </a>
        );
      })}
    </>
  );
}

/** The path and query of `url` with `lang` set to `locale`; everything else of the query is kept. */
export function languageHref(url: URL, locale: Locale): string {
  const query = new URLSearchParams(url.search);
  query.set("lang", locale);
  return `${url.pathname}?${query}`;
}
