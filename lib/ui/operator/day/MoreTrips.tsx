// The way to the trips of a big day that stand before or behind those shown; nothing where there are none.
import type { DayData } from "../../../board/day.ts";
import type { Look } from "../frame/look.ts";
import { type ListAt, listHref } from "../view/list-address.ts";
import type { DaySide } from "../live/join-day.ts";

/** Properties of MoreTrips. */
export interface MoreTripsProps {
  look: Look;
  at: ListAt;
  day: Pick<DayData, DaySide>;
  side: DaySide;
}

/** A link to the page; with script its rows join those that are shown. */
export function MoreTrips({ look, at, day, side }: MoreTripsProps) {
  const page = day[side];
  if (page === null) return null;
  return (
    <p class="day-more">
      <a href={listHref({ ...at, page })} data-more={side} aria-current="false">
        {look.texts.table[side]}
      </a>
    </p>
  );
}
