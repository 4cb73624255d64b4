// Presses and typing that belong to several trips: boxes of rows, the bar at the foot, the plan.
import { type BookingId, bookingId } from "../../../booking/booking.ts";

/** What they cause. */
export interface BulkClickActions {
  toggle(id: BookingId): void;
  extendTo(id: BookingId): void;
  clearSelection(): void;
  dropUnseen(): void;
  openPlan(): void;
  closePlan(): void;
  confirmPlan(): void;
  againPlan(): void;
  /** Leaves a trip of the plan out, or takes it in again. */
  leave(id: BookingId, isIn: boolean): void;
  /** Shows the cars for a trip of the plan, or puts them away. */
  choose(id: BookingId): void;
  give(id: BookingId, car: string): void;
  reason(id: BookingId, reason: string): void;
}

/** Handles a press; false for one that is the board's. */
export function onBulkClick(event: MouseEvent, actions: BulkClickActions): boolean {
  const { target } = event;
  const button: HTMLButtonElement | null = target instanceof Element
    ? target.closest("button")
    : null;
  if (button === null || event.button !== 0) return false;
  const { dataset } = button;
  if (button.ariaDisabled === "true") return isOurs(dataset);
  const { pick, planIn, planChoose, planGive, car } = dataset;
  if (pick !== undefined) {
    if (event.shiftKey) actions.extendTo(bookingId(pick));
    else actions.toggle(bookingId(pick));
  } else if (planIn !== undefined) {
    actions.leave(bookingId(planIn), button.ariaChecked !== "true");
  } else if (planChoose !== undefined) actions.choose(bookingId(planChoose));
  else if (planGive !== undefined) actions.give(bookingId(planGive), car ?? "");
  else if ("selectNone" in dataset) actions.clearSelection();
  else if ("dropUnseen" in dataset) actions.dropUnseen();
  else if ("plan" in dataset) actions.openPlan();
  else if ("planClose" in dataset) actions.closePlan();
  else if ("planConfirm" in dataset) actions.confirmPlan();
  else if ("planAgain" in dataset) actions.againPlan();
  else return false;
  return true;
}

/** Keeps a reason as it is typed. */
export function onBulkInput(event: Event, actions: Pick<BulkClickActions, "reason">): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const id = target.dataset["planReason"];
  if (id !== undefined) actions.reason(bookingId(id), target.value);
}

function isOurs(dataset: DOMStringMap): boolean {
  return Object.keys(dataset).some((name) => name.startsWith("plan") || name === "pick");
}
