// A booking's state as a shape and a word; the colour only repeats what both say.
import type { BookingStatus } from "../../../booking/booking.ts";
import type { Attention } from "../../../board/attention.ts";
import { stateWord } from "../frame/look.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";

/** What the mark is drawn from. */
export interface StateMarkProps {
  status: BookingStatus;
  attention: Attention | null;
  texts: BoardTexts;
}

/** Ring: waits. Dot in a ring: has a driver. Filled: under way. Square: arrived. Triangle: needs you. */
export function StateMark({ status, attention, texts }: StateMarkProps) {
  return (
    <span class="state" data-state={attention === null ? status : attention.level}>
      <svg class="state-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {attention === null ? statusShape(status) : needShape(attention)}
      </svg>
      {stateWord(texts, { status }, attention)}
    </span>
  );
}

function needShape({ level }: Attention) {
  const fill = level === "bad" ? "currentColor" : "none";
  return (
    <path
      d="M8 2.2 14.4 13.4H1.6Z"
      fill={fill}
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
    />
  );
}

function statusShape(status: BookingStatus) {
  const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.2" />;
  switch (status) {
    case "confirmed":
      return ring;
    case "assigned":
      return (
        <>
          {ring}
          <circle cx="8" cy="8" r="2.4" fill="currentColor" />
        </>
      );
    case "en-route":
      return (
        <>
          {ring}
          <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
        </>
      );
    case "arrived":
    case "on-board":
      return <circle cx="8" cy="8" r="7" fill="currentColor" />;
    case "completed":
      return <rect x="2" y="2" width="12" height="12" rx="2.5" fill="currentColor" />;
    default:
      return (
        <path
          d="m3 3 10 10M13 3 3 13"
          fill="none"
          stroke="currentColor"
          stroke-width="2.2"
          stroke-linecap="round"
        />
      );
  }
}
