// Every kind of what is kept ready, with what its misses have cost; what costs most stands first.
import type { CacheData, CategoryRow } from "../../../board/cache-page.ts";
import {
  formatCount,
  formatList,
  formatNumber,
  formatShare,
  formatWait,
} from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Room } from "./Room.tsx";

/** The table. */
export function CategoryTable({ data, locale }: { data: CacheData; locale: Locale }) {
  const words = textsFor(locale).cache;
  const isAsked = ({ hits, misses, entries, ofAll }: CategoryRow) =>
    hits + misses + entries + (ofAll === null ? 0 : ofAll.hits + ofAll.misses) > 0;
  const unasked = data.categories.filter((row) => !isAsked(row))
    .map(({ category }) => words.names[category]);
  return (
    <section class="cache-part">
      <h2>{words.categories}</h2>
      <table class="listing jobs-table cache-table">
        <caption class="visually-hidden">{words.categories}</caption>
        <thead>
          <tr>
            {Object.entries(words.columns)
              .filter(([key]) => key !== "ofAll" || data.instances !== null)
              .map(([key, name]) => <th key={key} scope="col">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {data.categories.filter(isAsked).map((row) => (
            <Category key={row.category} {...{ row, locale }} />
          ))}
        </tbody>
      </table>
      <p class="action-hint">
        {words.categoriesOrder} {words.shares[data.analytics.isAdaptive ? "observed" : "table"]}
        {" "}
        {words.lives[data.analytics.isFitted ? "observed" : "table"]}{" "}
        {unasked.length > 0 && words.unasked(formatList(locale, unasked))}
      </p>
    </section>
  );
}

function Category({ row, locale }: { row: CategoryRow; locale: Locale }) {
  const words = textsFor(locale).cache;
  const { columns } = words;
  const number = (value: number) => formatNumber(locale, value);
  const asked = row.hits + row.misses;
  return (
    <tr>
      <th scope="row">
        <b>{words.names[row.category]}</b>
      </th>
      <td data-label={columns.hits} class="cache-rate">
        {asked === 0 ? words.none : formatShare(locale, row.hitRate)}
      </td>
      <td data-label={columns.asked}>{number(asked)}</td>
      <td data-label={columns.room}>
        <Room {...row} locale={locale} />
      </td>
      <td data-label={columns.miss}>
        {row.loads === 0 ? words.none : formatWait(locale, row.missMs)}
      </td>
      <td data-label={columns.cost} class={row.failedLoads > 0 ? "cache-bad" : undefined}>
        {formatWait(locale, row.loadMs)}
        {row.failedLoads > 0 && (
          <small>▲ {formatCount(locale, row.failedLoads, words.failed)}</small>
        )}
      </td>
      <td data-label={columns.saved}>{formatWait(locale, row.savedMs)}</td>
      <td data-label={columns.evicted}>{number(row.evictions)}</td>
      <td data-label={columns.life}>
        {formatWait(locale, row.ttlMs)}
        {row.ttlMs !== row.tableTtlMs && (
          <small>{words.byTable(formatWait(locale, row.tableTtlMs))}</small>
        )}
      </td>
      {row.ofAll !== null && (
        <td data-label={columns.ofAll}>
          {row.ofAll.hits + row.ofAll.misses === 0 ? words.none : (
            <>
              {formatShare(locale, row.ofAll.hits / (row.ofAll.hits + row.ofAll.misses))}{" "}
              <small>
                {formatCount(locale, row.ofAll.hits + row.ofAll.misses, words.ofAsked)}
              </small>
            </>
          )}
        </td>
      )}
    </tr>
  );
}
