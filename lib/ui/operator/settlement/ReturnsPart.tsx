// Payments of files that did not come about: the form in which one person says so, and the buttons with which another confirms it.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { PaymentFilesData } from "../../../board/payment-files-page.ts";
import { formatOre } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { settlementName } from "../../../settlement/settlement.ts";

/** Properties of ReturnsPart. */
export interface ReturnsPartProps {
  data: PaymentFilesData;
  locale: Locale;
}

/** Both. */
export function ReturnsPart({ data: { files, formToken, personId }, locale }: ReturnsPartProps) {
  const { files: words } = textsFor(locale).settlement;
  const payments = files.flatMap(({ id, payOn, payments, returns }) =>
    payments.filter((one) =>
      !returns.some(({ holderId, number }) => holderId === one.holderId && number === one.number)
    ).map((one) => ({ ...one, id, payOn }))
  );
  const said = files.flatMap(({ id, returns }) => returns.map((one) => ({ ...one, id })))
    .filter(({ askedBy, confirmedBy }) => confirmedBy === null && askedBy !== personId);
  return (
    <section class="retention-part">
      <h2>{words.returned}</h2>
      <p>{words.returnedLead}</p>
      {said.map(({ id, holderId, number }) => (
        <form key={`${id} ${holderId} ${number}`} method="post" action={paths.adminPaymentFiles()}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="payment" value={`${id} ${holderId} ${number}`} />
          <button type="submit" class="button primary" name="action" value="confirm-return">
            {words.confirm(settlementName({ holderId, number }))}
          </button>
        </form>
      ))}
      <form class="action-row" method="post" action={paths.adminPaymentFiles()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <label class="action-field">
          <span>{words.payment}</span>
          <select name="payment">
            {payments.map((one) => (
              <option
                key={`${one.id} ${settlementName(one)}`}
                value={`${one.id} ${one.holderId} ${one.number}`}
              >
                {`${settlementName(one)}, ${one.payOn}, ${formatOre(locale, one.amountOre)}`}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button" name="action" value="ask-return">{words.ask}</button>
      </form>
    </section>
  );
}
