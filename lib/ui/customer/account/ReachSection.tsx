// How a person can be reached, and the form of another address or number.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { TextField } from "../../parts/Field.tsx";
import { shownErrors } from "../shown-errors.ts";
import type { SecurityPageData } from "./security-page-data.ts";

/** The section. */
export function ReachSection({ locale, data }: { locale: Locale; data: SecurityPageData }) {
  const { joining } = textsFor(locale);
  const { view, errors, today, formToken } = data;
  const own = errors.filter(({ field }) => field === "reach");
  const [error] = shownErrors(locale, own, {}, today);
  return (
    <section class="account-section">
      <h2>{joining.reachTitle}</h2>
      <dl class="account-reach">
        <dt>{joining.reachEmail}</dt>
        <dd>{view.email === "" ? joining.reachNone : <bdi>{view.email}</bdi>}</dd>
        <dt>{joining.reachPhone}</dt>
        <dd>{view.phone === "" ? joining.reachNone : <bdi>{shownPhoneNumber(view.phone)}</bdi>}</dd>
      </dl>
      <p class="muted">{joining.reachLead}</p>
      <form class="field-stack" method="post" action={paths.securityAct("reach")}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <TextField
          name="reach"
          label={joining.reachNew}
          value=""
          maxLength={254}
          error={error?.text}
        />
        <div class="button-row">
          <button type="submit" class="button">{joining.sendCode}</button>
        </div>
      </form>
    </section>
  );
}
