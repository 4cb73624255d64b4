// One car as a page: who drives it, when it is out of traffic, and the form that takes it out and back.
import type { OperatorSession } from "../../../accounts/session.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import type { CarPageData } from "../../../board/car-page.ts";
import type { TripToMove } from "../../../dispatch/vehicle-outage.ts";
import { formatMoment, formatReference, wallTimeOf } from "../../../i18n/format.ts";
import { actTexts } from "../../../i18n/act-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Digits, Said, said } from "../../parts/Said.tsx";
import { ActBar } from "../acts/ActBar.tsx";
import { firstAct } from "../acts/last-act.ts";
import { CarFacts } from "./CarFacts.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";

/** Properties of CarPage. */
export interface CarPageProps {
  data: CarPageData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function CarPage({ data, state, url }: CarPageProps) {
  const { vehicle, driver, trips, done, draft, formToken, deadJobs, nowMs } = data;
  const { locale, operator } = state;
  const { cars: words } = textsFor(locale);
  const outcomes: Readonly<Record<string, string>> = words.outage.outcome;
  const outcome = outcomes[done];
  return (
    <OperatorPage page="cars" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs car-page">
        <header class="jobs-head">
          <h1>
            <Said>{vehicle.name}</Said>
          </h1>
          <CarFacts {...{ vehicle, driver, locale }} />
        </header>
        <p>
          <a href={paths.adminCars()}>{words.outage.back}</a>
        </p>
        {outcome !== undefined && (
          <div role="status">
            <Notice tone="ok">{outcome}</Notice>
          </div>
        )}
        {draft.problem !== null && (
          <div role="alert">
            <Notice tone="warn">{problemWords(locale, draft.problem)}</Notice>
          </div>
        )}
        <Outages data={data} locale={locale} />
        {trips !== null && <TripsToMove {...{ trips, locale, nowMs }} />}
        <OutageForm data={data} locale={locale} />
        <ActBar
          look={{ locale, texts: actTexts(locale), fleet: { vehicles: [vehicle] } }}
          last={firstAct(data.act, nowMs)}
          {...{ nowMs, formToken }}
          isLive={false}
        />
      </div>
    </OperatorPage>
  );
}

function problemWords(
  locale: Locale,
  problem: NonNullable<CarPageData["draft"]["problem"]>,
): string {
  const words = textsFor(locale).cars.outage.problems;
  return problem === "reason" ? words.reason(MAX_REASON_LENGTH) : words[problem];
}

function Outages({ data, locale }: { data: CarPageData; locale: Locale }) {
  const words = textsFor(locale).cars.outage;
  const { outages, vehicle, formToken, nowMs } = data;
  const moment = (ms: number) => formatMoment(locale, wallTimeOf(ms), wallTimeOf(nowMs));
  return (
    <section>
      <h2>{words.now}</h2>
      {outages.length === 0 && <p class="car-facts">{words.none}</p>}
      <ul class="outages">
        {outages.map(({ id, startMs, endMs, reason }) => (
          <li key={id}>
            <p>
              <b>
                {words.stretch(moment(startMs), endMs === null ? words.openEnd : moment(endMs))}
              </b>
              {reason !== "" && (
                <>
                  {" "}· <Said>{reason}</Said>
                </>
              )}
            </p>
            <form method="post" action={paths.adminCar(vehicle.id)}>
              <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
              <input type="hidden" name="outage" value={id} />
              <button type="submit" class="button" name="action" value="back">
                {words.putBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TripsToMove(
  { trips, locale, nowMs }: { trips: readonly TripToMove[]; locale: Locale; nowMs: number },
) {
  const words = textsFor(locale).cars.outage;
  const today = wallTimeOf(nowMs);
  return (
    <section>
      <h2>
        {words.trips} <span class="car-count">{trips.length}</span>
      </h2>
      {trips.length === 0 && <p class="car-facts">{words.noTrips}</p>}
      <ol class="outages">
        {trips.map(({ bookingId, reference, pickupMs, candidates: [best] }) => (
          <li key={bookingId}>
            <a href={paths.adminBooking(bookingId)}>
              {formatMoment(locale, wallTimeOf(pickupMs), today)}{" "}
              <Digits>{formatReference(reference)}</Digits>
            </a>
            <p class="car-facts">
              {best === undefined ? words.noCar : words.bestCar(best.vehicleName)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OutageForm({ data, locale }: { data: CarPageData; locale: Locale }) {
  const words = textsFor(locale).cars.outage;
  const { vehicle, draft, formToken } = data;
  return (
    <form class="landmark-form" method="post" action={paths.adminCar(vehicle.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <h2 class="landmark-wide">{words.title(said(vehicle.name))}</h2>
      <label class="action-field">
        <span>{words.from}</span>
        <input type="datetime-local" name="from" required value={draft.from} />
      </label>
      <label class="action-field">
        <span>{words.until}</span>
        <input
          type="datetime-local"
          name="until"
          value={draft.until}
          aria-describedby="until-hint"
        />
      </label>
      <p id="until-hint" class="landmark-wide car-facts">{words.untilHint}</p>
      <label class="action-field landmark-wide">
        <span>{words.reason}</span>
        <input name="reason" value={draft.reason} maxLength={MAX_REASON_LENGTH} dir="auto" />
      </label>
      <div class="landmark-wide car-acts">
        <button type="submit" class="button" name="action" value="preview">{words.preview}</button>
        <button type="submit" class="button primary" name="action" value="out">
          {words.confirm}
        </button>
      </div>
    </form>
  );
}
