// Title and what search engines may do with a page.
import { Head } from "fresh/runtime";
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";

/** Properties of PageHead. */
export interface PageHeadProps {
  locale: Locale;
  title: string;
  /** True for pages that belong to one person: not indexed, and no address is passed on. */
  isPrivate?: boolean;
}

/** Puts the title, and for private pages the robots and referrer rules, into the head. */
export function PageHead({ locale, title, isPrivate = false }: PageHeadProps) {
  return (
    <Head>
      <title>{title + textsFor(locale).shell.titleSuffix}</title>
      {isPrivate ? <meta name="robots" content="noindex, nofollow" /> : null}
      {isPrivate ? <meta name="referrer" content="no-referrer" /> : null}
    </Head>
  );
}
