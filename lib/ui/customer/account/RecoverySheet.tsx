// Recovery codes, the one time they are shown.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** The codes, and a way on once they are kept. */
export function RecoverySheet({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const { account } = textsFor(locale);
  return (
    <section class="account-section">
      <h2>{account.codesTitle}</h2>
      <p>{account.codesLead}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button primary" href={paths.security()}>{account.codesDone}</a>
      </p>
    </section>
  );
}
