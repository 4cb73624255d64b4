// The passkeys of a person: named, removed, and another one added.
import PasskeyButton from "../../../../islands/PasskeyButton.tsx";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { MAX_PASSKEY_NAME } from "../../../accounts/passkey.ts";
import type { ShownPasskey } from "../../../accounts/security-view.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { shownErrors } from "../shown-errors.ts";
import type { SecurityPageData } from "./security-page-data.ts";

interface SectionProps {
  locale: Locale;
  data: SecurityPageData;
}

/** The section. */
export function PasskeySection({ locale, data }: SectionProps) {
  const { passkeys } = textsFor(locale);
  const { view, formToken, errors, today } = data;
  const [error] = shownErrors(
    locale,
    errors.filter(({ field }) => field === "passkey"),
    {},
    today,
  );
  return (
    <section class="account-section">
      <h2>{passkeys.title}</h2>
      <p>{passkeys.lead}</p>
      {error === undefined ? null : <Notice tone="warn">{error.text}</Notice>}
      {view.passkeys.length === 0 ? <p class="muted">{passkeys.none}</p> : (
        <ul class="session-list">
          {view.passkeys.map((one) => <OnePasskey key={one.id} {...{ locale, data, one }} />)}
        </ul>
      )}
      <noscript>
        <p class="muted">{passkeys.needsScript}</p>
      </noscript>
      <PasskeyButton
        purpose="add"
        action={paths.securityAct("passkey-add")}
        options={paths.signInPasskeyOptions()}
        next=""
        label={passkeys.add}
        busyLabel={passkeys.asking}
        failed={passkeys.failed}
        nameLabel={passkeys.name}
        formToken={formToken}
      />
    </section>
  );
}

function OnePasskey({ locale, data, one }: SectionProps & { one: ShownPasskey }) {
  const { passkeys } = textsFor(locale);
  const { formToken, today } = data;
  const name = one.name === "" ? passkeys.unnamed : one.name;
  const moment = (at: string) => formatMoment(locale, wallTimeOf(at), today);
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        <p class="muted">
          {one.lastUsedAt === null
            ? passkeys.since(moment(one.createdAt))
            : passkeys.used(moment(one.lastUsedAt))}
        </p>
      </div>
      <details>
        <summary>{passkeys.changeOf(said(name))}</summary>
        <form class="field-stack" method="post" action={paths.securityAct("passkey-rename")}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="passkey" value={one.id} />
          <div class="field">
            <div class="field-box">
              <label for={`name-${one.id}`}>{passkeys.name}</label>
              <input
                id={`name-${one.id}`}
                name="passkeyName"
                dir="auto"
                value={one.name}
                maxLength={MAX_PASSKEY_NAME}
              />
            </div>
          </div>
          <div class="button-row">
            <button type="submit" class="button">{passkeys.rename}</button>
          </div>
        </form>
        <form class="button-row" method="post" action={paths.securityAct("passkey-remove")}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="passkey" value={one.id} />
          <button type="submit" class="button danger">{passkeys.remove}</button>
        </form>
      </details>
    </li>
  );
}
