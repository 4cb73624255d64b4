// One car of the timeline: who it is and what it is doing, then its day along the clock.
import type { Car } from "../../../board/car-day.ts";
import type { Outage } from "../../../fleet/outage.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { clockTime, type Look, span } from "../frame/look.ts";
import { CarName } from "./CarName.tsx";
import { fitting } from "./fit.ts";
import { type Gap, gapsOf } from "./gaps.ts";
import { said } from "../../parts/Said.tsx";
import { NowLine } from "./NowLine.tsx";
import { along, dayWidth, type DrawnDay, isToday, xOf } from "./scale.ts";
import { TripBar } from "./TripBar.tsx";
import { type ExpectedTrip, expectedTrips } from "./trouble.ts";

/** Heights of a row and of what stands in it, in pixels. */
const ROW_PX = 42;
const BAR_PX = 28;
const BAR_Y = (ROW_PX - BAR_PX) / 2;
/** What a gap's bracket leaves free at each end, in pixels; less where the gap is short. */
const BRACKET_INSET = 6;

/** What the row is drawn from. */
export interface CarRowProps {
  look: Look;
  day: DrawnDay;
  car: Car;
}

/** The row. */
export function CarRow({ look, day, car }: CarRowProps) {
  const words = textsFor(look.locale).cars;
  const { vehicle, driver, kept, outages } = car;
  const trips = expectedTrips(car, day.nowMs);
  const held = kept.map((trip): ExpectedTrip => ({ ...trip, trouble: null }));
  const out = outages.map((one) => ({ ...one, endMs: one.endMs ?? day.endMs }));
  const gaps = vehicle.inTraffic
    ? gapsOf([...trips, ...held, ...out], isToday(day) ? day.nowMs : null)
    : [];
  return (
    <li
      class="car"
      data-car={vehicle.id}
      data-name={said(vehicle.name)}
      data-driver={driver?.id ?? ""}
    >
      <CarName look={look} day={day} car={car} />
      <svg
        class="track"
        width={along(day, dayWidth(day))}
        height={ROW_PX}
        role="group"
        aria-label={words.tripsOf(said(vehicle.name))}
      >
        {outagesOf(car, day).map((outage) => (
          <OutageBar key={outage.id} {...{ look, day, outage, trips }} />
        ))}
        {gaps.map((gap) => <GapMark key={gap.startMs} look={look} day={day} gap={gap} />)}
        {held.map(({ booking, startMs, endMs }) => {
          const x = xOf(day, startMs);
          return (
            <rect
              key={booking.id}
              class="kept"
              x={along(day, x)}
              y={BAR_Y}
              width={along(day, Math.max(1, xOf(day, endMs) - x))}
              height={BAR_PX}
              rx="5"
            />
          );
        })}
        <NowLine day={day} />
        {trips.map((trip) => (
          <TripBar key={trip.booking.id} {...{ look, day, trip }} y={BAR_Y} height={BAR_PX} />
        ))}
      </svg>
    </li>
  );
}

/** A car that was taken out for good is out all day, for no reason that is known. */
function outagesOf({ vehicle, outages }: Car, { startMs }: DrawnDay): Outage[] {
  if (vehicle.inTraffic) return outages;
  return [{ id: "", startMs, endMs: null, reason: "", by: "" }, ...outages];
}

function OutageBar(
  { look, day, outage, trips }: {
    look: Look;
    day: DrawnDay;
    outage: Outage;
    trips: readonly ExpectedTrip[];
  },
) {
  const words = textsFor(look.locale).cars;
  const { startMs, endMs, reason } = outage;
  const x = xOf(day, startMs);
  const until = endMs === null || endMs >= day.endMs
    ? words.states.out
    : words.states.outUntil(clockTime(look.locale, endMs));
  const caught = trips.filter((trip) =>
    trip.trouble?.kind === "out" && trip.startMs < (endMs ?? Infinity) && trip.endMs > startMs
  );
  const moving = caught.length === 0 ? "" : words.mustMove(caught.length);
  const facts = [until, reason, moving].filter((fact) => fact !== "");
  const width = xOf(day, endMs ?? day.endMs) - x;
  // The words end where the first trip hides them.
  const firstTripX = Math.min(x + width, ...caught.map((trip) => xOf(day, trip.startMs)));
  const text = fitting([facts.join(" · "), until], firstTripX - x - 30);
  return (
    <g class="out">
      <rect
        x={along(day, x)}
        y={BAR_Y}
        width={along(day, width)}
        height={BAR_PX}
        rx="5"
        fill="url(#hatch)"
      />
      {text !== "" && (
        <text x={along(day, x)} dx="7" y={ROW_PX / 2 + 4.5}>
          × {text}
        </text>
      )}
    </g>
  );
}

function GapMark({ look, day, gap }: { look: Look; day: DrawnDay; gap: Gap }) {
  const words = textsFor(look.locale).cars;
  const [from, to] = [xOf(day, gap.startMs), xOf(day, gap.endMs)];
  const inset = Math.min(BRACKET_INSET, (to - from) / 6);
  const [x, end] = [from + inset, to - inset];
  const length = span(look.texts, (gap.endMs - gap.startMs) / 60_000);
  const first = gap.fromNow
    ? words.gapFromNow(clockTime(look.locale, gap.endMs))
    : words.gap(length);
  const text = fitting([first, words.gap(length), length], end - x - 8);
  return (
    <g class="gap">
      <line x1={along(day, x)} x2={along(day, x)} y1="27" y2="32" />
      <line x1={along(day, x)} x2={along(day, end)} y1="32" y2="32" />
      <line x1={along(day, end)} x2={along(day, end)} y1="32" y2="27" />
      {text !== "" && <text x={along(day, (x + end) / 2)} y="25" text-anchor="middle">{text}</text>}
    </g>
  );
}
