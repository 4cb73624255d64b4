// One landmark for operators: its form, what was done to it, and the way to retire or restore it.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { LandmarkData } from "../../../board/landmarks-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { greatCircleMeters } from "../../../places/great-circle.ts";
import { landmarkSlug } from "../../../places/landmark.ts";
import type { LandmarkChanged } from "../../../places/landmark-edit.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { LandmarkForm } from "./LandmarkForm.tsx";

/** Properties of LandmarkPage. */
export interface LandmarkPageProps {
  data: LandmarkData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function LandmarkPage({ data, state, url }: LandmarkPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, edit, problem } = data;
  const words = textsFor(locale).landmarks;
  return (
    <OperatorPage
      page="places"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{edit === null ? words.newTitle : said(edit.landmark.name)}</h1>
          <a class="button" href={paths.adminPlaces()}>{words.back}</a>
        </header>
        {problem !== null && (
          <p class="action-problem" role="alert" id="problem">{words.problems[problem]}</p>
        )}
        {edit?.isRetired
          ? (
            <>
              <Notice tone="warn">{words.retired}</Notice>
              <PressForm data={data} action="restore" label={words.restore} />
            </>
          )
          : <LandmarkForm data={data} locale={locale} />}
        {edit !== null && !edit.isRetired && (
          <details class="unfold landmark-retire">
            <summary class="button">{words.retire}</summary>
            <p class="action-hint">{words.retireHint}</p>
            <PressForm data={data} action="retire" label={words.retireConfirm} isDanger />
          </details>
        )}
        {edit !== null && <Story data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function PressForm(
  { data, action, label, isDanger = false }: {
    data: LandmarkData;
    action: "retire" | "restore";
    label: string;
    isDanger?: boolean;
  },
) {
  return (
    <form class="action-form" method="post" action={paths.adminPlace(landmarkSlug(data.id))}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="expectedVersion" value={data.edit?.version ?? 0} />
      <button
        type="submit"
        class={isDanger ? "button danger" : "button primary"}
        name="action"
        value={action}
      >
        {label}
      </button>
    </form>
  );
}

function Story({ data: { story, nowMs }, locale }: { data: LandmarkData; locale: Locale }) {
  const words = textsFor(locale).landmarks;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <section class="landmark-story" aria-labelledby="story">
      <h2 id="story">{words.story}</h2>
      {story.length === 0 ? <p>{words.noStory}</p> : (
        <ol>
          {story.map((change) => (
            <li key={change.at}>
              <time dateTime={change.at}>
                {formatMoment(locale, wallTimeOf(change.at), today)}
              </time>{" "}
              {words.change[change.type]} {words.by(said(change.operatorName))}
              {differences(change, locale).map((text) => `, ${text}`).join("")}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What else is worth a word: another name, another place. */
function differences({ before, after }: LandmarkChanged, locale: Locale): string[] {
  if (before === null) return [];
  const words = textsFor(locale).landmarks;
  const meters = Math.round(greatCircleMeters(before.point, after.point));
  return [
    before.name === after.name ? "" : words.renamed(said(before.name)),
    meters === 0 ? "" : words.moved(meters),
  ].filter(Boolean);
}
