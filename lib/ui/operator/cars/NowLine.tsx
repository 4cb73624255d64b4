// Now, in a row of the timeline.
import { along, type DrawnDay, isToday, xOf } from "./scale.ts";

/** A line through the row; none on a day that is not today. */
export function NowLine({ day }: { day: DrawnDay }) {
  if (!isToday(day)) return null;
  const x = along(day, xOf(day, day.nowMs));
  return <line class="now-line" x1={x} x2={x} y1="0" y2="100%" />;
}
