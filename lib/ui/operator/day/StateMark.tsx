// A booking's state as a shape and a word; the colour only repeats what both say.
import type { ComponentChildren } from "preact";
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

/** Ring: waits. Dot in it: has a driver. Arrow: on the way. Diamond: there. Disc: on board. Triangle: needs you. */
export function StateMark({ status, attention, texts }: StateMarkProps) {
  return (
    <span class="state" data-state={attention === null ? status : attention.level}>
      {attention === null ? <StatusShape status={status} /> : <NeedShape kind={attention.kind} />}
      {stateWord(texts, { status }, attention)}
    </span>
  );
}

/** A triangle. Filled: it has gone wrong already. A frame: it will, unless somebody acts. */
export function NeedShape({ kind }: { kind: string }) {
  return (
    <Shape>
      <path
        d="M8 2.2 14.4 13.4H1.6Z"
        fill={GONE_WRONG.has(kind) ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
    </Shape>
  );
}

const GONE_WRONG: ReadonlySet<string> = new Set(["late", "failed", "overdue"]);

function StatusShape({ status }: { status: BookingStatus }) {
  return <Shape>{statusShape(status)}</Shape>;
}

function Shape({ children }: { children: ComponentChildren }) {
  return (
    <svg class="state-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {children}
    </svg>
  );
}

function statusShape(status: BookingStatus) {
  switch (status) {
    case "awaiting-payment":
      return <Ring dashes="3 2.65" />;
    case "confirmed":
      return <Ring />;
    case "assigned":
      return (
        <>
          <Ring />
          <circle cx="8" cy="8" r="2.6" fill="currentColor" />
        </>
      );
    case "en-route":
      return <path d="M3.5 2.2 14 8 3.5 13.8Z" fill="currentColor" />;
    case "arrived":
      return <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />;
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

/** Broken into dashes while the booking may yet come to nothing. */
function Ring({ dashes }: { dashes?: string }) {
  return (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-dasharray={dashes}
    />
  );
}
