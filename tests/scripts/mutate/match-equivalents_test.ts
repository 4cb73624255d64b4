// The list of equivalent mutants against the mutants of today's sources.
import assert from "node:assert/strict";
import { findMutants } from "../../../scripts/mutate/find-mutants.ts";
import {
  findById,
  matchEquivalents,
  rowsAbout,
} from "../../../scripts/mutate/match-equivalents.ts";
import { EQUIVALENTS } from "../../../scripts/mutate/equivalent.ts";

const TEXT = "f(a < b);\ng();\nf(a < b);\n";
const [first, second] = findMutants("lib/a.ts", TEXT).filter((m) => m.operator === "boundary");
const boundaries = [first?.id ?? "", second?.id ?? ""];

Deno.test("a row fits its mutant after the lines above have changed", () => {
  const moved = findMutants("lib/a.ts", `// One.\n// Two.\n${TEXT}`);
  const rows = boundaries.map((id) => ({ id, reason: "the same" }));
  const { reasons, stale } = matchEquivalents(rows, moved);
  assert.deepEqual([...reasons.keys()].map((id) => id.split(":")[1]), ["3", "5"]);
  assert.deepEqual(stale, []);
});

Deno.test("of two mutants alike, the nearest is meant", () => {
  assert.equal(findById(boundaries[1] ?? "", findMutants("lib/a.ts", TEXT))?.id, boundaries[1]);
  const twice = findMutants("lib/a.ts", "f(a < b, a < b);").filter((m) =>
    m.operator === "boundary"
  );
  assert.deepEqual(twice.map(({ id }) => findById(id, twice)?.id), twice.map(({ id }) => id));
});

Deno.test("a row whose line was edited fits nothing and is told", () => {
  const rows = [{ id: boundaries[0] ?? "", reason: "the same" }];
  const { reasons, stale } = matchEquivalents(rows, findMutants("lib/a.ts", "f(a < c);"));
  assert.equal(reasons.size, 0);
  assert.deepEqual(stale, rows);
});

Deno.test("an id of another file, operator or form finds nothing", () => {
  const mutants = findMutants("lib/a.ts", TEXT);
  const id = boundaries[0] ?? "";
  assert.equal(findById(id.replace("lib/a.ts", "lib/b.ts"), mutants), null);
  assert.equal(findById(id.replace("boundary", "negated"), mutants), null);
  assert.equal(findById("lib/a.ts:1", mutants), null);
});

Deno.test("rows about files that were not looked at are not judged, those about lost files are", () => {
  const rows = ["lib/a.ts", "lib/b.ts", "lib/lost.ts"]
    .map((path) => ({ id: `${path}:1:1:negated#00000000`, reason: "the same" }));
  assert.deepEqual(
    rowsAbout(rows, new Set(["lib/a.ts"]), ["lib/a.ts", "lib/b.ts"]),
    [rows[0], rows[2]],
  );
});

Deno.test("every row of the list has an id that can be read, once, and a reason", () => {
  for (const { id, reason } of EQUIVALENTS) {
    assert.match(id, /^[\w./[\]()-]+:\d+:\d+:[\w-]+#[0-9a-f]{8}$/);
    assert(reason.length > 20, id);
  }
  assert.equal(new Set(EQUIVALENTS.map(({ id }) => id)).size, EQUIVALENTS.length);
});
