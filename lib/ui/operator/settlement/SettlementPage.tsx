// One settlement: its days, what it comes to, and who decides on it.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { SettlementData } from "../../../board/settlements-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { settlementName } from "../../../settlement/settlement.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { SettlementOutcome } from "./SettlementOutcome.tsx";
import { SettlementSheetPart } from "./SettlementSheetPart.tsx";

/** Properties of SettlementPage. */
export interface SettlementPageProps {
  data: SettlementData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function SettlementPage({ data, state: { locale, operator }, url }: SettlementPageProps) {
  const { formToken, deadJobs, nowMs, holder, settlement } = data;
  const { one: words } = textsFor(locale).settlement;
  const moment = (at: string) =>
    formatMoment(locale, wallTimeOf(Date.parse(at)), wallTimeOf(nowMs).slice(0, 10));
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1 dir="auto">{`${words.title(settlementName(settlement))}, ${holder.name}`}</h1>
          <a class="button" href={paths.adminHolderSettlements(holder.id)}>{words.back}</a>
        </header>
        <h2>{words.days(settlement.from, settlement.until)}</h2>
        <p>{`${words.proposedAt} ${moment(settlement.proposedAt)}`}</p>
        {settlement.approvedAt !== null && (
          <p>{`${words.approvedAt} ${moment(settlement.approvedAt)}`}</p>
        )}
        <SettlementOutcome outcome={data} locale={locale} />
        <SettlementSheetPart content={settlement} locale={locale} />
        {settlement.papers !== null && (
          <p>
            <a href={paths.adminStatement(holder.id, settlement.number)} download>
              {textsFor(locale).settlement.invoices.fetch}
            </a>
          </p>
        )}
        {settlement.approvedAt === null && <Decision data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function Decision({ data, locale }: { data: SettlementData; locale: Locale }) {
  const { holder, settlement, formToken, personId, mayAct } = data;
  const { one: words } = textsFor(locale).settlement;
  const { proposedBy, adjustedBy, proposedAt } = settlement;
  const isOwn = proposedBy === personId || adjustedBy.includes(personId);
  if (!mayAct) return null;
  return (
    <form
      class="retention-part"
      method="post"
      action={paths.adminSettlement(holder.id, settlement.number)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="proposedAt" value={proposedAt} />
      <p class="action-hint">{isOwn ? words.author : words.approveLead}</p>
      <p>
        {!isOwn && (
          <button type="submit" class="button primary" name="action" value="approve">
            {words.approve}
          </button>
        )}{" "}
        <button type="submit" class="button" name="action" value="discard">{words.discard}</button>
      </p>
    </form>
  );
}
