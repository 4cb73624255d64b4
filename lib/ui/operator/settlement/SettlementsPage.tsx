// Settlements: everybody with books of their own, and how far they are settled.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { SettledHolder, SettlementsData } from "../../../board/settlements-page.ts";
import { formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of SettlementsPage. */
export interface SettlementsPageProps {
  data: SettlementsData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function SettlementsPage({ data, state: { locale, operator }, url }: SettlementsPageProps) {
  const { formToken, deadJobs, nowMs, holders } = data;
  const { settlement: words } = textsFor(locale);
  return (
    <OperatorPage
      page="bookkeeping"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs retention">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button" href={paths.adminPaymentFiles()}>{words.files.title}</a>
          <a class="button" href={paths.adminBooks()}>{words.books}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        {holders.length === 0
          ? <p>{words.empty}</p>
          : <Holders holders={holders} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function Holders({ holders, locale }: { holders: readonly SettledHolder[]; locale: Locale }) {
  const { columns, holders: caption, never, states } = textsFor(locale).settlement;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {holders.map((one) => (
          <tr key={one.holder.id}>
            <th scope="row" class="job-what">
              <a href={paths.adminHolderSettlements(one.holder.id)} dir="auto">{one.holder.name}</a>
            </th>
            <td data-label={columns.through}>{one.state.through || never}</td>
            <td data-label={columns.closed}>{one.closedThrough || never}</td>
            <td data-label={columns.carried}>{formatMoney(locale, -one.state.carriedOre)}</td>
            <td data-label={columns.state}>{states[stateOf(one)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ state, hasTerms }: SettledHolder): "proposed" | "no-terms" | "settled" {
  if (state.isPending) return "proposed";
  return hasTerms ? "settled" : "no-terms";
}
