// Which accounts at others let a person in, and which can be linked.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { IdentityView } from "../../../accounts/identity/identity-view.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** What the section shows. */
export interface IdentitySectionProps {
  locale: Locale;
  view: IdentityView;
  formToken: string;
  today: string;
}

/** The section; nothing where nobody else is asked. */
export function IdentitySection({ locale, view, formToken, today }: IdentitySectionProps) {
  const { ways } = textsFor(locale);
  const { identities, addable } = view;
  if (identities.length === 0 && addable.length === 0) return null;
  return (
    <section class="account-section">
      <h2>{ways.sectionTitle}</h2>
      {identities.length === 0 ? <p>{ways.sectionNone}</p> : (
        <ul class="session-list">
          {identities.map(({ mark, label, address, linkedAt }) => (
            <li key={mark}>
              <div>
                <b>{label}</b>
                <p class="muted">
                  {ways.since(formatMoment(locale, wallTimeOf(linkedAt), today))}
                  {address === "" ? null : <bdi>{` · ${address}`}</bdi>}
                </p>
              </div>
              <form method="post" action={paths.securityUnlink()}>
                <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
                <input type="hidden" name="identity" value={mark} />
                <button type="submit" class="button" aria-label={ways.unlinkOf(label)}>
                  {ways.unlink}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <div class="button-row">
        {addable.map(({ id, label }) => (
          <a
            key={id}
            class="button"
            rel="nofollow"
            href={paths.signInWith(id, { next: paths.signInLink() })}
          >
            {ways.add(label)}
          </a>
        ))}
      </div>
    </section>
  );
}
