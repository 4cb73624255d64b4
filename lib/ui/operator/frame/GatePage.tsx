// A single card on the dark: what operators see outside the board.
import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import { LINK_MINUTES } from "../../../accounts/entry-link.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { LanguageLinks } from "../../parts/LanguageLinks.tsx";
import { Logo } from "../../parts/Logo.tsx";

/** Properties of GatePage. */
export interface GatePageProps {
  locale: Locale;
  url: URL;
  title: string;
  /** False where the page has no address of its own to come back to. */
  hasLanguage?: boolean;
  children: ComponentChildren;
}

/** The card. */
export function GatePage({ locale, url, title, hasLanguage = true, children }: GatePageProps) {
  return (
    <div class="gate">
      <Head>
        <title>{`${title} – Avanti`}</title>
      </Head>
      <main id="content">
        <Logo />
        <h1>{title}</h1>
        {children}
        {hasLanguage && (
          <p class="gate-links">
            <LanguageLinks locale={locale} url={url} />
          </p>
        )}
      </main>
    </div>
  );
}

/** How a new link is had; the answer to every closed door. */
export function HowToGetIn({ locale }: { locale: Locale }) {
  const words = boardTexts(locale).access;
  return (
    <section class="gate-how">
      <h2>{words.howTitle}</h2>
      <ul>
        <li>
          {words.howSignal} <code>kill -USR2 PID</code>
        </li>
        <li>{words.howRestart}</li>
      </ul>
      <p>{words.howValid(LINK_MINUTES)}</p>
    </section>
  );
}
