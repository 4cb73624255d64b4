// One draft of a tariff for operators: its form, what it changes, its zones and fixed prices, its publication.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DraftData } from "../../../board/draft-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { capitalise } from "../frame/look.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { DraftCompare } from "./DraftCompare.tsx";
import { DraftPublish } from "./DraftPublish.tsx";
import { ItemTable } from "./ItemTable.tsx";
import { Meanwhile, Problems } from "./Problems.tsx";
import { SimulationResult } from "./SimulationResult.tsx";
import { TariffForm } from "./TariffForm.tsx";
import { eventDetail, shownLeaf, stateWords, whenAndWho } from "./tariff-words.ts";

/** Properties of DraftPage. */
export interface DraftPageProps {
  data: DraftData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function DraftPage({ data, state, url }: DraftPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, draft, simulation } = data;
  const { tariffs: words } = textsFor(locale);
  const outcomes: Readonly<Record<string, string>> = words.draft.outcome;
  const outcome = outcomes[data.done];
  const last = draft.story.at(-1);
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{said(draft.name)}</h1>
          <a class="button" href={paths.adminTariffs()}>{words.back}</a>
        </header>
        <p class="jobs-lead">
          {capitalise(stateWords(draft, locale))}
          {last && `, ${whenAndWho(last, locale)}`}
        </p>
        {outcome !== undefined && (
          <div role="status">
            <Notice tone="ok">{outcome}</Notice>
          </div>
        )}
        <Refusal data={data} locale={locale} />
        {draft.state.kind === "open" && (
          <>
            <h2>{words.draft.form}</h2>
            <p class="jobs-lead">{words.draft.formHint}</p>
            {simulation !== null && <SimulationResult simulation={simulation} locale={locale} />}
            <TariffForm data={data} locale={locale} />
          </>
        )}
        <Items data={data} locale={locale} />
        <DraftCompare data={data} locale={locale} />
        <DraftPublish data={data} locale={locale} />
        <Story data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

/** Why the page came back. */
function Refusal({ data, locale }: { data: DraftData; locale: Locale }) {
  const { tariffs: words } = textsFor(locale);
  const last = data.draft.story.at(-1);
  return (
    <>
      <Problems problems={data.problems} locale={locale} />
      <Meanwhile changes={data.meanwhile} locale={locale} heading={words.meanwhile} />
      {last?.type === "refused" && (
        <div class="action-problem" role="alert">
          <p>{words.draft.refused} {eventDetail(last, locale)}</p>
        </div>
      )}
      {data.refusal !== null && (
        <div class="action-problem" role="alert">
          <p>{refusalText(data.refusal, locale)}</p>
        </div>
      )}
      {data.published.map(({ version, changes }) => (
        <Meanwhile
          key={version}
          changes={changes}
          locale={locale}
          heading={words.publishedMeanwhile(version)}
          shown={(field, text) => shownLeaf(field, text, locale)}
        />
      ))}
    </>
  );
}

function refusalText(
  { reason }: NonNullable<DraftData["refusal"]>,
  locale: Locale,
): string {
  const { draft: words, review } = textsFor(locale).tariffs;
  if (reason === "state") return words.closed;
  if (reason === "changed") return words.changedMeanwhile;
  if (reason === "author") return review.author;
  return `${words.refused} ${words.refusals[reason]}`;
}

function Items({ data, locale }: { data: DraftData; locale: Locale }) {
  const { draft: words } = textsFor(locale).tariffs;
  const { draft } = data;
  const { zones } = draft.tariff;
  const open = draft.state.kind === "open" ? draft.id : null;
  return (
    <>
      <h2>{words.zones}</h2>
      <ItemTable kind="zones" items={data.zones} draft={open} {...{ zones, locale }} />
      {open !== null && (
        <p>
          <a class="button" href={paths.adminDraftItems(open, "zones")}>{words.addZone}</a>
        </p>
      )}
      <h2>{words.prices}</h2>
      <ItemTable kind="fixed-prices" items={data.fixedPrices} draft={open} {...{ zones, locale }} />
      {open !== null && zones.length > 0 && (
        <p>
          <a class="button" href={paths.adminDraftItems(open, "fixed-prices")}>{words.addPrice}</a>
        </p>
      )}
    </>
  );
}

function Story({ data: { draft }, locale }: { data: DraftData; locale: Locale }) {
  const { draft: words } = textsFor(locale).tariffs;
  return (
    <section class="landmark-story" aria-labelledby="story">
      <h2 id="story">{words.story}</h2>
      <ol>
        {draft.story.toReversed().map((event) => (
          <li key={event.at}>
            <time dateTime={event.at}>{whenAndWho(event, locale)}</time>: {words.events[event.type]}
            {" "}
            {eventDetail(event, locale)}
          </li>
        ))}
      </ol>
    </section>
  );
}
