// A report of a page as the script of the session trail sends it.
import { faultReportSchema, readFaultReport } from "../../lib/trail/fault-report.ts";
import type { Trail } from "../../lib/trail/trail.ts";

/** Somebody stepped the time of an airport trip; the island failed. */
export function aFaultReport(): Record<string, unknown> {
  return {
    told: "island-failed",
    island: "TimeField",
    type: "TypeError",
    message: "cannot read properties of undefined reading …",
    positions: [["TimeField-QX5V2ABC.js", 1, 2043], ["chunk-LNZA6OUF.js", 1, 900]],
    vitals: { lcp: 640, inp: 48, ttfb: 31, cls: 12 },
    steps: [
      ["page", 42_000, "back_forward", "/quotes", "/ 3C4D-9QRT"],
      ["island", 41_100, "TimeField"],
      ["ask", 30_000, 200, 85, "/api/places 7F3K-22QD"],
      ["offline", 22_000, 0],
      ["online", 19_000, 0],
      ["ask", 18_000, 409, 120, "/api/quotes 9XRT-3C4D no-vehicle-free"],
      ["visibilitychange", 12_000, 1],
      ["visibilitychange", 9_000, 0],
      ["change", 4_000, "radio day", 1, ""],
      ["click", 20, "button ", 3, "TimeField"],
    ],
  };
}

/** The same of something that was thrown without a stack. */
export function aFaultFromNowhere(): Record<string, unknown> {
  const { positions: _, ...rest } = aFaultReport();
  return rest;
}

/** The trail that is kept of it, at a moment. */
export function aTrail(): Trail {
  const { kind, route, island, vitals, steps } = readFaultReport(
    faultReportSchema.parse(aFaultReport()),
  );
  return { kind, route, island, position: "islands/TimeField.tsx:78:5", vitals, steps };
}
