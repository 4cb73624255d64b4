// What an operator sees when a page cannot be shown: why, what it means for the trips, where to go.
import { boardTexts } from "../../../i18n/board-texts.ts";
import { comeBackWords } from "../../../i18n/come-back-words.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { GatePage, HowToGetIn } from "./GatePage.tsx";

/** Properties of OperatorErrorPage. */
export interface OperatorErrorPageProps {
  locale: Locale;
  url: URL;
  status: number;
  requestId: string;
  /** True when something was sent, false when a page was asked for. */
  isSent: boolean;
  /** When they may come back who asked too much at once, else null. */
  waitSeconds: number | null;
  /** True when a personnummer stood in what was sent. */
  hasPersonalNumber: boolean;
  /** True when what is missing is a right. */
  isOfRole: boolean;
}

/** The page for a status. */
export function OperatorErrorPage(
  props: OperatorErrorPageProps,
) {
  const { locale, url, status, requestId, isSent, isOfRole } = props;
  const { access, errors } = boardTexts(locale);
  if (status === 401) {
    return (
      <GatePage locale={locale} url={url} title={access.neededTitle}>
        <p class="gate-lead">{access.needed}</p>
        <p>
          <a
            class="button primary"
            href={paths.signIn({ next: isSent ? paths.admin() : url.pathname + url.search })}
          >
            {access.signIn}
          </a>
        </p>
        <HowToGetIn locale={locale} />
        <p class="gate-links">
          <a href={paths.admin()}>{access.already}</a>
          <a href={paths.home()}>{access.home}</a>
        </p>
      </GatePage>
    );
  }
  if (isOfRole) {
    return (
      <GatePage locale={locale} url={url} title={access.notYoursTitle}>
        <p class="gate-lead">{access.notYours}</p>
        <p class="gate-links">
          <a class="button" href={paths.security()}>{access.security}</a>
          <a href={paths.home()}>{access.home}</a>
        </p>
      </GatePage>
    );
  }
  const [title, text] = wordsFor(props, errors);
  return (
    <GatePage locale={locale} url={url} title={title} hasLanguage={false}>
      <p class="gate-lead">{text}</p>
      <p>
        <a class="button" href={paths.admin()}>{errors.toDay}</a>
      </p>
      {status >= 500 && <p class="gate-other">{errors.code(requestId)}</p>}
    </GatePage>
  );
}

function wordsFor(
  { locale, status, waitSeconds, hasPersonalNumber }: OperatorErrorPageProps,
  errors: ReturnType<typeof boardTexts>["errors"],
) {
  if (waitSeconds !== null) {
    return [
      errors.tooMuchTitle,
      `${errors.tooMuch} ${comeBackWords(locale, waitSeconds)}`,
    ] as const;
  }
  if (hasPersonalNumber) return [errors.personalNumberTitle, errors.personalNumber] as const;
  if (status === 404) return [errors.notFoundTitle, errors.notFound] as const;
  if (status >= 400 && status < 500) return [errors.refusedTitle, errors.refused] as const;
  if (status === 503) return [errors.unavailableTitle, errors.unavailable] as const;
  return [errors.failedTitle, errors.failed] as const;
}
