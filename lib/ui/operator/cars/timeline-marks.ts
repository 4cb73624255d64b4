// What a move draws on the timeline: the ringed row, the trip at its new place, the reasons of cars that cannot.
import type { CarRowFacts, MovingTrip } from "./moving.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Rows a trip can be dropped on, from top to bottom. */
export function carRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".car[data-car]")];
}

/** What a row says of its car. */
export function rowFacts({ dataset }: HTMLElement): CarRowFacts {
  return {
    id: dataset["car"] ?? "",
    name: dataset["name"] ?? "",
    driverId: dataset["driver"] ?? "",
  };
}

/** The trip a bar stands for, or null when it cannot move. */
export function tripOfBar(bar: SVGAElement): MovingTrip | null {
  const { trip = "", version, moves } = bar.dataset;
  if (moves !== "assign" && moves !== "move") return null;
  return {
    id: trip,
    version: Number(version),
    moves,
    label: bar.getAttribute("aria-label") ?? "",
    fromCar: bar.closest<HTMLElement>(".car")?.dataset["car"] ?? "",
  };
}

/** Rings the row and shows the trip in it; `null` takes the ring away. */
export function markTarget(bar: SVGAElement, row: HTMLElement | null): void {
  for (const ringed of document.querySelectorAll(".car[data-target]")) {
    ringed.removeAttribute("data-target");
    ringed.querySelector(".ghost")?.remove();
  }
  if (row === null) return;
  row.setAttribute("data-target", "");
  const rect = bar.querySelector("rect");
  if (rect === null) return;
  const ghost = document.createElementNS(SVG, "rect");
  ghost.setAttribute("class", "ghost");
  for (const name of ["x", "width", "rx"]) {
    ghost.setAttribute(name, rect.getAttribute(name) ?? "0");
  }
  ghost.setAttribute("y", "7");
  ghost.setAttribute("height", "28");
  row.querySelector(".track")?.append(ghost);
}

/** Says in each row that cannot take the trip why. */
export function markRefusals(bar: SVGAElement, reasonOf: (row: CarRowFacts) => string): void {
  const x = bar.querySelector("rect")?.getAttribute("x") ?? "0";
  for (const row of carRows()) {
    const reason = reasonOf(rowFacts(row));
    row.querySelector(".cannot")?.remove();
    row.toggleAttribute("data-cannot", reason !== "");
    if (reason === "") continue;
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("class", "cannot");
    text.setAttribute("x", x);
    text.setAttribute("y", "25.5");
    text.textContent = `✕ ${reason}`;
    row.querySelector(".track")?.append(text);
  }
}

/** Takes everything a move drew away. */
export function clearMarks(bar: SVGAElement): void {
  markTarget(bar, null);
  bar.removeAttribute("data-lifted");
  for (const row of carRows()) {
    row.querySelector(".cannot")?.remove();
    row.removeAttribute("data-cannot");
  }
}
