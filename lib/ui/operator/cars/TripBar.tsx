// A trip on the timeline: a link to its booking on the board. The island moves it by what its data say.
import { dateOf } from "../../../kernel/wall-time.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Look } from "../frame/look.ts";
import { barLook } from "./bar.ts";
import { along, type DrawnStretch } from "./scale.ts";
import type { ExpectedTrip } from "./trouble.ts";

/** What the bar is drawn from. */
export interface TripBarProps {
  look: Look;
  day: DrawnStretch;
  trip: ExpectedTrip;
  /** Its place in the row, in pixels. */
  y: number;
  height: number;
}

/** The bar. Shapes are SVG: the page's policy lets no style stand in the markup. */
export function TripBar({ look, day, trip, y, height }: TripBarProps) {
  const { booking } = trip;
  const { x, width, kind, text, label, moves } = barLook(look, day, trip);
  const href = paths.admin({ date: dateOf(booking.wallTime), booking: booking.id });
  return (
    <a
      class="bar"
      href={href}
      aria-label={label}
      data-kind={kind}
      data-trip={booking.id}
      data-version={booking.version}
      data-moves={moves}
    >
      <rect
        x={along(day, x)}
        y={y}
        width={along(day, width)}
        height={height}
        rx={Math.min(5, width / 4)}
      />
      {text !== "" && <text x={along(day, x)} dx="6" y={y + height / 2 + 4.5}>{text}</text>}
      {/* What has no room for its sign inside carries it on top. */}
      {kind === "trouble" && text === "" && (
        <svg class="bar-alarm" x={along(day, x + width / 2)} y={y} overflow="visible">
          <path d="M0-7L5 1H-5Z" />
        </svg>
      )}
    </a>
  );
}
