// The list as one stop of the Tab key: which row has it, and a focus that no live change takes away.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import type { DayRow } from "./rows.ts";
import { firstStop, type Step, stepFrom, stopNear, tripIds } from "./stop-row.ts";

/** The row that Tab leads to, and how to move it. */
export interface StopRow {
  stop: BookingId | null;
  /** The focus came to a row by itself: by Tab or by the mouse. */
  cameTo(id: BookingId): void;
  /** Moves the focus a row on; from elsewhere first to the row that had it. False when there is none. */
  move(step: Step): boolean;
  /** Gives the focus to a row once the page is drawn anew. */
  returnTo(id: BookingId): void;
}

/** Follows the rows. */
export function useStopRow(rows: readonly DayRow[], chosen: BookingId | null): StopRow {
  const [asked, setAsked] = useState<BookingId | null>(null);
  const wanted = useRef<BookingId | null>(null);
  const lastIndex = useRef(0);
  const ids = tripIds(rows);
  const stop = asked === null
    ? firstStop(rows, chosen)
    : ids.includes(asked)
    ? asked
    : stopNear(ids, lastIndex.current);
  if (stop !== null) lastIndex.current = ids.indexOf(stop);
  // Taken while rendering, when the page still is as it was.
  const hadFocus = isInRow();
  useLayoutEffect(() => {
    if (wanted.current !== null && focusTrip(wanted.current)) wanted.current = null;
    else if (hadFocus && isNowhere() && stop !== null) focusTrip(stop);
  });
  return {
    stop,
    cameTo: setAsked,
    move: (step) => {
      const isThere = isInRow() || step === "first" || step === "last";
      const next = isThere ? stepFrom(ids, stop, step) : stop;
      if (next === null) return false;
      setAsked(next);
      if (!focusTrip(next)) wanted.current = next;
      return true;
    },
    returnTo: (id) => {
      setAsked(id);
      wanted.current = id;
    },
  };
}

/** Puts the focus on a row that is drawn; false when it is not. */
function focusTrip(id: BookingId): boolean {
  const link = document.querySelector<HTMLElement>(`#trip-${CSS.escape(id)} a`);
  if (link === null) return false;
  link.focus({ preventScroll: true });
  link.closest(".trip")?.scrollIntoView({ block: "nearest" });
  return true;
}

function isInRow(): boolean {
  return globalThis.document?.activeElement?.closest(".trip") != null;
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The trip whose row an element stands in, or null. */
export function tripOf(target: EventTarget | null): BookingId | null {
  const row = target instanceof Element ? target.closest(".trip") : null;
  return row === null ? null : bookingId(row.id.replace(/^trip-/, ""));
}
