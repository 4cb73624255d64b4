// The authenticator app of a person: in use, or being added.
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { TextField } from "../../parts/Field.tsx";
import { shownErrors } from "../shown-errors.ts";
import { QrCode } from "./QrCode.tsx";
import { Act } from "./Act.tsx";
import type { SecurityPageData, ShownOnce } from "./security-page-data.ts";

/** The section. */
export function AppSection({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { account } = textsFor(locale);
  const { view, once, today } = data;
  return (
    <section class="account-section">
      <h2>{account.appTitle}</h2>
      <p>
        {view.appSince === null
          ? account.appNone
          : account.appSince(formatMoment(locale, wallTimeOf(view.appSince), today))}
        {view.appSince === null && view.needsFactor ? ` ${account.appNeeded}` : ""}
      </p>
      {once?.kind === "app"
        ? <NewApp locale={locale} data={data} app={once} />
        : (
          <div class="button-row">
            <Act act="app" data={data}>
              <button type="submit" class={view.appSince === null ? "button primary" : "button"}>
                {view.appSince === null ? account.appBegin : account.appReplace}
              </button>
            </Act>
            {view.appSince !== null && !view.needsFactor && (
              <Act act="app-remove" data={data}>
                <button type="submit" class="button danger">{account.appRemove}</button>
              </Act>
            )}
          </div>
        )}
    </section>
  );
}

function NewApp(
  { locale, data, app }: {
    locale: Locale;
    data: SecurityPageData;
    app: Extract<ShownOnce, { kind: "app" }>;
  },
) {
  const { account } = textsFor(locale);
  const [error] = shownErrors(locale, app.errors, {}, data.today);
  return (
    <div class="new-app">
      <p>{account.appScan}</p>
      <QrCode text={app.address} />
      <dl class="account-key">
        <dt>{account.appKey}</dt>
        <dd>
          <code dir="ltr">{app.secret.match(/.{1,4}/g)?.join(" ")}</code>
        </dd>
      </dl>
      <p>
        <a href={app.address}>{account.appOpen}</a>
      </p>
      <Act act="app-code" data={data}>
        <TextField
          name="code"
          label={account.appConfirm}
          value=""
          keyboard="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          error={error?.text}
        />
        <div class="button-row">
          <button type="submit" class="button primary">{account.appConfirmButton}</button>
        </div>
      </Act>
    </div>
  );
}
