// Using a one-time link, and having signed out.
import { boardTexts } from "../../../i18n/board-texts.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";
import { type Locale, otherLocales } from "../../../kernel/locale.ts";
import { LINK_MINUTES, type LinkState } from "../../../accounts/operator-link.ts";
import { paths } from "../../../kernel/paths.ts";
import { GatePage, HowToGetIn } from "./GatePage.tsx";

/** The page of a link: one button while it works, what happened to it when it does not. */
export function EnterPage(props: { locale: Locale; url: URL; state: LinkState }) {
  const { locale, url, state } = props;
  const words = boardTexts(locale).access;
  if (state === "usable") {
    return (
      <GatePage locale={locale} url={url} title={words.title}>
        <p class="gate-lead">{words.enterLead}</p>
        <form method="post" action={url.pathname}>
          <button type="submit" class="button primary">{words.enterButton}</button>
        </form>
      </GatePage>
    );
  }
  return (
    <GatePage locale={locale} url={url} title={words.goneTitle}>
      <p class="gate-lead">{goneText(words, state)}</p>
      <HowToGetIn locale={locale} />
      <InOtherLanguages locale={locale} state={state} />
    </GatePage>
  );
}

/** The page after signing out. */
export function SignedOutPage({ locale, url }: { locale: Locale; url: URL }) {
  const words = boardTexts(locale).access;
  return (
    <GatePage locale={locale} url={url} title={words.endedTitle}>
      <p class="gate-lead">{words.ended}</p>
      <HowToGetIn locale={locale} />
      <p class="gate-links">
        <a href={paths.home()}>{words.home}</a>
      </p>
    </GatePage>
  );
}

/** Whoever opens a dead link may not read the page's language, and has no session to remember one. */
function InOtherLanguages(props: { locale: Locale; state: Exclude<LinkState, "usable"> }) {
  return (
    <>
      {otherLocales(props.locale).map((other) => {
        const words = boardTexts(other).access;
        return (
          <p key={other} class="gate-other" lang={other}>
            {words.goneTitle}. {goneText(words, props.state)} {words.howSignal} {words.howRestart}
          </p>
        );
      })}
    </>
  );
}

function goneText(words: BoardTexts["access"], state: Exclude<LinkState, "usable">): string {
  const text = words.gone[state];
  return typeof text === "string" ? text : text(LINK_MINUTES);
}
