// The cache in five figures.
import type { CacheData } from "../../../board/cache-page.ts";
import {
  formatBytes,
  formatCount,
  formatNumber,
  formatShare,
  formatWait,
} from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Each with what it is of. */
export function CacheFigures({ data, locale }: { data: CacheData; locale: Locale }) {
  const { stats, tiers } = data.analytics;
  const words = textsFor(locale).cache;
  const number = (value: number) => formatNumber(locale, value);
  const asked = stats.hits + stats.misses;
  const rate = asked === 0 ? words.none : formatShare(locale, stats.hitRate);
  const most = formatBytes(locale, tiers.memory.maxBytes);
  return (
    <dl class="incident-figures" aria-label={words.figures}>
      <Figure name={words.hitRate} figure={rate} of={formatCount(locale, asked, words.ofAsked)} />
      <Figure name={words.saved} figure={formatWait(locale, stats.savedMs)} of="" />
      <Figure
        name={words.missesCost}
        figure={formatWait(locale, stats.loadMs)}
        of={formatCount(locale, stats.loads, words.ofLoads)}
      />
      <Figure
        name={words.held}
        figure={formatShare(locale, stats.bytes / tiers.memory.maxBytes)}
        of={words.ofBytes(formatBytes(locale, stats.bytes), most)}
      />
      <Figure name={words.evicted} figure={number(stats.evictions)} of={words.evictedWhy} />
    </dl>
  );
}

function Figure({ name, figure, of }: { name: string; figure: string; of: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figure} <small>{of}</small>
      </dd>
    </div>
  );
}
