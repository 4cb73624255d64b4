// Now, in a row of the timeline.
import type { CarDay } from "../../../board/car-day.ts";
import { isToday, xOf } from "./scale.ts";

/** A line through the row; none on a day that is not today. */
export function NowLine({ day }: { day: CarDay }) {
  if (!isToday(day)) return null;
  const x = xOf(day, day.nowMs);
  return <line class="now-line" x1={x} x2={x} y1="0" y2="100%" />;
}
