// Where somebody asks for a code, for an account, or for the way back into one: one field, and what belongs to it.
import type { ComponentChildren } from "preact";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import { MIN_PASSWORD_ALONE } from "../../../accounts/password-rules.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import type { JoinForm } from "./join-form.ts";

/** Properties of these pages. */
export interface JoinPageProps {
  locale: Locale;
  form: JoinForm;
}

/** Asks for a code to sign in with. */
export function SendCodePage({ locale, form }: JoinPageProps) {
  const { account, joining } = textsFor(locale);
  return (
    <JoinPage
      {...{ locale, form, title: joining.byCode, lead: joining.byCodeLead }}
      {...{ action: paths.signInSend(), button: joining.sendCode, busy: joining.sending }}
      fields={<ReachField locale={locale} form={form} />}
      ways={[[paths.signIn(), account.signIn], [paths.register(), joining.noAccount]]}
    />
  );
}

/** Asks for an account. */
export function RegisterPage({ locale, form }: JoinPageProps) {
  const { account, joining, shell } = textsFor(locale);
  return (
    <JoinPage
      {...{ locale, form, title: joining.registerTitle, lead: joining.registerLead }}
      {...{ action: paths.register(), button: joining.create, busy: joining.creating }}
      fields={
        <>
          <TextField
            name="name"
            label={joining.name}
            value={form.name}
            autoComplete="name"
            error={errorOf(locale, form, "name")}
          />
          <ReachField locale={locale} form={form} />
          <TextField
            name="password"
            type="password"
            label={account.password}
            value=""
            optional={joining.optional}
            hint={joining.passwordHint(MIN_PASSWORD_ALONE)}
            autoComplete="new-password"
            error={errorOf(locale, form, "password")}
          />
          <p class="muted">
            {joining.terms} <a href={paths.terms()}>{shell.terms}</a>,{" "}
            <a href={paths.privacy()}>{shell.privacy}</a>
          </p>
        </>
      }
      ways={[[paths.signIn(), joining.hasAccount]]}
    />
  );
}

/** Asks for the way back. */
export function RecoverPage({ locale, form }: JoinPageProps) {
  const { joining } = textsFor(locale);
  return (
    <JoinPage
      {...{ locale, form, title: joining.recoverTitle, lead: joining.recoverLead }}
      {...{ action: paths.signInRecover(), button: joining.recoverSend, busy: joining.sending }}
      fields={<ReachField locale={locale} form={form} />}
      ways={[[paths.signInSend(), joining.byCode]]}
    />
  );
}

function JoinPage(
  { locale, form, title, lead, action, button, busy, fields, ways }: JoinPageProps & {
    title: string;
    lead: string;
    action: string;
    button: string;
    busy: string;
    fields: ComponentChildren;
    ways: readonly (readonly [href: string, words: string])[];
  },
) {
  const { account } = textsFor(locale);
  return (
    <div class="page account">
      <PageHead locale={locale} title={title} isPrivate />
      <h1>{title}</h1>
      <p class="account-lead">{lead}</p>
      {form.waitMinutes === null
        ? <ErrorSummary locale={locale} errors={shownErrors(locale, form.errors, {}, "")} />
        : <Notice tone="warn">{account.tooOften(form.waitMinutes)}</Notice>}
      <form class="field-stack" method="post" action={action}>
        {form.next === "" ? null : <input type="hidden" name="next" value={form.next} />}
        {fields}
        <div class="button-row">
          <SubmitButton label={button} busyLabel={busy} />
        </div>
      </form>
      <ul class="account-ways">
        {ways.map(([href, words]) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReachField({ locale, form }: JoinPageProps) {
  return (
    <TextField
      name="reach"
      label={textsFor(locale).joining.reach}
      value={form.reach}
      autoComplete="username"
      error={errorOf(locale, form, "reach")}
    />
  );
}

function errorOf(locale: Locale, form: JoinForm, name: string): string | undefined {
  return shownErrors(locale, form.errors, {}, "").find(({ field }) => field === name)?.text;
}
