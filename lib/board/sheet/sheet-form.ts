// A sheet as a browser sends it: what was written, what was answered, and what had been shown.
import { dateOf, timeOf, WALL_TIME } from "../../kernel/wall-time.ts";
import type { SentSheet } from "./look-at-sheet.ts";
import { submittedSheet } from "./sheet-values.ts";

/** Reads the fields of a form. */
export function sentSheet(fields: ReadonlyMap<string, string>): SentSheet {
  const values = submittedSheet(fields);
  const instead = fields.get("instead") ?? "";
  const isInstead = WALL_TIME.test(instead);
  const time = isInstead ? { date: dateOf(instead), time: timeOf(instead), overlap: "" } : {};
  const openedVersion = wholeNumber(fields.get("openedVersion")) ?? 1;
  return {
    values: { ...values, ...time },
    isAnswered: isInstead || (fields.get("gapTime") ?? "") !== "",
    openedVersion,
    expectedVersion: wholeNumber(fields.get("expectedVersion")) ?? openedVersion,
    seen: seenPrice(fields),
  };
}

function seenPrice(fields: ReadonlyMap<string, string>): SentSheet["seen"] {
  const totalOre = wholeNumber(fields.get("seenTotalOre"));
  const formerOre = wholeNumber(fields.get("seenFormerOre"));
  return totalOre === null || formerOre === null ? null : { totalOre, formerOre };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
