// What the pane is showing.
import type { BookingId } from "../booking/booking.ts";
import type { ActionDraft } from "./operator-action.ts";
import type { BookingView } from "./booking-view.ts";

/**
 * Nothing chosen, or the chosen booking on its way, missing, unreachable or shown. `round` counts the
 * actions done here: each starts the forms afresh, while live changes leave typed words alone.
 */
export type PaneState =
  | { kind: "none" }
  | { kind: "loading"; id: BookingId }
  | { kind: "missing"; id: BookingId }
  | { kind: "failed"; id: BookingId }
  | { kind: "shown"; view: BookingView; draft: ActionDraft | null; round: number };

/** Which booking is chosen, or null. */
export function chosenId(pane: PaneState): BookingId | null {
  if (pane.kind === "none") return null;
  return pane.kind === "shown" ? pane.view.id : pane.id;
}
