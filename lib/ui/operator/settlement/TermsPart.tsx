// The terms of a permit holder: those there are, the approval of what somebody else wrote, and the form that writes new ones.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { HolderSettlementData } from "../../../board/settlements-page.ts";
import { formatMoney, formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { formatRate } from "../../../settlement/settlement-sheet.ts";
import type { SettlementTerms, TermsEdition } from "../../../settlement/settlement-terms.ts";
import { TermsForm } from "./TermsForm.tsx";

/** Properties of TermsPart. */
export interface TermsPartProps {
  data: HolderSettlementData;
  locale: Locale;
}

/** All of it. */
export function TermsPart({ data, locale }: TermsPartProps) {
  const { terms: words } = textsFor(locale).settlement;
  const { editions, mayAct } = data;
  return (
    <section class="retention-part">
      <h2>{words.title}</h2>
      {editions.length === 0 && <p>{words.none}</p>}
      {editions.map((edition) => <Edition key={edition.from} {...{ data, edition, locale }} />)}
      {mayAct && <TermsForm data={data} locale={locale} />}
    </section>
  );
}

function Edition({ data, edition, locale }: TermsPartProps & { edition: TermsEdition }) {
  const { terms: words } = textsFor(locale).settlement;
  const { from, approvedBy, terms } = edition;
  return (
    <>
      <h3>{`${words.from} ${from}: ${approvedBy === null ? words.draft : words.approved}`}</h3>
      <ul>{termsWords(terms, locale).map((text) => <li key={text}>{text}</li>)}</ul>
      {data.mayAct && <Decide data={data} edition={edition} locale={locale} />}
    </>
  );
}

/** Nobody approves what they wrote part of; what has begun stays. */
function Decide({ data, edition, locale }: TermsPartProps & { edition: TermsEdition }) {
  const { holder, formToken, personId } = data;
  const { from, revision, approvedBy, authors } = edition;
  const { terms: words } = textsFor(locale).settlement;
  if (approvedBy !== null) return null;
  return (
    <form method="post" action={paths.adminHolderSettlements(holder.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="revision" value={revision} />
      {!authors.includes(personId) && (
        <button type="submit" class="button primary" name="action" value="approve-terms">
          {words.approve}
        </button>
      )}{" "}
      <button type="submit" class="button" name="action" value="discard-terms">
        {words.discard}
      </button>
    </form>
  );
}

function termsWords(terms: SettlementTerms, locale: Locale): string[] {
  const { settlement, quote } = textsFor(locale);
  const { terms: words, methods } = settlement;
  const { selfBilling } = terms;
  return [
    `${words.rhythm} ${words.rhythms[terms.rhythm]}`,
    ...terms.commission.map(({ method, vehicleClass, basisPoints }) => {
      const of = vehicleClass === null ? words.anyClass : quote.classes[vehicleClass].name;
      return `${methods[method]}, ${of}: ${formatRate(locale, basisPoints)}`;
    }),
    words.perRideOf(formatMoney(locale, terms.perRideOre)),
    words.perMonthOf(formatMoney(locale, terms.perMonthOre)),
    terms.isVatRegistered ? words.vat : words.noVat,
    selfBilling === null
      ? words.noSelfBilling
      : words.selfBilling(selfBilling.agreedOn, formatNumber(locale, selfBilling.objectWithinDays)),
  ];
}
