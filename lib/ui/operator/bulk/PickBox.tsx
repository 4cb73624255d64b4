// The box that chooses a row: at its edge, shown where a pointer is, where nothing hovers, and where it is checked.
import type { BookingSummary } from "../../../booking/booking.ts";
import { formatTime } from "../../../i18n/format.ts";
import { said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";

/** What the box says. */
export interface PickBoxProps {
  look: Look;
  booking: BookingSummary;
  isPicked: boolean;
}

/** The box. By keys a row is chosen with `X`, so it is no stop of the Tab key of its own. */
export function PickBox({ look, booking, isPicked }: PickBoxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      class="pick"
      aria-checked={isPicked}
      aria-label={look.texts.bulk.pick(tripSaid(look, booking))}
      tabIndex={-1}
      data-pick={booking.id}
    >
      <Tick />
    </button>
  );
}

/** The mark of a box; its frame and whether it is seen are styled. */
export function Tick() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="4" />
      <path d="m5.5 10.5 3 3 6-7" />
    </svg>
  );
}

/** `16.05 Landvetter – Östra Hamngatan 24`, for those who hear which row is meant. */
export function tripSaid(look: Look, { wallTime, from, to }: BookingSummary): string {
  return `${formatTime(look.locale, wallTime)} ${said(from)} – ${said(to)}`;
}
