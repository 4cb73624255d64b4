// The cars of a day as a page: timeline or list, drawn by the server and read anew in place while it is open.
import CarsLive from "../../../../islands/CarsLive.tsx";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { Car } from "../../../board/car-day.ts";
import type { CarsData } from "../../../board/cars-data.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { Look } from "../frame/look.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { CarKeysDialog } from "./CarKeysDialog.tsx";
import { CarList } from "./CarList.tsx";
import { addressOf, CarFilters, CarsHeading, ZoomSteps } from "./CarsHeading.tsx";
import { shownCars } from "./car-state.ts";
import { liveWords } from "./live-words.ts";
import { Timeline } from "./Timeline.tsx";

/** Properties of CarsPage. */
export interface CarsPageProps {
  data: CarsData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function CarsPage({ data, state, url }: CarsPageProps) {
  const { day, query, cursor, formToken, deadJobs } = data;
  const { locale, operator } = state;
  const { nowMs } = day;
  const look: Look = {
    locale,
    texts: boardTexts(locale),
    fleet: { drivers: [], vehicles: [] },
    today: dateOf(wallTimeOf(nowMs)),
  };
  const cars = shownCars(day, query);
  return (
    <OperatorPage page="cars" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="cars" data-view={query.view}>
        <CarsHeading {...{ look, day, query }}>
          <CarKeysDialog look={look} />
          <CarsLive
            {...{ locale, cursor, nowMs, formToken }}
            cars={day.cars.map(({ vehicle: { id, name } }) => ({ id, name }))}
            words={liveWords(locale)}
          />
        </CarsHeading>
        {/* What is read anew in place stands in here. */}
        <div class="cars-day" id="cars-day">
          <div class="cars-bar">
            <CarFilters {...{ look, day, query }} />
            {query.view === "timeline" && <ZoomSteps look={look} query={query} />}
          </div>
          <Cars {...{ look, data, cars }} />
        </div>
      </div>
    </OperatorPage>
  );
}

function Cars({ look, data, cars }: { look: Look; data: CarsData; cars: readonly Car[] }) {
  const { day, query } = data;
  const words = textsFor(look.locale).cars;
  if (cars.length === 0) {
    return (
      <div class="day-empty">
        <p class="day-empty-title">{day.cars.length === 0 ? words.noCars : words.none}</p>
        {day.cars.length > 0 && (
          <p>
            <a href={addressOf(query, { show: "all", vehicleClass: null })}>{words.showAll}</a>
          </p>
        )}
      </div>
    );
  }
  if (query.view === "list") return <CarList {...{ look, day, cars }} />;
  return (
    <>
      <Timeline {...{ look, day, cars }} zoom={query.zoom} />
      <Foot look={look} text={words.shown(cars.length, day.cars.length)} />
    </>
  );
}

function Foot({ look, text }: { look: Look; text: string }) {
  const { label, ...kinds } = textsFor(look.locale).cars.legend;
  return (
    <div class="cars-foot">
      <ul class="legend" aria-label={label}>
        {Object.entries(kinds).map(([kind, word]) => (
          <li key={kind}>
            <i data-kind={kind} /> {word}
          </li>
        ))}
      </ul>
      <p class="touch-hint">{textsFor(look.locale).cars.touchHint}</p>
      <p>{text}</p>
    </div>
  );
}
