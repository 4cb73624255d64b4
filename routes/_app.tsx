// The document around every page.
import { asset } from "fresh/runtime";
import { define } from "../lib/http/define.ts";
import { DEFAULT_LOCALE, LOCALES, parseLocale } from "../lib/kernel/locale.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { languageHref } from "../lib/ui/parts/LanguageLinks.tsx";
import { earlyFaults } from "../lib/ui/trail/early-faults.ts";

export default define.page(({ Component, state, url }) => {
  const locale = state.locale ?? DEFAULT_LOCALE;
  const { shell } = textsFor(locale);
  // The address people reach us at, whatever name this request came under.
  const origin = state.services?.config.origin ?? "";
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <script dangerouslySetInnerHTML={{ __html: earlyFaults(asset("/session-trail.js")) }} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{shell.tagline + shell.titleSuffix}</title>
        <meta name="description" content={shell.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf5" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0b1a1d" />
        <link rel="stylesheet" href={asset("/styles.css")} />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
          href={asset("/fonts/familjen-grotesk.woff2")}
        />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
          href={asset("/fonts/hanken-grotesk.woff2")}
        />
        <link rel="icon" type="image/svg+xml" href={asset("/favicon.svg")} />
        <link rel="manifest" href={asset("/manifest.webmanifest")} />
        {LOCALES.map((other) => (
          <link
            rel="alternate"
            hreflang={other}
            href={origin + languageHref(url, other)}
          />
        ))}
        <link rel="canonical" href={origin + canonicalPath(url)} />
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
});

/** The page's one address in its language: whatever else the query says fills in a form. */
function canonicalPath({ pathname, searchParams }: URL): string {
  const lang = parseLocale(searchParams.get("lang"));
  return lang === null ? pathname : `${pathname}?lang=${lang}`;
}
