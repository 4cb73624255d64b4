// A day as it was compared: what the provider's balance moved by, and what was different.
import type { ReconciledDayData } from "../../../board/reconciliation-page.ts";
import { formatDay, formatMoney, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Fact, Facts } from "../compliance/Facts.tsx";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { MoneyFrame, type MoneyProps } from "./MoneyFrame.tsx";

/** The page in the operators' frame. */
export function ReconciledDayPage(props: MoneyProps<ReconciledDayData>) {
  const { data: { day, differences, nowMs }, state: { locale } } = props;
  const words = textsFor(locale).money;
  const { sumNames } = words.day;
  const { sums } = day;
  const shown = formatDay(locale, day.date, dateOf(wallTimeOf(nowMs)));
  const back = { href: paths.adminReconciliation(), text: words.day.back };
  return (
    <MoneyFrame {...props} title={words.day.title(shown)} back={back}>
      <p>{`${words.dayColumns.state}: ${words.stages[day.stage]}`}</p>
      <section class="retention-part">
        <h2>{words.day.sums}</h2>
        <Facts>
          <Fact name={sumNames.takenOre}>{formatMoney(locale, sums.takenOre)}</Fact>
          <Fact name={sumNames.givenBackOre}>{formatMoney(locale, sums.givenBackOre)}</Fact>
          <Fact name={sumNames.disputedOre}>{formatMoney(locale, sums.disputedOre)}</Fact>
          <Fact name={sumNames.feesOre}>{formatMoney(locale, sums.feesOre)}</Fact>
          <Fact name={sumNames.paidOutOre}>{formatMoney(locale, sums.paidOutOre)}</Fact>
          <Fact name={sumNames.swishOre}>{formatMoney(locale, sums.swishOre)}</Fact>
        </Facts>
        <p>{words.day.lost(formatNumber(locale, day.lostEvents))}</p>
      </section>
      <section class="retention-part">
        <h2>{words.day.differences}</h2>
        {differences.length === 0 ? <p>{words.day.none}</p> : (
          <>
            <DifferenceTable
              caption={words.day.differences}
              {...{ differences, locale, nowMs }}
            />
            <p>
              <a href={paths.adminReconciledDayCsv(day.date)} download>{words.day.file}</a>
            </p>
          </>
        )}
      </section>
    </MoneyFrame>
  );
}
