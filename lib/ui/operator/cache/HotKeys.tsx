// What is asked for most, as far as it may be shown, and the last time something was loaded before anybody asked.
import type { CacheData } from "../../../board/cache-page.ts";
import { formatMoment, formatNumber, formatWait, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";

type Part = { data: CacheData; locale: Locale };

/** Most keys on the page; a program is told more. */
const MOST_SHOWN = 10;

/** The hottest keys. */
export function HotKeys({ data, locale }: Part) {
  const words = textsFor(locale).cache;
  const keys = data.analytics.hotKeys.slice(0, MOST_SHOWN);
  return (
    <section class="cache-part">
      <h2>{words.hot}</h2>
      {keys.length === 0 ? <p>{words.noHot}</p> : (
        <ol class="cache-hot">
          {keys.map(({ category, id, count }) => (
            <li key={category + id}>
              <span>
                {words.names[category]} <code>{id}</code>
              </span>
              <b>{formatNumber(locale, count)}</b>
            </li>
          ))}
        </ol>
      )}
      <p class="action-hint">{words.hotNote}</p>
    </section>
  );
}

/** The last warming. */
export function Warming({ data: { analytics: { warming }, nowMs }, locale }: Part) {
  const words = textsFor(locale).cache;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <section class="cache-part">
      <h2>{words.warming}</h2>
      {warming === null ? <p>{words.notWarmed}</p> : (
        <>
          <p>
            <time dateTime={warming.at}>
              {formatMoment(locale, wallTimeOf(warming.at), dateOf(wallTimeOf(nowMs)))}
            </time>: {words.warmed(
              number(warming.warmed),
              number(warming.failed),
              number(warming.left),
            )}
          </p>
          <p class="action-hint">
            {words.budget(
              number(warming.budget.keys),
              formatWait(locale, warming.budget.ms),
              number(warming.budget.atOnce),
            )}
          </p>
        </>
      )}
    </section>
  );
}
