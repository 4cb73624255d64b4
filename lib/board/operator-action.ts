// What an operator can do with a booking: the words in URLs, and which of them a state allows.
import type { BookingStatus } from "../booking/booking.ts";
import type { BookingAction } from "../booking/booking-command.ts";
import type { MissedEvent } from "../booking/booking-version.ts";
import { bookingCan } from "../booking/booking-rules.ts";

/** Actions as they stand in a form's address. */
export const OPERATOR_ACTIONS = [
  "assign",
  "unassign",
  "depart",
  "arrive",
  "board",
  "complete",
  "mark-no-show",
  "cancel",
] as const satisfies readonly BookingAction[];

/** One of them. */
export type OperatorAction = typeof OPERATOR_ACTIONS[number];

/** Steps of a ride that need nothing but a press. */
export const STEP_ACTIONS = ["depart", "arrive", "board", "complete"] as const;

/** Why an action was refused; the texts are under `problems`. */
export const ACTION_PROBLEMS = [
  "booking-state",
  "booking-changed",
  "act-unlikely",
  "undo-too-late",
  "undo-overtaken",
  "no-show-too-soon",
  "car-unfit",
  "driver-not-found",
  "vehicle-not-free",
  "booking-not-found",
  "reason-missing",
  "fee-invalid",
  "driver-missing",
  "not-signed-in",
  "not-allowed",
  "token-invalid",
  "offline",
  "other",
] as const;

/** One of the reasons. */
export type ActionProblem = typeof ACTION_PROBLEMS[number];

/** A refused action, with what was typed, so that nothing is lost. */
export interface ActionDraft {
  action: OperatorAction;
  problem: ActionProblem;
  /** What somebody else did first, oldest first; empty where that is not the problem. */
  since: readonly MissedEvent[];
  driverId: string;
  reason: string;
  /** Who was at fault, as chosen; "" when nothing was. */
  fault: string;
  /** Kronor, as typed. */
  fee: string;
}

/** Narrows a word of an address, or null. */
export function parseOperatorAction(word: string): OperatorAction | null {
  return OPERATOR_ACTIONS.find((action) => action === word) ?? null;
}

/** The actions a booking in `status` allows, in the order of the buttons. */
export function actionsFor(status: BookingStatus): OperatorAction[] {
  return OPERATOR_ACTIONS.filter((action) => bookingCan(action, status));
}

/** The problem an error code stands for; codes the board has no words for are "other". */
export function actionProblem(code: string): ActionProblem {
  return ACTION_PROBLEMS.find((problem) => problem === code) ?? "other";
}
