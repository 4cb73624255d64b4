// The list of landmarks for operators: a search, the marks that need a look, and the way to each one.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { LandmarksData } from "../../../board/landmarks-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { landmarkSlug } from "../../../places/landmark.ts";
import type { LandmarkEdit } from "../../../places/landmark-edit.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of LandmarksPage. */
export interface LandmarksPageProps {
  data: LandmarksData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The list in the operators' frame. */
export function LandmarksPage({ data, state, url }: LandmarksPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, landmarks, count, approximate } = data;
  const words = textsFor(locale).landmarks;
  const outcomes: Readonly<Record<string, string>> = words.outcome;
  const outcome = outcomes[data.done];
  return (
    <OperatorPage
      page="places"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button primary" href={paths.adminNewPlace()}>{words.add}</a>
        </header>
        {outcome !== undefined && (
          <div role="status">
            <Notice tone="ok">{outcome}</Notice>
          </div>
        )}
        <p class="jobs-lead">{words.lead}</p>
        <SearchForm q={data.q} locale={locale} />
        <p class="jobs-more">
          {words.count(count)}
          {approximate > 0 && <span>, {words.needPin(approximate)}</span>}
        </p>
        {landmarks.length === 0
          ? <p>{words.empty}</p>
          : <LandmarkTable landmarks={landmarks} locale={locale} />}
        {count > landmarks.length && <p class="jobs-more">{words.shown(landmarks.length, count)}
        </p>}
      </div>
    </OperatorPage>
  );
}

function SearchForm({ q, locale }: { q: string; locale: Locale }) {
  const words = textsFor(locale).landmarks;
  return (
    <form class="landmark-search" method="get" action={paths.adminPlaces()} role="search">
      <label class="action-field">
        <span>{words.search}</span>
        <input type="search" name="q" value={q} maxLength={80} dir="auto" />
      </label>
      <button type="submit" class="button">{words.show}</button>
      {q !== "" && <a class="button" href={paths.adminPlaces()}>{words.all}</a>}
    </form>
  );
}

function LandmarkTable(
  { landmarks, locale }: { landmarks: readonly LandmarkEdit[]; locale: Locale },
) {
  const words = textsFor(locale).landmarks;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.fields.kind}</th>
          <th scope="col">{words.columns.where}</th>
          <th scope="col">{words.columns.point}</th>
        </tr>
      </thead>
      <tbody>
        {landmarks.map((edit) => (
          <LandmarkRow
            key={edit.landmark.id}
            edit={edit}
            locale={locale}
          />
        ))}
      </tbody>
    </table>
  );
}

function LandmarkRow({ edit, locale }: { edit: LandmarkEdit; locale: Locale }) {
  const { landmark, isRetired, version } = edit;
  const { landmarks: words, trip } = textsFor(locale);
  const marks = [
    isRetired ? words.retiredMark : "",
    !isRetired && landmark.source === "map" ? words.pinMark : "",
    version > 0 && !isRetired ? words.ownMark : "",
  ].filter(Boolean);
  const { lat, lng } = landmark.point;
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={paths.adminPlace(landmarkSlug(landmark.id))}>
          <Said>{landmark.name}</Said>
        </a>
        {marks.length > 0 && <p class="landmark-marks">{marks.join(", ")}</p>}
      </th>
      <td data-label={words.fields.kind}>{trip.place[landmark.kind]}</td>
      <td data-label={words.columns.where}>
        <Said>
          {[landmark.area, landmark.town].filter((part, at, all) =>
            part !== "" && all.indexOf(part) === at
          ).join(", ")}
        </Said>
      </td>
      <td data-label={words.columns.point} class="landmark-point">
        {`${lat.toFixed(5)}, ${lng.toFixed(5)}`}
      </td>
    </tr>
  );
}
