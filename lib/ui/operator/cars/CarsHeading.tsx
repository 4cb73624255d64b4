// Which day of the cars it is, the ways to others, timeline or list, and which cars are shown.
import type { ComponentChildren } from "preact";
import type { CarDay } from "../../../board/car-day.ts";
import {
  CAR_FILTERS,
  type CarFilter,
  CARS_ZOOMS,
  type CarsQuery,
} from "../../../board/cars-query.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { formatDate, formatDay } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { nextDate } from "../../../kernel/local-date.ts";
import { paths } from "../../../kernel/paths.ts";
import { Chevron } from "../day/DayHeading.tsx";
import type { Look } from "../frame/look.ts";
import { shownCars } from "./car-state.ts";
import { isToday } from "./scale.ts";

/** What the heading shows. */
export interface CarsHeadingProps {
  look: Look;
  day: CarDay;
  query: CarsQuery;
  /** How fresh the page is. */
  children: ComponentChildren;
}

/** Filters that say what a car is doing now have no meaning on another day. */
const OF_NOW: ReadonlySet<CarFilter> = new Set<CarFilter>(["driving", "free", "out"]);

/** The heading. */
export function CarsHeading({ look, day, query, children }: CarsHeadingProps) {
  const { texts, locale, today } = look;
  const words = textsFor(locale).cars;
  const name = Math.abs(Date.parse(day.date) - Date.parse(today)) > 86_400_000
    ? formatDate(locale, day.date, today)
    : formatDay(locale, day.date, today);
  const step = (days: number) => addressOf(query, { date: nextDate(day.date, days) });
  return (
    <header class="cars-head">
      <h1>{words.heading(name)}</h1>
      <nav class="day-steps" aria-label={words.days}>
        <a href={step(-1)} aria-label={texts.nav.previous}>
          <Chevron d="m12.5 4-6 6 6 6" />
        </a>
        <a href={step(1)} aria-label={texts.nav.next}>
          <Chevron d="m7.5 4 6 6-6 6" />
        </a>
        {day.date !== today && (
          <a class="day-today" href={addressOf(query, { date: today })}>{texts.nav.today}</a>
        )}
      </nav>
      <nav class="cars-layouts" aria-label={words.layouts.label}>
        {(["timeline", "list"] as const).map((view) => (
          <a
            key={view}
            href={addressOf(query, { view })}
            aria-current={view === query.view ? "true" : "false"}
          >
            {words.layouts[view]}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}

/** The chips that choose cars, each with how many it shows; a class can be combined with what cars are doing. */
export function CarFilters({ look, day, query }: Omit<CarsHeadingProps, "children">) {
  const { locale, texts } = look;
  const words = textsFor(locale).cars.filters;
  const count = (change: Partial<CarsQuery>) => shownCars(day, { ...query, ...change }).length;
  const shows = CAR_FILTERS.filter((show) => isToday(day) || !OF_NOW.has(show));
  const classes = VEHICLE_CLASSES.filter((one) =>
    day.cars.some(({ vehicle }) => vehicle.vehicleClass === one)
  );
  return (
    <nav class="chips" aria-label={words.label}>
      {shows.map((show) => (
        <Chip
          key={show}
          href={addressOf(query, show === "all" ? { show, vehicleClass: null } : { show })}
          isOn={query.show === show && (show !== "all" || query.vehicleClass === null)}
          isBad={show === "trouble" && count({ show }) > 0}
          name={words[show]}
          count={show === "all" ? day.cars.length : count({ show })}
        />
      ))}
      {classes.map((vehicleClass) => {
        const isOn = query.vehicleClass === vehicleClass;
        return (
          <Chip
            key={vehicleClass}
            href={addressOf(query, { vehicleClass: isOn ? null : vehicleClass })}
            isOn={isOn}
            isBad={false}
            name={texts.classes[vehicleClass].name}
            count={count({ vehicleClass })}
          />
        );
      })}
    </nav>
  );
}

/** How much of the day the window shows; the keys + and − go from one to the next. */
export function ZoomSteps({ look, query }: Pick<CarsHeadingProps, "look" | "query">) {
  const words = textsFor(look.locale).cars.zoom;
  return (
    <nav class="cars-layouts zoom-steps" aria-label={words.label}>
      {CARS_ZOOMS.map((zoom) => (
        <a
          key={zoom}
          href={addressOf(query, { zoom })}
          aria-current={zoom === query.zoom ? "true" : "false"}
          data-zoom-step={zoom}
        >
          {zoom === "day" ? words.day : words.hours(Number(zoom))}
        </a>
      ))}
    </nav>
  );
}

function Chip(
  { href, isOn, isBad, name, count }: {
    href: string;
    isOn: boolean;
    isBad: boolean;
    name: string;
    count: number;
  },
) {
  return (
    <a class="chip" href={href} aria-current={isOn ? "true" : "false"} data-bad={isBad}>
      {isOn && <span aria-hidden="true">✓</span>}
      {isBad && <span aria-hidden="true">▲</span>}
      {name} <b>{count}</b>
    </a>
  );
}

/** The address of a query with something changed; what is as usual is left out. */
export function addressOf(query: CarsQuery, change: Partial<CarsQuery> = {}): string {
  const { date, show, vehicleClass, view, zoom } = { ...query, ...change };
  return paths.adminCars({
    date,
    show: show === "all" ? "" : show,
    class: vehicleClass ?? "",
    view: view === "timeline" ? "" : view,
    zoom: zoom === "8" ? "" : zoom,
  });
}
