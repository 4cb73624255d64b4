// In which values two tariffs differ, by their paths. Pure.
import type { Tariff } from "../pricing/tariff.ts";
import type { FieldChange } from "./setup-plan.ts";

/** The differences: `rates.van.baseOre`, 8700, 9000; "" where there is none. */
export function tariffChanges(before: Tariff | null, after: Tariff): FieldChange[] {
  const [old, new_] = [leavesOf(before ?? {}), leavesOf(after)];
  return [...new Set([...old.keys(), ...new_.keys()])]
    .map((field) => ({ field, from: old.get(field) ?? "", to: new_.get(field) ?? "" }))
    .filter(({ from, to }) => from !== to);
}

/** Every value by its path; items of lists go by their id, so that one put in between moves no other. */
function leavesOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, JSON.stringify(value)]]);
  const leaves = Object.entries(value).flatMap(([key, part]) => {
    const id = Array.isArray(value) && typeof part?.id === "string" ? part.id : key;
    return [...leavesOf(part, path === "" ? id : `${path}.${id}`)];
  });
  return new Map(leaves);
}
