// Where a person is signed in, and how to end it.
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { Act } from "./Act.tsx";
import type { SecurityPageData } from "./security-page-data.ts";

/** The sessions, this one first. */
export function SessionList({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { account } = textsFor(locale);
  const { view, formToken, today } = data;
  const sessions = view.sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
  return (
    <section class="account-section">
      <h2>{account.sessionsTitle}</h2>
      <ul class="session-list">
        {sessions.map(({ id, device, network, createdAt, isThis }) => {
          const name = device === "" ? account.sessionUnknown : device;
          return (
            <li key={id}>
              <div>
                <b>{name}</b>
                {isThis && <span class="session-this">{account.sessionThis}</span>}
                <p class="muted">
                  {account.sessionSince(formatMoment(locale, wallTimeOf(createdAt), today))}
                  {network === "" ? null : <bdi>{` · ${network}`}</bdi>}
                </p>
              </div>
              {isThis
                ? (
                  <form method="post" action={paths.signOut()}>
                    <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
                    <button type="submit" class="button">{account.signOut}</button>
                  </form>
                )
                : (
                  <form method="post" action={paths.securityAct("end-session")}>
                    <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
                    <input type="hidden" name="session" value={id} />
                    <button type="submit" class="button" aria-label={account.sessionEndOf(name)}>
                      {account.sessionEnd}
                    </button>
                  </form>
                )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Act act="end-others" data={data}>
          <div class="button-row">
            <button type="submit" class="button">{account.sessionsEndOthers}</button>
          </div>
        </Act>
      )}
    </section>
  );
}
