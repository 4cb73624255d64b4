// How a person signs in, and where they are signed in now.
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { Act } from "./Act.tsx";
import { AppSection } from "./AppSection.tsx";
import { IdentitySection } from "./IdentitySection.tsx";
import { PasskeySection } from "./PasskeySection.tsx";
import { ReachSection } from "./ReachSection.tsx";
import { RecoverySheet } from "./RecoverySheet.tsx";
import type { SecurityPageData } from "./security-page-data.ts";
import { SessionList } from "./SessionList.tsx";

/** The page. */
export function SecurityPage({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { account, driving, ownPlaces, privacyCentre, rides } = textsFor(locale);
  const { view, once } = data;
  const role = boardTexts(locale).access.roles[view.role];
  return (
    <div class="page account">
      <PageHead locale={locale} title={account.securityTitle} isPrivate />
      <h1>{account.securityTitle}</h1>
      <p class="account-lead">{account.signedInAs(said(view.name), role)}</p>
      <Told locale={locale} data={data} />
      {once?.kind === "codes" ? <RecoverySheet locale={locale} codes={once.codes} /> : (
        <>
          <ReachSection locale={locale} data={data} />
          <PasskeySection locale={locale} data={data} />
          <PasswordSection locale={locale} data={data} />
          <AppSection locale={locale} data={data} />
          {view.codes !== null && (
            <section class="account-section">
              <h2>{account.codesTitle}</h2>
              <p>{account.codesLeft(view.codes.left, view.codes.of)}</p>
              <Act act="codes" data={data}>
                <div class="button-row">
                  <button type="submit" class="button">{account.codesRenew}</button>
                </div>
              </Act>
            </section>
          )}
          <IdentitySection
            locale={locale}
            view={data.identities}
            formToken={data.formToken}
            today={data.today}
          />
          <SessionList locale={locale} data={data} />
        </>
      )}
      <p class="account-ways">
        {!view.isStaff && !view.lacksFactor && (
          view.role === "driver"
            ? <a class="button" href={paths.driver()}>{driving.title}</a>
            : <a href={paths.rides()}>{rides.title}</a>
        )}
        {!view.isStaff && <a href={paths.ownPlaces()}>{ownPlaces.title}</a>}
        <a href={paths.privacyCentre()}>{privacyCentre.title}</a>
        {view.isStaff && !view.lacksFactor && (
          <a class="button" href={paths.admin()}>{account.toWork}</a>
        )}
      </p>
    </div>
  );
}

/** What was just done, and what is still missing. */
function Told({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { account, joining, ways, passkeys } = textsFor(locale);
  const { view, done } = data;
  const text = {
    password: account.passwordSaved,
    "app-removed": account.appRemoved,
    sessions: account.sessionsEnded,
    code: account.fewCodesLeft(view.codes?.left ?? 0),
    reach: joining.reachSaved,
    joined: joining.joined,
    linked: ways.linked,
    unlinked: ways.unlinked,
    "last-way": ways.lastWay,
    "passkey-added": passkeys.added,
    "passkey-renamed": passkeys.renamed,
    "passkey-removed": passkeys.removed,
  };
  return (
    <>
      {done === null ? null : (
        <div role="status">
          <Notice tone={done === "code" || done === "last-way" ? "warn" : "ok"}>
            {text[done]}
          </Notice>
        </div>
      )}
      {view.lacksFactor && data.once === null && <Notice tone="info">{account.needsFactor}</Notice>}
    </>
  );
}

function PasswordSection({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { account } = textsFor(locale);
  const { view, errors, today } = data;
  const [error] = shownErrors(
    locale,
    errors.filter(({ field }) => field === "newPassword"),
    {},
    today,
  );
  return (
    <section class="account-section">
      <h2>{account.passwordTitle}</h2>
      <p>
        {view.passwordSince === null
          ? account.passwordNone
          : account.passwordSince(formatMoment(locale, wallTimeOf(view.passwordSince), today))}
      </p>
      <Act act="password" data={data}>
        {/* Managers of passwords keep the new one under this name. */}
        <input type="hidden" name="username" autocomplete="username" value={view.email} />
        <TextField
          name="newPassword"
          type="password"
          label={account.newPassword}
          value=""
          hint={account.newPasswordHint(view.minPassword)}
          autoComplete="new-password"
          error={error?.text}
        />
        <p class="muted">{account.passwordNote}</p>
        <div class="button-row">
          <button type="submit" class="button">{account.savePassword}</button>
        </div>
      </Act>
    </section>
  );
}
