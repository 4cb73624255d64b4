// What stands around every customer page: skip link, header, footer.
import type { ComponentChildren } from "preact";
import { shownPhoneNumber } from "../../forms/phone-number.ts";
import type { Locale } from "../../kernel/locale.ts";
import { textsFor } from "../../i18n/texts.ts";
import { paths } from "../../kernel/paths.ts";
import { Icon } from "../parts/Icon.tsx";
import { LanguageLinks } from "../parts/LanguageLinks.tsx";
import { Logo } from "../parts/Logo.tsx";
import { Notice } from "../parts/Notice.tsx";
import { Digits } from "../parts/Said.tsx";
import { SUPPORT_PHONE } from "../../kernel/support-phone.ts";

/** Properties of Shell. */
export interface ShellProps {
  locale: Locale;
  url: URL;
  /** What everybody should know before anything else, if there is something. */
  notice?: string | null;
  children: ComponentChildren;
}

/** Header, main content and footer of a customer page. */
export function Shell({ locale, url, notice = null, children }: ShellProps) {
  return (
    <>
      <a class="skip-link" href="#content">{textsFor(locale).shell.skipToContent}</a>
      <Header locale={locale} url={url} />
      <main id="content" tabIndex={-1}>
        {notice !== null && (
          <div class="shell-notice page" role="status">
            <Notice tone="warn">{notice}</Notice>
          </div>
        )}
        {children}
      </main>
      <Footer locale={locale} url={url} />
    </>
  );
}

/** The language stands here where there is room, else in the footer. */
function Header({ locale, url }: Pick<ShellProps, "locale" | "url">) {
  const { shell } = textsFor(locale);
  const phone = shownPhoneNumber(SUPPORT_PHONE);
  const link = (href: string, words: string) => (
    <a href={href} aria-current={currentOf(url, href)}>{words}</a>
  );
  return (
    <header class="site-header">
      <a
        class="logo-link"
        href={paths.home()}
        aria-label={shell.homeLink}
        aria-current={currentOf(url, paths.home())}
      >
        <Logo />
      </a>
      <nav class="site-nav" aria-label={shell.navigation}>
        {link(paths.bookings(), shell.myTicket)}
        {link(paths.help(), shell.help)}
        <a class="phone-link" href={`tel:${SUPPORT_PHONE}`} aria-label={shell.callUs(phone)}>
          <Icon name="phone" />
          <span class="phone-number">
            <Digits>{phone}</Digits>
          </span>
        </a>
        <span class="header-languages">
          <LanguageLinks locale={locale} url={url} />
        </span>
      </nav>
    </header>
  );
}

function Footer({ locale, url }: Pick<ShellProps, "locale" | "url">) {
  const { shell } = textsFor(locale);
  const links: [string, string][] = [
    [paths.home(), shell.book],
    [paths.prices(), shell.prices],
    [paths.help(), shell.help],
    [paths.terms(), shell.terms],
    [paths.privacy(), shell.privacy],
    [paths.signIn(), shell.signIn],
  ];
  return (
    <footer class="site-footer">
      <nav aria-label={shell.footerNavigation}>
        <ul class="footer-links">
          {links.map(([href, words]) => (
            <li key={href}>
              <a href={href} aria-current={currentOf(url, href)}>{words}</a>
            </li>
          ))}
          <li class="footer-languages">
            <LanguageLinks locale={locale} url={url} />
          </li>
        </ul>
      </nav>
      <p class="footer-credit">{shell.mapCredit}</p>
    </footer>
  );
}

/** Said of every link, or each page would be a part of the start page: "true" is the page above this one. */
function currentOf({ pathname }: URL, href: string): "page" | "true" | "false" {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : "false";
}
