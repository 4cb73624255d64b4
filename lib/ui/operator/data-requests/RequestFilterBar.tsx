// Above the open data requests: how many there are in each state, and which of them are shown.
import type { DataRequestsData } from "../../../board/data-requests-page.ts";
import { DUE_WITHIN, requestFilterQuery } from "../../../board/request-filters.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { DATA_REQUEST_TYPES } from "../../../privacy/data-request.ts";

/** The counts, each a link to those, and a form that works without a script. */
export function RequestFilterBar({ data, locale }: { data: DataRequestsData; locale: Locale }) {
  const { filters, counts } = data;
  const words = textsFor(locale).dataRequests;
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const states = [[null, all] as const, ...counts.filter(([, count]) => count > 0)];
  return (
    <>
      <nav class="action-row" aria-label={words.byState}>
        {states.map(([state, count]) => (
          <a
            key={state ?? ""}
            href={paths.adminDataRequests(requestFilterQuery({ ...filters, state }))}
            aria-current={filters.state === state ? "true" : undefined}
          >
            {words.stateCount(
              state === null ? words.anyState : words.states[state],
              formatNumber(locale, count),
            )}
          </a>
        ))}
      </nav>
      <form class="action-row data-request-filter" method="get" action={paths.adminDataRequests()}>
        {filters.state !== null && <input type="hidden" name="status" value={filters.state} />}
        <label class="action-field">
          <span>{words.columns.what}</span>
          <select name="kind">
            <option value="">{words.anyType}</option>
            {DATA_REQUEST_TYPES.map((type) => (
              <option key={type} value={type} selected={filters.type === type}>
                {words.types[type]}
              </option>
            ))}
          </select>
        </label>
        <label class="action-field">
          <span>{words.columns.left}</span>
          <select name="until">
            <option value="">{words.anyTime}</option>
            {DUE_WITHIN.map((days) => (
              <option key={days} value={days} selected={filters.within === days}>
                {words.within(days)}
              </option>
            ))}
          </select>
        </label>
        <label class="compliance-box">
          <input type="checkbox" name="mine" value="on" checked={filters.isMine} />
          <span>{words.mine}</span>
        </label>
        <button type="submit" class="button">{words.show}</button>
      </form>
    </>
  );
}
