// The board by keyboard. One letter does one thing, and never while somebody types.
import { type BulkKeyActions, onBulkKey, type PressedKey } from "../bulk/bulk-keys.ts";
import type { Step } from "./stop-row.ts";

/** What the keys cause. */
export interface KeyActions {
  /** Escape in the search field. */
  leaveSearch(): void;
  /** Escape elsewhere. */
  closePane(): void;
  /** To another row of the list; false when there is none. */
  move(step: Step): boolean;
  /** Opens the row in focus, or the chosen booking, where a car is chosen; there it gives the best. */
  assign(): void;
  /** Opens it there and looks for a car by name. */
  findCar(): void;
  newBooking(): void;
  /** Opens the sheet that changes the row in focus, or the chosen booking. */
  change(): void;
  /** Opens the menu of what else can be done with it. */
  showMore(): void;
  /** Takes the last act back. */
  undo(): void;
  showKeys(): void;
  /** What the keys do with several trips. */
  bulk: BulkKeyActions;
}

/** Where a browser remembers that keys of one letter are not wanted. */
export const KEYS_OFF_KEY = "avanti-board-keys";

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
};
/** Letters that do what an arrow does. */
const LETTER_STEPS: Readonly<Record<string, Step>> = { j: "next", k: "previous" };

/** Handles a key anywhere on the page. Enter needs nothing: a trip in focus is a link. */
export function onBoardKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector("dialog[open], :popover-open") !== null) return;
  if (onBulkKey(pressedKey(event, target), actions.bulk)) return event.preventDefault();
  if (event.key === "Escape") return onEscape(target, actions);
  const step = STEPS[event.key];
  if (step !== undefined) {
    if (canStep(target, event.key) && stepWithin(target, step, actions)) event.preventDefault();
    return;
  }
  if (event.key === " " && target.matches("a[role=button]") && target instanceof HTMLElement) {
    event.preventDefault();
    return target.click();
  }
  // A key that is held down does nothing twice.
  if (isField(target) || event.repeat && !isStep(event.key) || !areLettersOn()) return;
  if (onLetter(event.key.toLowerCase(), actions)) event.preventDefault();
}

function pressedKey({ key, shiftKey }: KeyboardEvent, target: Element): PressedKey {
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    isShift: shiftKey,
    target,
    areLetters: !isField(target) && areLettersOn(),
    isPaneOpen: document.querySelector(".board[data-pane]") !== null,
  };
}

function onLetter(key: string, actions: KeyActions): boolean {
  const step = LETTER_STEPS[key];
  if (/^[1-6]$/.test(key)) return focusNeed(document.querySelector(`.pane [data-offer="${key}"]`));
  if (step !== undefined) return actions.move(step);
  switch (key) {
    case "/":
      document.querySelector<HTMLInputElement>("#board-search")?.select();
      document.querySelector<HTMLInputElement>("#board-search")?.focus();
      return true;
    case "g":
      return focusNeed(document.querySelector(".needs [data-need]"));
    case "t":
      actions.assign();
      return true;
    case "b":
      actions.findCar();
      return true;
    case "e":
      actions.change();
      return true;
    case "m":
      actions.showMore();
      return true;
    case "n":
      actions.newBooking();
      return true;
    case "z":
      actions.undo();
      return true;
    case "?":
      actions.showKeys();
      return true;
    default:
      return false;
  }
}

function isStep(key: string): boolean {
  return LETTER_STEPS[key.toLowerCase()] !== undefined;
}

function onEscape(target: Element, actions: KeyActions): void {
  if (target.id === "board-search") return actions.leaveSearch();
  const open = target.closest<HTMLDetailsElement>("details[open]");
  if (open === null) return actions.closePane();
  // First what lies on top: a menu or a form that was unfolded.
  open.open = false;
  open.querySelector("summary")?.focus();
}

/** Arrows belong to fields and menus that use them themselves. */
function canStep(target: Element, key: string): boolean {
  if (isField(target)) return target.id === "board-search" && key.startsWith("Arrow");
  return target.closest(".pane, .rail, .menu, summary") === null;
}

function stepWithin(target: Element, step: Step, actions: KeyActions): boolean {
  const needs = target.closest(".needs");
  if (needs === null) return actions.move(step);
  const all = [...needs.querySelectorAll("[data-need]")].filter((one) =>
    one.getClientRects().length > 0
  );
  const at = all.findIndex((one) => one === target);
  if (step === "first" || step === "last") return focusNeed(all.at(step === "first" ? 0 : -1));
  if (step === "previous") return focusNeed(all[Math.max(0, at - 1)]);
  // Past the last need the list of trips begins.
  return at + 1 < all.length ? focusNeed(all[at + 1]) : actions.move("next");
}

function focusNeed(need: Element | null | undefined): boolean {
  if (!(need instanceof HTMLElement)) return false;
  need.focus();
  return true;
}

function isField(target: Element): boolean {
  return target.matches("input:not([type=checkbox], [type=radio]), select, textarea") ||
    (target instanceof HTMLElement && target.isContentEditable);
}

/** Keys of one letter get in the way of speech input and of some hands: they can be turned off (WCAG 2.1.4). */
export function areLettersOn(): boolean {
  try {
    return localStorage.getItem(KEYS_OFF_KEY) !== "off";
  } catch {
    return true;
  }
}

/** Turns them off, or on again. */
export function rememberLetters(areOn: boolean): void {
  try {
    localStorage.setItem(KEYS_OFF_KEY, areOn ? "on" : "off");
  } catch { /* Storage may be forbidden: then the keys are on again with the next page. */ }
}
