// What is kept ready, as a page: figures that are read anew while it is open, and beside them the way to purge.
import CacheLive from "../../../../islands/CacheLive.tsx";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { CacheData } from "../../../board/cache-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { freshWords } from "../live/fresh-words.ts";
import { CacheFigures } from "./CacheFigures.tsx";
import { CategoryTable } from "./CategoryTable.tsx";
import { HotKeys, Warming } from "./HotKeys.tsx";
import { InstanceTable } from "./InstanceTable.tsx";
import { Purge } from "./Purge.tsx";
import { FIGURES_ID } from "./renew-figures.ts";
import { TierTable } from "./TierTable.tsx";

/** Properties of CachePage. */
export interface CachePageProps {
  data: CacheData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function CachePage({ data, state: { locale, operator }, url }: CachePageProps) {
  const { formToken, deadJobs, nowMs, cursor, analytics, done } = data;
  const words = textsFor(locale).cache;
  const since = formatMoment(locale, wallTimeOf(analytics.since), dateOf(wallTimeOf(nowMs)));
  const hasAsked = analytics.stats.hits + analytics.stats.misses > 0;
  return (
    <OperatorPage
      page="cache"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs cache">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <CacheLive {...{ locale, cursor, nowMs }} words={freshWords(locale)} />
        </header>
        <p class="jobs-lead">{words.lead(since)}</p>
        {done !== null && (
          <div role="status">
            <Notice tone={done.endsWith("later") ? "warn" : "ok"}>{words.done[done]}</Notice>
          </div>
        )}
        <div class="cache-parts">
          <div class="cache-figures" id={FIGURES_ID}>
            <CacheFigures data={data} locale={locale} />
            <TierTable data={data} locale={locale} />
            {data.instances !== null && (
              <InstanceTable instances={data.instances} nowMs={nowMs} locale={locale} />
            )}
            {hasAsked ? <CategoryTable data={data} locale={locale} /> : (
              <div class="day-empty">
                <p class="day-empty-title">{words.emptyTitle}</p>
                <p>{words.empty}</p>
              </div>
            )}
            <HotKeys data={data} locale={locale} />
            <Warming data={data} locale={locale} />
          </div>
          <Purge data={data} locale={locale} />
        </div>
      </div>
    </OperatorPage>
  );
}
