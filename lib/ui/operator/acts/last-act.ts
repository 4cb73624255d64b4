// The last act done on this board: whether it can still be undone, and what undoing it came to. Pure.
import type { ActView } from "../../../board/act-view.ts";
import type { ActionProblem } from "../../../board/operator-action.ts";
import { UNDO_MS } from "../../../booking/operator-act.ts";
import type { VehicleId } from "../../../fleet/vehicle.ts";
import { unreachable } from "../../../kernel/invariant.ts";

/** How long is said that an act was undone, in milliseconds. */
const UNDONE_MS = 6_000;

/** An act and the car its booking has after it. */
export interface DoneAct {
  act: Pick<ActView, "id" | "kind">;
  vehicleId: VehicleId;
}

/** The act; times are of this browser's clock, epoch milliseconds. */
export type LastAct =
  | { kind: "none" }
  | { kind: "done" | "undoing"; done: DoneAct; untilMs: number; nowMs: number }
  | { kind: "undone"; untilMs: number }
  | { kind: "refused"; problem: ActionProblem };

/** What can happen to it. */
export type ActHappening =
  /** The time is when it was sent: the server's seconds began no earlier. */
  | { type: "did"; done: DoneAct; sentMs: number }
  | { type: "ticked"; nowMs: number }
  | { type: "undo" }
  | { type: "undone"; id: string; nowMs: number }
  | { type: "refused"; id: string; problem: ActionProblem }
  | { type: "hidden" };

/** The act after `happening`; an answer about one that is not the last any more is not heard. */
export function nextAct(last: LastAct, happening: ActHappening): LastAct {
  switch (happening.type) {
    case "did": {
      const { done, sentMs } = happening;
      return { kind: "done", done, untilMs: sentMs + UNDO_MS, nowMs: sentMs };
    }
    case "ticked":
      return ticked(last, happening.nowMs);
    case "undo":
      return last.kind === "done" ? { ...last, kind: "undoing" } : last;
    case "undone":
      return isBeingUndone(last, happening.id)
        ? { kind: "undone", untilMs: happening.nowMs + UNDONE_MS }
        : last;
    case "refused":
      return isBeingUndone(last, happening.id)
        ? { kind: "refused", problem: happening.problem }
        : last;
    case "hidden":
      return { kind: "none" };
    default:
      return unreachable(happening);
  }
}

/** Whole seconds that are left to undo it. */
export function secondsLeft({ untilMs, nowMs }: { untilMs: number; nowMs: number }): number {
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1_000));
}

/** What is being undone waits for its answer, however long it takes. */
function ticked(last: LastAct, nowMs: number): LastAct {
  if (last.kind === "undone") return nowMs < last.untilMs ? last : { kind: "none" };
  if (last.kind !== "done") return last;
  return nowMs < last.untilMs ? { ...last, nowMs } : { kind: "none" };
}

function isBeingUndone(last: LastAct, id: string): boolean {
  return last.kind === "undoing" && last.done.act.id === id;
}
