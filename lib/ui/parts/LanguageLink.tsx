// The way to the same page in the other language.
import type { Locale } from "../../i18n/locale.ts";
import { textsFor } from "../../i18n/texts.ts";

/** A link that shows the page at `url` in the other language and remembers the choice. */
export function LanguageLink({ locale, url }: { locale: Locale; url: URL }) {
  const other: Locale = locale === "sv" ? "en" : "sv";
  const { shell } = textsFor(locale);
  return (
    <a
      class="language-link"
      href={languageHref(url, other)}
      hreflang={other}
      lang={other}
      rel="alternate nofollow"
      title={shell.otherLanguageHint}
      aria-current="false"
    >
      {shell.otherLanguage}
    </a>
  );
}

/** The path and query of `url` with `lang` set to `locale`; everything else of the query is kept. */
export function languageHref(url: URL, locale: Locale): string {
  const query = new URLSearchParams(url.search);
  query.set("lang", locale);
  return `${url.pathname}?${query}`;
}
