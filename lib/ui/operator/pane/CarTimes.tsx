// A car's time around the trip as a bar: its other trips, this one, and when it is out of traffic.
import type { TakenTime } from "../../../dispatch/candidate.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Look } from "../frame/look.ts";
import { blocksOf, hoursOf, placeOf, timesInWords, type TripTime } from "./car-times.ts";

/** Heights in pixels. */
const BAR_PX = 18;
const BLOCK_Y = 4;
const BLOCK_PX = BAR_PX - 2 * BLOCK_Y;
const HOURS_PX = 16;

/** What a bar is drawn from. */
export interface CarTimesProps {
  time: TripTime;
  around: readonly TakenTime[];
}

/** The bar; `TimesInWords` says the same to those who hear it. */
export function CarTimes({ time: { trip, shown }, around }: CarTimesProps) {
  const own = placeOf(trip, shown);
  return (
    <svg class="car-times" width="100%" height={BAR_PX} aria-hidden="true">
      <line class="times-line" x1="0" x2="100%" y1={BAR_PX / 2} y2={BAR_PX / 2} />
      <rect class="times-own" {...across(own)} y="0.5" height={BAR_PX - 1} rx="3" />
      {blocksOf(around, shown).map((block, at) => (
        <rect
          key={at}
          class={`times-${block.kind}`}
          {...across(block)}
          y={BLOCK_Y}
          height={BLOCK_PX}
          rx="2"
        />
      ))}
    </svg>
  );
}

/** What the bar shows, in words. */
export function TimesInWords(
  { id, locale, time, around }: CarTimesProps & { id: string; locale: Locale },
) {
  return <p id={id} class="visually-hidden">{timesInWords(locale, time, around)}</p>;
}

/** The hours above all bars, and which block means what. */
export function TimesHead({ look, time: { shown } }: { look: Look; time: TripTime }) {
  const { kinds } = look.texts.candidates.times;
  return (
    <div class="times-head" aria-hidden="true">
      <ul class="times-kinds">
        {(["own", "trip", "out"] as const).map((kind) => (
          <li key={kind}>
            <svg width="16" height="12">
              <rect class={`times-${kind}`} x="1" y="1" width="14" height="10" rx="2" />
            </svg>
            {kinds[kind]}
          </li>
        ))}
      </ul>
      <svg class="times-hours" width="100%" height={HOURS_PX}>
        <pattern
          id="times-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" />
        </pattern>
        {hoursOf(look.locale, shown).map(({ x, time }) => (
          <text key={x} x={`${x}%`} y="12" text-anchor="middle">{time}</text>
        ))}
      </svg>
    </div>
  );
}

function across({ x, width }: { x: number; width: number }) {
  return { x: `${x}%`, width: `${width}%` };
}
