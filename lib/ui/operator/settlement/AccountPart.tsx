// Where a permit holder is paid, what is proposed in its place, and the forms of the two people that takes.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { HolderSettlementData } from "../../../board/settlements-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** Properties of AccountPart. */
export interface AccountPartProps {
  data: HolderSettlementData;
  locale: Locale;
}

/** All of it. */
export function AccountPart({ data, locale }: AccountPartProps) {
  const { account: words } = textsFor(locale).settlement;
  const { account: { number, proposed }, mayAct } = data;
  return (
    <section class="retention-part">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>{number === "" ? words.none : words.now(number)}</p>
      {proposed !== "" && <p>{words.waits(proposed)}</p>}
      {mayAct && (proposed === ""
        ? <ProposeForm data={data} locale={locale} />
        : <DecideForm data={data} locale={locale} />)}
    </section>
  );
}

function ProposeForm({ data: { holder, formToken, account, values }, locale }: AccountPartProps) {
  const { account: words } = textsFor(locale).settlement;
  const isBack = values.get("action") === "propose-account";
  return (
    <form
      class="action-form landmark-form"
      method="post"
      action={paths.adminHolderSettlements(holder.id)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="revision" value={account.revision} />
      <label class="action-field">
        <span>{words.number}</span>
        <input
          type="text"
          name="account"
          value={isBack ? values.get("account") ?? "" : ""}
          autoComplete="off"
          dir="auto"
        />
      </label>
      <button type="submit" class="button" name="action" value="propose-account">
        {words.propose}
      </button>
    </form>
  );
}

function DecideForm({ data, locale }: AccountPartProps) {
  const { holder, formToken, account: { revision, proposedBy }, personId } = data;
  const { account: words } = textsFor(locale).settlement;
  return (
    <form method="post" action={paths.adminHolderSettlements(holder.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="revision" value={revision} />
      {proposedBy !== personId && (
        <button type="submit" class="button primary" name="action" value="approve-account">
          {words.approve}
        </button>
      )}{" "}
      <button type="submit" class="button" name="action" value="discard-account">
        {words.discard}
      </button>
    </form>
  );
}
