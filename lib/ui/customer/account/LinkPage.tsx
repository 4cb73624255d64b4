// Asks whether an identity shall be linked to the account; who is not signed in does that first.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { LinkRefusal } from "../../../accounts/identity/identity-rules.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";

/** What the page shows. */
export interface LinkPageData {
  label: string;
  /** The address at the provider, "" when it named none. */
  address: string;
  /** What has to come first, or that it can be linked. */
  step: "sign-in" | "confirm" | "link";
  formToken: string;
  refusal: LinkRefusal | null;
}

/** The page. */
export function LinkPage({ locale, data }: { locale: Locale; data: LinkPageData }) {
  const { ways, account } = textsFor(locale);
  const { label, address, refusal } = data;
  return (
    <div class="page account">
      <PageHead locale={locale} title={ways.linkTitle(label)} isPrivate />
      <h1>{ways.linkTitle(label)}</h1>
      {refusal === null ? <Step locale={locale} data={data} /> : (
        <>
          <Notice tone="warn">{ways.linkRefused[refusal](label)}</Notice>
          <p>
            <a class="button" href={paths.security()}>{account.securityTitle}</a>
          </p>
        </>
      )}
      <dl class="account-key">
        <dt>{ways.linkAccount}</dt>
        <dd>
          {`${label}, `}
          <bdi>{address === "" ? ways.linkNoAddress : address}</bdi>
        </dd>
      </dl>
    </div>
  );
}

function Step({ locale, data }: { locale: Locale; data: LinkPageData }) {
  const { ways, account } = textsFor(locale);
  const { label, step, formToken } = data;
  const next = paths.signInLink();
  if (step === "sign-in") {
    return (
      <>
        <p class="account-lead">{ways.linkSignIn(label)}</p>
        <p>
          <a class="button primary" href={paths.signIn({ next })}>{account.signIn}</a>
        </p>
      </>
    );
  }
  if (step === "confirm") {
    return (
      <>
        <p class="account-lead">{ways.linkConfirm}</p>
        <p>
          <a class="button primary" href={paths.signInConfirm({ next })}>
            {ways.linkConfirmButton}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <p class="account-lead">{ways.linkAsk(label)}</p>
      <form class="field-stack" method="post" action={next}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <div class="button-row">
          <button type="submit" class="button primary">{ways.link}</button>
          <a class="button" href={paths.security()}>{ways.linkCancel}</a>
        </div>
      </form>
    </>
  );
}
