// What a customer is told of their booking's history: what happened to them, not what the office does among itself.
import type { BookingEvent } from "./booking.ts";

/** Events that change nothing for the customer. */
const INSIDE: ReadonlySet<string> = new Set<BookingEvent["type"]>([
  ...["linked", "moved", "overrode", "veil-changed"] as const,
]);

/** The history without what was taken back within its seconds, and without what stays in the office. */
export function toldEvents(events: readonly BookingEvent[]): BookingEvent[] {
  const takenBack = new Set<number>();
  for (const [i, event] of events.entries()) {
    if (event.type !== "undone") continue;
    takenBack.add(i + 1);
    for (let version = event.from + 1; version <= event.to; version++) takenBack.add(version);
  }
  // What was made and taken back at once has nothing else to tell than that it is off.
  return events.filter((event, i) =>
    !INSIDE.has(event.type) && (!takenBack.has(i + 1) || event.type === "confirmed")
  );
}
