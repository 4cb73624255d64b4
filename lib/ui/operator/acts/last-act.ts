// The last act done on this board, or the acts that were done in one go: whether they can still be undone, and what
// undoing them came to. Pure.
import type { ActView } from "../../../board/act-view.ts";
import { UNDO_MS } from "../../../booking/operator-act.ts";
import type { VehicleId } from "../../../fleet/vehicle.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { PageAct } from "../../../board/page-act.ts";
import type { Refused } from "./missed.ts";

/** How long is said that an act was undone, in milliseconds. */
const UNDONE_MS = 6_000;

/** An act and the car its booking has after it. */
export interface DoneAct {
  act: Pick<ActView, "id" | "kind">;
  vehicleId: VehicleId;
  /** Ids of further acts that were done in one go with it, and are undone with it. */
  more: readonly string[];
}

/** The act; times are of this browser's clock, epoch milliseconds. */
export type LastAct =
  | { kind: "none" }
  | { kind: "done" | "undoing"; done: DoneAct; untilMs: number; nowMs: number }
  | { kind: "undone"; untilMs: number; of: number }
  /** `undone` of the `of` acts were taken back all the same. */
  | { kind: "refused"; undone: number; of: number } & Refused;

/** What can happen to it. */
export type ActHappening =
  /** The time is when it was sent: the server's seconds began no earlier. */
  | { type: "did"; done: DoneAct; sentMs: number }
  /** The page's script has begun: its times are of the browser's clock from now on, `aheadMs` before the server's. */
  | { type: "woke"; aheadMs: number }
  | { type: "ticked"; nowMs: number }
  | { type: "undo" }
  /** Every act that was to be undone has its answer; `refused` is the first that says no. */
  | { type: "answered"; id: string; undone: number; refused: Refused | null; nowMs: number }
  | { type: "hidden" };

/** The act after `happening`; an answer about one that is not the last any more is not heard. */
export function nextAct(last: LastAct, happening: ActHappening): LastAct {
  switch (happening.type) {
    case "did": {
      const { done, sentMs } = happening;
      return { kind: "done", done, untilMs: sentMs + UNDO_MS, nowMs: sentMs };
    }
    case "woke": {
      if (!("untilMs" in last)) return last;
      const { aheadMs } = happening;
      const woken = { ...last, untilMs: last.untilMs + aheadMs };
      return "nowMs" in woken ? { ...woken, nowMs: woken.nowMs + aheadMs } : woken;
    }
    case "ticked":
      return ticked(last, happening.nowMs);
    case "undo":
      return last.kind === "done" ? { ...last, kind: "undoing" } : last;
    case "answered": {
      const { id, undone, refused, nowMs } = happening;
      if (last.kind !== "undoing" || last.done.act.id !== id) return last;
      const of = actIds(last.done).length;
      return refused === null
        ? { kind: "undone", untilMs: nowMs + UNDONE_MS, of }
        : { kind: "refused", undone, of, ...refused };
    }
    case "hidden":
      return { kind: "none" };
    default:
      return unreachable(happening);
  }
}

/** What a page says that was told of an act by its address; times by the server's clock. */
export function firstAct(page: PageAct, nowMs: number): LastAct {
  switch (page.kind) {
    case "none":
      return { kind: "none" };
    case "done": {
      const { id, act: kind, undoUntil, vehicleId } = page;
      const done: DoneAct = { act: { id, kind }, vehicleId, more: [] };
      return { kind: "done", done, untilMs: Date.parse(undoUntil), nowMs };
    }
    case "undone":
      return { kind: "undone", untilMs: nowMs + UNDONE_MS, of: 1 };
    case "refused": {
      const { problem, since } = page;
      return { kind: "refused", undone: 0, of: 1, problem, since };
    }
    default:
      return unreachable(page);
  }
}

/** The acts that are undone together. */
export function actIds({ act, more }: DoneAct): string[] {
  return [act.id, ...more];
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
