// What is left of years whose bookkeeping is over: sums of ten rides or more.
import { formatKronor, formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { RideGroup, RideStatistics } from "../../../retention/ride-statistics-rules.ts";

/** Properties of YearTables. */
export interface YearTablesProps {
  statistics: readonly RideStatistics[];
  locale: Locale;
}

/** A table a fiscal year; nothing while there is none. */
export function YearTables({ statistics, locale }: YearTablesProps) {
  const words = textsFor(locale).retention;
  if (statistics.length === 0) return null;
  return (
    <section class="retention-part">
      <h2>{words.statisticsTitle}</h2>
      {statistics.map((year) => (
        <div key={year.year}>
          <h3>
            <time dateTime={year.year}>{year.year}</time>
          </h3>
          {year.groups.length === 0
            ? <p>{words.nothing}</p>
            : <YearTable year={year} locale={locale} />}
        </div>
      ))}
    </section>
  );
}

function YearTable({ year, locale }: { year: RideStatistics; locale: Locale }) {
  const words = textsFor(locale).retention;
  const names = words.statisticsColumns;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.statisticsCaption}</caption>
      <thead>
        <tr>
          {Object.entries(names).map(([name, title]) => <th key={name} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {year.groups.map((group) => (
          <GroupRow key={`${group.month} ${group.vehicleClass}`} {...{ group, locale }} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({ group, locale }: { group: RideGroup; locale: Locale }) {
  const words = textsFor(locale).retention;
  const names = words.statisticsColumns;
  const classes = textsFor(locale).quote.classes;
  const km = Math.round(group.distanceMeters / 1_000);
  return (
    <tr>
      <th scope="row">{group.month === "" ? words.everyMonth : group.month}</th>
      <td data-label={names.vehicleClass}>
        {group.vehicleClass === "" ? words.everyClass : classes[group.vehicleClass].name}
      </td>
      <td data-label={names.rides}>{formatNumber(locale, group.rides)}</td>
      <td data-label={names.passengers}>{formatNumber(locale, group.passengers)}</td>
      <td data-label={names.km}>{formatNumber(locale, km)}</td>
      <td data-label={names.total}>{formatKronor(locale, group.totalOre)}</td>
    </tr>
  );
}
