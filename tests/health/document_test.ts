// The table operators read in docs/operations.md is the one the code goes by, and the names of its checks are those
// that /readyz gives.
import assert from "node:assert/strict";
import { DEGRADATION, type Effect } from "../../lib/health/degradation-rules.ts";
import { healthDocument } from "../../lib/health/health-document.ts";
import { type Errand, ERRANDS, PARTS } from "../../lib/health/part.ts";
import { downEn } from "../../lib/i18n/en/down.ts";
import { ROOT } from "../support/module-graph.ts";

const WORDS: Readonly<Record<string, Effect>> = {
  works: "works",
  "stands in": "stands-in",
  "503": "refused",
};

/** Cells of the first table below a heading. */
async function tableBelow(heading: string): Promise<string[][]> {
  const document = await Deno.readTextFile(`${ROOT}docs/operations.md`);
  const [, below = ""] = document.split(`\n${heading}\n`);
  const rows = below.split("\n").filter((line) => line.startsWith("|"));
  const end = rows.findIndex((_, i) => i > 1 && rows[i]?.startsWith("| ---"));
  return (end === -1 ? rows : rows.slice(0, end - 1))
    .map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
}

Deno.test("the documented table of what works without a part is the one in the code", async () => {
  const [head = [], , ...rows] = await tableBelow("### What still works");
  assert.deepEqual(head.slice(1), PARTS);
  const named = rows.filter(([name = ""]) =>
    Object.values(downEn.errands).some((one) => one === name)
  );
  assert.deepEqual(named.map(([name]) => name), ERRANDS.map((errand) => downEn.errands[errand]));
  for (const [name = "", ...cells] of named) {
    const errand = ERRANDS.find((one) => downEn.errands[one] === name) as Errand;
    const effects = cells.map((cell) => WORDS[cell] ?? `unknown word: ${cell}`);
    assert.deepEqual(effects, PARTS.map((part) => DEGRADATION[part][errand]), name);
  }
});

Deno.test("every check of /readyz is explained, and nothing else is", async () => {
  const [, , ...rows] = await tableBelow("## What the server says of itself");
  const at = "2026-11-23T05:00:00Z";
  const states = [...PARTS, "faults" as const].map((name) => (
    { name, status: "pass", observed: "", since: at, time: at } as const
  ));
  const keys = Object.keys(healthDocument(states).checks);
  assert.deepEqual(rows.map(([name]) => name).sort(), keys.sort());
});
