// Keys of the selection and of the plan. What they do not know stays the board's.
import type { Step } from "../day/stop-row.ts";

/** What the keys cause. */
export interface BulkKeyActions {
  /** True while a plan or its outcome lies over the list. */
  isPlanOpen: boolean;
  hasSelection: boolean;
  /** Chooses the row in focus, or lets it go; false when there is none. */
  toggleHere(): boolean;
  extend(step: Step): boolean;
  clearSelection(): void;
  openPlan(): void;
  closePlan(): void;
  confirmPlan(): void;
}

/** The key as the board understands it. */
export interface PressedKey {
  key: string;
  isShift: boolean;
  target: Element;
  /** Keys of one letter are on, and nobody types. */
  areLetters: boolean;
  /** A booking is open beside the list, or a search is. */
  isPaneOpen: boolean;
}

/** Does what a key means for several trips; false for a key that means nothing here. */
export function onBulkKey(pressed: PressedKey, actions: BulkKeyActions): boolean {
  return actions.isPlanOpen ? onPlanKey(pressed, actions) : onListKey(pressed, actions);
}

function onListKey(
  { key, isShift, target, areLetters, isPaneOpen }: PressedKey,
  actions: BulkKeyActions,
): boolean {
  const isInList = target.closest(".pane, .rail, .menu, summary, input, select, textarea") === null;
  if (isShift && (key === "ArrowDown" || key === "ArrowUp")) {
    return isInList && actions.extend(key === "ArrowDown" ? "next" : "previous");
  }
  if (key === "Escape") {
    // What lies on top goes first: a menu, the search, an open booking.
    if (!actions.hasSelection || isPaneOpen || target.closest("details[open], input") !== null) {
      return false;
    }
    actions.clearSelection();
    return true;
  }
  if (!areLetters || isShift) return false;
  if (key === "x") return isInList && actions.toggleHere();
  if (key !== "a" || !actions.hasSelection) return false;
  actions.openPlan();
  return true;
}

function onPlanKey(
  { key, target, areLetters, isPaneOpen }: PressedKey,
  actions: BulkKeyActions,
): boolean {
  // A booking that was opened from the outcome lies on top.
  if (isPaneOpen && (key === "Escape" || target.closest(".pane") !== null)) return false;
  if (key === "Escape") {
    actions.closePlan();
    return true;
  }
  // A field and a button have uses of their own for these.
  const isFree = target.closest("a, button:not([role=checkbox]), input, select, summary") === null;
  if (key === "Enter" && isFree) {
    actions.confirmPlan();
    return true;
  }
  if (!areLetters && !key.startsWith("Arrow")) return false;
  const row = target.closest(".plan-row");
  switch (key) {
    case "ArrowDown":
    case "j":
      return focusRow(row, 1);
    case "ArrowUp":
    case "k":
      return focusRow(row, -1);
    case "x": {
      const box = row?.querySelector<HTMLElement>("[role=checkbox]");
      box?.click();
      return box != null;
    }
    // Keys of the list do nothing while it is not there.
    case "g":
    case "t":
    case "a":
      return true;
    default:
      return false;
  }
}

function focusRow(row: Element | null, by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll(".plan-row")];
  const at = row === null ? (by === 1 ? -1 : rows.length) : rows.indexOf(row);
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  const stop = next?.querySelector<HTMLElement>(".plan-stop");
  stop?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  return stop != null;
}
