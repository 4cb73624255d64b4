// A page that could not be shown: what happened, what it means, what to do now.
import { paths } from "../../../kernel/paths.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { PageHead } from "../PageHead.tsx";

/** Properties of Stopped. */
export interface StoppedProps {
  locale: Locale;
  title: string;
  text: string;
  /** Reference to read out on the phone, "" when there is none. */
  requestId: string;
}

/** The page, with a route line that ends before it arrives. */
export function Stopped({ locale, title, text, requestId }: StoppedProps) {
  const { errors } = textsFor(locale);
  return (
    <div class="stopped page">
      <PageHead locale={locale} title={title} isPrivate />
      <svg class="stopped-line" viewBox="0 0 320 24" width="320" height="24" aria-hidden="true">
        <path class="stopped-way" d="M20 12h150" />
        <path class="stopped-gap" d="M182 12h112" />
        <circle class="stopped-start" cx="12" cy="12" r="8" />
        <rect class="stopped-end" x="298" y="3" width="18" height="18" rx="4" />
      </svg>
      <h1>{title}</h1>
      <p class="article-lead">{text}</p>
      <div class="button-row">
        <a class="button primary" href={paths.home()} aria-current="false">{errors.toStart}</a>
        <a class="button" href={paths.help()}>{errors.help}</a>
      </div>
      {requestId === "" ? null : (
        <p class="stopped-code">
          {errors.code} <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
