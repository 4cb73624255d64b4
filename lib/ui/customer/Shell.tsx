// What stands around every customer page: skip link, header, footer.
import type { ComponentChildren } from "preact";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import { paths } from "../../kernel/paths.ts";
import { LanguageLinks } from "../parts/LanguageLinks.tsx";
import { Logo } from "../parts/Logo.tsx";
import { SUPPORT_PHONE } from "../../kernel/support-phone.ts";

/** Properties of Shell. */
export interface ShellProps {
  locale: Locale;
  url: URL;
  children: ComponentChildren;
}

/** Header, main content and footer of a customer page. */
export function Shell({ locale, url, children }: ShellProps) {
  const { shell } = textsFor(locale);
  return (
    <>
      <a class="skip-link" href="#content">{shell.skipToContent}</a>
      <header class="site-header">
        <a class="logo-link" href={paths.home()} aria-label={shell.homeLink}>
          <Logo />
        </a>
        <nav class="site-nav" aria-label={shell.navigation}>
          <a class="wide-only" href={paths.prices()}>{shell.prices}</a>
          <a class="wide-only" href={paths.help()}>{shell.help}</a>
          <LanguageLinks locale={locale} url={url} />
        </nav>
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
      <footer class="site-footer">
        <nav aria-label={shell.footerNavigation}>
          <ul class="footer-links">
            <li>
              <a href={paths.home()}>{shell.book}</a>
            </li>
            <li>
              <a href={paths.prices()}>{shell.prices}</a>
            </li>
            <li>
              <a href={paths.help()}>{shell.help}</a>
            </li>
            <li>
              <a href={paths.terms()}>{shell.terms}</a>
            </li>
            <li>
              <a href={paths.privacy()}>{shell.privacy}</a>
            </li>
          </ul>
        </nav>
        <p>
          <a href={`tel:${SUPPORT_PHONE}`}>{shell.callUs(shownPhoneNumber(SUPPORT_PHONE))}</a>
        </p>
        <p class="footer-credit">{shell.mapCredit}</p>
      </footer>
    </>
  );
}
