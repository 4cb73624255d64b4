// The day of the fleet along the clock: a row a car, trips without a driver on top, now as a line through all.
import type { Car, CarDay, CarTrip } from "../../../board/car-day.ts";
import type { CarsZoom } from "../../../board/cars-query.ts";
import { formatsOf } from "../../../i18n/formats.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { formatDay } from "../../../i18n/format.ts";
import { clockTime, type Look } from "../frame/look.ts";
import { CarRow } from "./CarRow.tsx";
import { NowLine } from "./NowLine.tsx";
import { lanesOf } from "./lanes.ts";
import {
  along,
  dayWidth,
  type DrawnDay,
  firstX,
  hourMarks,
  isToday,
  SCALES,
  xOf,
} from "./scale.ts";
import { TripBar } from "./TripBar.tsx";

/** Heights of the head and of a lane of trips without a driver, in pixels. */
const HEAD_PX = 30;
const LANE_PX = 23;
const LANE_BAR_PX = 20;
/** Bars of a lane stand at least so far apart, in pixels: a narrow one is drawn wider than it is. */
const LANE_ROOM_PX = 6.65;
const HOUR_MS = 3_600_000;
/** Half the width of the now label, in pixels. */
const NOW_HALF_PX = 31;

/** What the timeline is drawn from. */
export interface TimelineProps {
  look: Look;
  day: CarDay;
  cars: readonly Car[];
  zoom: CarsZoom;
}

/** What is drawn of it. */
interface DrawnProps {
  look: Look;
  day: DrawnDay;
}

/** The timeline, a window of its own that scrolls both ways. */
export function Timeline({ look, day: known, cars, zoom }: TimelineProps) {
  const words = textsFor(look.locale).cars;
  const day: DrawnDay = { ...known, ...SCALES[zoom] };
  const name = words.timeline(formatDay(look.locale, day.date, look.today));
  return (
    <div
      class="timeline"
      id="timeline"
      role="region"
      aria-label={name}
      tabIndex={0}
      data-zoom={zoom}
      data-hours={(day.endMs - day.startMs) / HOUR_MS}
    >
      <div class="timeline-day">
        <Hours look={look} day={day} />
        <ol class="car-rows">
          {day.driverless.length > 0 && <Driverless look={look} day={day} />}
          {cars.map((car) => <CarRow key={car.vehicle.id} {...{ look, day, car }} />)}
        </ol>
        <Hatch />
      </div>
    </div>
  );
}

function Hours({ look, day }: DrawnProps) {
  const words = textsFor(look.locale).cars;
  const { clock } = formatsOf(look.locale);
  const pickups = [...day.driverless, ...day.cars.flatMap(({ trips }) => trips)]
    .map(({ startMs }) => startMs);
  const nowX = xOf(day, day.nowMs);
  return (
    <div class="hours">
      <span class="hours-corner">{words.carColumn}</span>
      {/* A spacer as wide as what is passed over, and after it what the window begins with. */}
      <span class="hours-first" aria-hidden="true">
        <svg width={firstX(day, pickups)} height="1" />
        <i id="first" />
      </span>
      <svg
        class="hours-track"
        width={along(day, dayWidth(day))}
        height={HEAD_PX}
        aria-hidden="true"
      >
        {hourMarks(day).map(({ x, time }) => (
          <text key={x} x={along(day, x)} dx="6" y="20">{clock(time)}</text>
        ))}
        {isToday(day) && (
          <svg class="now-label" x={along(day, nowX)} overflow="visible">
            <rect x={-NOW_HALF_PX} y="5" width={NOW_HALF_PX * 2} height="20" rx="4" />
            <text y="20" text-anchor="middle">
              {words.now(clockTime(look.locale, day.nowMs))}
            </text>
          </svg>
        )}
      </svg>
    </div>
  );
}

function Driverless({ look, day }: DrawnProps) {
  const words = textsFor(look.locale).cars;
  const lanes = lanesOf<CarTrip>(day.driverless, LANE_ROOM_PX / day.hourPx * HOUR_MS);
  return (
    <li class="car driverless">
      <p class="car-name">
        <span>
          <span aria-hidden="true">△</span> {words.driverless}
        </span>
        <b>{day.driverless.length}</b>
      </p>
      <svg
        class="track"
        width={along(day, dayWidth(day))}
        height={lanes.length * LANE_PX + 7}
        role="group"
        aria-label={words.driverless}
      >
        <NowLine day={day} />
        {lanes.map((lane, at) =>
          lane.map((trip) => (
            <TripBar
              key={trip.booking.id}
              {...{ look, day }}
              trip={{ ...trip, trouble: null }}
              y={at * LANE_PX + 5}
              height={LANE_BAR_PX}
            />
          ))
        )}
      </svg>
    </li>
  );
}

/** The pattern of what is out of traffic. */
function Hatch() {
  return (
    <svg class="hatch" width="0" height="0" aria-hidden="true">
      <pattern
        id="hatch"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="9" height="9" />
        <path d="M0 0V9" />
      </pattern>
    </svg>
  );
}
