// What a failure in a page is called, how much it matters, and the error that stands for it. Pure.
import type { ErrorSeverity } from "../errors/error-severity.ts";
import { ProductError } from "../errors/product-error.ts";
import type { FaultReport } from "./fault-report.ts";
import type { SourcePlace } from "./source-map.ts";
import type { FaultKind, Trail } from "./trail.ts";

/** Codes of failures in pages. */
const CODES: Readonly<Record<FaultKind, string>> = {
  island: "island-failed",
  page: "page-failed",
  script: "script-missing",
};

/** Pages that book, show or change a trip, and those operators run the day on. */
const MATTERS = /^\/($|quotes|bookings|admin)/;

/** How much it matters: a page goes on without its islands, but who books has a harder time. */
export function faultSeverity({ kind, route }: Pick<FaultReport, "kind" | "route">): ErrorSeverity {
  // A script that never came is mostly a network that went away.
  return kind !== "script" && MATTERS.test(route) ? "high" : "medium";
}

/** The error that stands for it; its stack names the places in our sources, whatever build they ran from. */
export function faultError(
  report: FaultReport,
  places: readonly (SourcePlace | null)[],
): ProductError {
  const { kind, island, type, message } = report;
  const context = { source: "interface", island, at: positionOf(places) };
  const technical = [type, message].filter(Boolean).join(": ") || "no message";
  const error = new ProductError(
    CODES[kind],
    technical,
    "internal",
    faultSeverity(report),
    context,
    false,
  );
  const frames = places.flatMap((one) => one === null ? [] : [frameOf(one)]);
  error.stack = [`${error.name}: ${error.message}`, ...frames].join("\n");
  return error;
}

/** What is kept of the minute before. */
export function trailOf(
  { kind, route, island, vitals, steps }: FaultReport,
  places: readonly (SourcePlace | null)[],
): Trail {
  return { kind, route, island, position: positionOf(places), vitals, steps };
}

/** The innermost place in our own sources. */
function positionOf(places: readonly (SourcePlace | null)[]): string {
  const own = places.find((place) => place !== null && !place.file.startsWith("lib/jsr/"));
  return own ? `${own.file}:${own.line}:${own.column}` : "";
}

function frameOf({ file, line, column, name }: SourcePlace): string {
  const at = `file:///${file}:${line}:${column}`;
  return name === "" ? `    at ${at}` : `    at ${name} (${at})`;
}
