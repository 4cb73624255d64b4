// What is settled with one permit holder: the next settlement, those before, what is deducted by hand, and the terms.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { HolderSettlementData } from "../../../board/settlements-page.ts";
import { formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { AccountPart } from "./AccountPart.tsx";
import { AdjustmentsPart } from "./AdjustmentsPart.tsx";
import { refusalWords, SettlementOutcome } from "./SettlementOutcome.tsx";
import { SettlementSheetPart } from "./SettlementSheetPart.tsx";
import { TermsPart } from "./TermsPart.tsx";

/** Properties of HolderSettlementPage. */
export interface HolderSettlementPageProps {
  data: HolderSettlementData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function HolderSettlementPage({ data, state, url }: HolderSettlementPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, holder } = data;
  const { settlement: words } = textsFor(locale);
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1 dir="auto">{holder.name}</h1>
          <a class="button" href={paths.adminSettlements()}>{words.back}</a>
        </header>
        <SettlementOutcome outcome={data} locale={locale} />
        <Next data={data} locale={locale} />
        <Past data={data} locale={locale} />
        <AdjustmentsPart data={data} locale={locale} />
        <AccountPart data={data} locale={locale} />
        <TermsPart data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

interface PartProps {
  data: HolderSettlementData;
  locale: Locale;
}

/** Looking is free; proposing takes somebody who keeps the books. */
function Next({ data, locale }: PartProps) {
  const { holder, until, reckoned } = data;
  const { holder: words } = textsFor(locale).settlement;
  return (
    <section class="retention-part">
      <h2>{words.next}</h2>
      <form class="action-row" method="get" action={paths.adminHolderSettlements(holder.id)}>
        <label class="action-field">
          <span>{words.until}</span>
          <input type="date" name="until" value={until} required />
        </label>
        <button type="submit" class="button">{words.preview}</button>
      </form>
      {typeof reckoned === "string" && <p>{refusalWords(locale, reckoned)}</p>}
      {reckoned !== null && typeof reckoned !== "string" && (
        <>
          <p>{words.days(reckoned.from, reckoned.until)}</p>
          <SettlementSheetPart content={reckoned} locale={locale} />
          <Propose data={data} locale={locale} />
        </>
      )}
    </section>
  );
}

function Propose({ data, locale }: PartProps) {
  const { holder, until, closedThrough, formToken, mayAct } = data;
  const { holder: words, refusals } = textsFor(locale).settlement;
  if (!mayAct) return null;
  if (closedThrough < until) {
    return (
      <p>
        {refusals["not-closed"]}{" "}
        <a href={paths.adminBookDay({ entity: holder.id, date: until })}>{words.close}</a>
      </p>
    );
  }
  return (
    <form method="post" action={paths.adminHolderSettlements(holder.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="until" value={until} />
      <p class="action-hint">{words.proposeLead}</p>
      <button type="submit" class="button primary" name="action" value="propose">
        {words.propose}
      </button>
    </form>
  );
}

function Past({ data: { holder, settlements }, locale }: PartProps) {
  const { holder: words, states } = textsFor(locale).settlement;
  const { pastColumns: columns } = words;
  return (
    <section class="retention-part">
      <h2>{words.past}</h2>
      {settlements.length === 0 ? <p>{words.none}</p> : (
        <table class="listing jobs-table">
          <caption class="visually-hidden">{words.past}</caption>
          <thead>
            <tr>
              {Object.entries(columns).map(([name, title]) => (
                <th key={name} scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {settlements.map(({ number, from, until, amounts, approvedAt }) => (
              <tr key={number}>
                <th scope="row" class="job-what">
                  <a href={paths.adminSettlement(holder.id, number)}>{number}</a>
                </th>
                <td data-label={columns.days}>{words.days(from, until)}</td>
                <td data-label={columns.paid}>{formatMoney(locale, amounts.paidOre)}</td>
                <td data-label={columns.state}>
                  {approvedAt === null ? states.proposed : states.approved}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
