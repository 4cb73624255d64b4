// The timeline by keyboard: arrows walk between trips, M picks one up, and then arrows choose the car; + and − zoom.
import { areLettersOn, rememberLetters } from "../day/board-keys.ts";
import { KEYS_DIALOG } from "../day/KeysDialog.tsx";
import type { TripMover } from "./mover.ts";
import { barAt } from "./timeline-pointer.ts";
import type { TimelineZoom } from "./zoom.ts";

/** What the keys reach. */
export interface KeyPorts {
  mover: TripMover;
  zoom: TimelineZoom;
  /** Takes the last move back. */
  undo(): void;
}

/** Handles keys anywhere on the page until the returned function is called. */
export function followKeys(ports: KeyPorts): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener("keydown", (event) => onTimelineKey(event, ports), { signal });
  addEventListener("change", ({ target }) => {
    const isSwitch = target instanceof HTMLInputElement && "letters" in target.dataset;
    if (isSwitch) rememberLetters(target.checked);
  }, { signal });
  return () => ended.abort();
}

function onTimelineKey(event: KeyboardEvent, ports: KeyPorts): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.matches("input, select, textarea") || target.closest("dialog") !== null) return;
  const act = ports.mover.isHolding
    ? holdingAct(event.key, ports.mover)
    : restingAct(event.key, target, ports);
  if (act === null) return;
  event.preventDefault();
  act();
}

function holdingAct(key: string, mover: TripMover): (() => void) | null {
  switch (key) {
    case "ArrowDown":
      return () => mover.step(1);
    case "ArrowUp":
      return () => mover.step(-1);
    case "ArrowLeft":
    case "ArrowRight":
      return () => mover.keepTime();
    case "Enter":
      return () => mover.drop();
    case "Escape":
    case "Tab":
      return () => mover.cancel();
    default:
      return null;
  }
}

function restingAct(
  key: string,
  target: Element,
  { mover, zoom, undo }: KeyPorts,
): (() => void) | null {
  const bar = barAt(target);
  const row = target.closest(".car[data-car]");
  if (key.length === 1 && !areLettersOn()) return null;
  switch (key.toLowerCase()) {
    case "+":
      return () => zoom.by(-1);
    case "-":
    case "−":
      return () => zoom.by(1);
    case "?":
      return () => document.querySelector<HTMLDialogElement>(`#${KEYS_DIALOG}`)?.showModal();
    case "m":
      return bar === null ? null : () => void mover.lift(bar, null);
    case "z":
      return undo;
    case "u": {
      const page = row?.querySelector<HTMLAnchorElement>("a.car-name");
      return page ? () => page.click() : null;
    }
    case "arrowright":
      return walk(bar, (from) => sibling(from, 1));
    case "arrowleft":
      return walk(bar, (from) => sibling(from, -1));
    case "arrowdown":
      return walk(bar, (from) => nearestInRow(from, 1));
    case "arrowup":
      return walk(bar, (from) => nearestInRow(from, -1));
    default:
      return null;
  }
}

function walk(
  bar: SVGAElement | null,
  next: (from: SVGAElement) => SVGAElement | null,
): (() => void) | null {
  if (bar === null) return null;
  return () => {
    const to = next(bar);
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
}

function sibling(bar: SVGAElement, by: 1 | -1): SVGAElement | null {
  const bars = barsOf(bar.closest(".car"));
  return bars[bars.indexOf(bar) + by] ?? null;
}

/** In the next row that has any, the trip that is nearest in time. */
function nearestInRow(bar: SVGAElement, by: 1 | -1): SVGAElement | null {
  const rows = [...document.querySelectorAll(".car")];
  const own = bar.closest(".car");
  let at = own === null ? -1 : rows.indexOf(own) + by;
  while (rows[at] !== undefined) {
    const bars = barsOf(rows[at] ?? null);
    const [nearest] = bars.toSorted((a, b) => distance(a, bar) - distance(b, bar));
    if (nearest !== undefined) return nearest;
    at += by;
  }
  return null;
}

function barsOf(row: Element | null): SVGAElement[] {
  const bars = [...row?.querySelectorAll<SVGAElement>("a.bar") ?? []];
  return bars.sort((a, b) => xOfBar(a) - xOfBar(b));
}

function distance(a: SVGAElement, b: SVGAElement): number {
  return Math.abs(xOfBar(a) - xOfBar(b));
}

function xOfBar(bar: SVGAElement): number {
  // In pixels or as a share of the day, all alike.
  return parseFloat(bar.querySelector("rect")?.getAttribute("x") ?? "0");
}
