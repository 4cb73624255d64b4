// What others did to a booking while its sheet lay open: when, who, what from what to what.
import { historyEntry } from "../../../board/booking-view.ts";
import type { BookingEvent } from "../../../booking/booking.ts";
import { formatMoment, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { entryWord } from "../pane/Course.tsx";
import { changeLine } from "./change-line.ts";

/** A line an event, oldest first. */
export function sinceLines(look: Look, events: readonly BookingEvent[]): string[] {
  const { sheet } = textsFor(look.locale);
  return events.map((event) => {
    const at = wallTimeOf(event.at);
    const when = at.startsWith(look.today)
      ? formatTime(look.locale, at)
      : formatMoment(look.locale, at, look.today);
    const who = event.actor.kind === "operator" ? said(event.actor.name) : "";
    return sheet.sinceEntry(when, who, whatHappened(look, event));
  });
}

function whatHappened(look: Look, event: BookingEvent): string {
  const { changes } = historyEntry(event);
  if (changes.length === 0) return entryWord(look, historyEntry(event));
  return changes.map((change) => {
    const { name, from, to } = changeLine(look, change);
    return `${name} ${said(from)} → ${said(to)}`;
  }).join(", ");
}
