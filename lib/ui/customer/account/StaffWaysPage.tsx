// The ways in of people who work here, one a company or a part of it.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { PageHead } from "../PageHead.tsx";

/** The page. */
export function StaffWaysPage(
  { locale, ways, next }: {
    locale: Locale;
    ways: readonly { id: string; label: string }[];
    next: string;
  },
) {
  const { ways: texts } = textsFor(locale);
  return (
    <div class="page account">
      <PageHead locale={locale} title={texts.staff} isPrivate />
      <h1>{texts.staff}</h1>
      <p class="account-lead">{texts.staffLead}</p>
      <ul class="session-list">
        {ways.map(({ id, label }) => (
          <li key={id}>
            <a
              class="button"
              rel="nofollow"
              href={paths.signInWith(id, next === "" ? {} : { next })}
            >
              {texts.with(label)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.signIn()}>{texts.otherWays}</a>
      </p>
    </div>
  );
}
