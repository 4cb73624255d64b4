// A report of a page about something that failed in it: its shape as it is sent, and what is read of it.
import { z } from "zod";
import { cleanMessage, type ScriptPosition } from "./fault-text.ts";
import { knownIsland } from "./known-words.ts";
import { readStep } from "./step-reader.ts";
import { type FaultKind, MAX_POSITIONS, MAX_STEPS, type Step, type Vitals } from "./trail.ts";
import { NAME_SHAPE, SCRIPT_SHAPE } from "./trail-shapes.ts";

const name = z.string().regex(NAME_SHAPE);
const place = z.int().min(0).max(10_000_000);
const figure = z.int().min(0).max(10_000_000).optional();

/** The body of a report. */
export const faultReportSchema = z.object({
  told: z.enum(["error", "unhandledrejection", "island-failed"]),
  island: name,
  type: name,
  message: z.string().max(500),
  positions: z.array(z.tuple([z.string().regex(SCRIPT_SHAPE), place, place])).max(MAX_POSITIONS)
    .default([]),
  vitals: z.object({ lcp: figure, inp: figure, ttfb: figure, cls: figure }),
  steps: z.array(z.tuple([z.string().max(20), z.int().min(0)], z.unknown())).min(1).max(
    MAX_STEPS + 1,
  ),
});

/** What a page says of a failure, in words and numbers of ours alone. */
export interface FaultReport {
  kind: FaultKind;
  route: string;
  island: string;
  /** The class of what was thrown, "" when it had none. */
  type: string;
  message: string;
  /** Innermost first. */
  positions: readonly ScriptPosition[];
  vitals: Vitals;
  /** The oldest first. */
  steps: readonly Step[];
}

/** The report; steps that are none of ours are left out. */
export function readFaultReport(body: z.output<typeof faultReportSchema>): FaultReport {
  const { told, island, type, message, positions, vitals } = body;
  const steps = body.steps.flatMap((one) => readStep(one) ?? [])
    .sort((one, other) => other.agoMs - one.agoMs);
  const page = steps.find(({ kind }) => kind === "page");
  // A script that did not come has no line in it.
  const isScript = positions.length > 0 && positions.every(([, line]) => line === 0);
  return {
    kind: told === "island-failed" ? "island" : isScript ? "script" : "page",
    route: page?.kind === "page" ? page.route : "",
    island: knownIsland(island),
    type,
    message: cleanMessage(message),
    positions,
    vitals: {
      lcpMs: vitals.lcp ?? null,
      inpMs: vitals.inp ?? null,
      ttfbMs: vitals.ttfb ?? null,
      clsThousandths: vitals.cls ?? null,
    },
    steps,
  };
}
