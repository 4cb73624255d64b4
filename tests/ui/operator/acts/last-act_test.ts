import assert from "node:assert/strict";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";
import {
  type ActHappening,
  actIds,
  type DoneAct,
  firstAct,
  type LastAct,
  nextAct,
  secondsLeft,
} from "../../../../lib/ui/operator/acts/last-act.ts";
import type { Refused } from "../../../../lib/ui/operator/acts/missed.ts";

const THREE: DoneAct = {
  act: { id: "A1", kind: "assign" },
  vehicleId: vehicleId("V11"),
  more: ["A2", "A3"],
};
const NONE: LastAct = { kind: "none" };
const did = (id = "A1", sentMs = 1_000): ActHappening => ({
  type: "did",
  done: { act: { id, kind: "assign" }, vehicleId: vehicleId("V11"), more: [] },
  sentMs,
});
const answered = (id: string, refused: Refused | null = null, undone = 1): ActHappening => ({
  ...{ type: "answered", id, refused, nowMs: 60_000 },
  undone: refused === null ? undone : undone - 1,
});
const TOO_LATE: Refused = { problem: "undo-too-late", since: [] };
const after = (...happenings: ActHappening[]) => happenings.reduce(nextAct, NONE);
const ticked = (nowMs: number): ActHappening => ({ type: "ticked", nowMs });

Deno.test("an act can be undone for ten seconds from when it was sent, and no longer", () => {
  const early = after(did(), ticked(2_100));
  assert.equal(early.kind === "done" && secondsLeft(early), 9);
  assert.equal(after(did(), ticked(10_999)).kind, "done");
  assert.deepEqual(after(did(), ticked(11_000)), NONE);
  assert.deepEqual(after(did(), ticked(11_000), { type: "undo" }), NONE);
});

Deno.test("what is being undone waits for its answer, and is then said to be undone for a while", () => {
  const undoing = after(did(), { type: "undo" }, ticked(60_000));
  assert.equal(undoing.kind, "undoing");
  const undone = nextAct(undoing, answered("A1"));
  assert.equal(undone.kind, "undone");
  assert.deepEqual(nextAct(undone, ticked(66_000)), NONE);
});

Deno.test("a refusal stays until somebody has seen it", () => {
  const refused = after(did(), { type: "undo" }, answered("A1", TOO_LATE));
  assert.deepEqual(nextAct(refused, ticked(99_000)), {
    ...{ kind: "refused", undone: 0, of: 1 },
    ...TOO_LATE,
  });
  assert.deepEqual(nextAct(refused, { type: "hidden" }), NONE);
});

Deno.test("an answer about an earlier act says nothing of the last one", () => {
  const second = after(did(), { type: "undo" }, did("A2", 3_000));
  assert.equal(nextAct(second, answered("A1")), second);
  const undoing = nextAct(second, { type: "undo" });
  assert.equal(nextAct(undoing, answered("A1", TOO_LATE)), undoing);
});

Deno.test("acts done in one go are undone together, and one that is not is said beside those that are", () => {
  const three = { ...did(), done: { ...THREE } } as const;
  const undoing = after(three, { type: "undo" });
  assert.deepEqual(actIds(THREE), ["A1", "A2", "A3"]);
  const all = nextAct(undoing, answered("A1", null, 3));
  assert.equal(all.kind === "undone" && all.of, 3);
  const some = nextAct(undoing, answered("A1", TOO_LATE, 3));
  assert.deepEqual(some, { kind: "refused", undone: 2, of: 3, ...TOO_LATE });
});

Deno.test("a page that was told of an act counts its seconds by the browser's clock once it is awake", () => {
  const NOW_MS = Date.parse("2026-11-26T14:45:00Z");
  const undoUntil = "2026-11-26T14:45:08Z";
  const first = firstAct(
    { kind: "done", id: "A1", act: "cancel", undoUntil, vehicleId: vehicleId("V11") },
    NOW_MS,
  );
  assert.equal(first.kind === "done" && secondsLeft(first), 8);
  // The browser's clock is an hour behind, and the page took a second to come.
  const awake = nextAct(first, { type: "woke", aheadMs: -3_600_000 });
  assert.equal(awake.kind === "done" && secondsLeft(awake), 8);
  const later = nextAct(awake, ticked(NOW_MS - 3_600_000 + 1_000));
  assert.equal(later.kind === "done" && secondsLeft(later), 7);
  assert.deepEqual(nextAct(awake, ticked(NOW_MS - 3_600_000 + 8_000)), NONE);
});

Deno.test("a page says what an undo came to, and nothing where there was none", () => {
  assert.deepEqual(firstAct({ kind: "none" }, 0), NONE);
  assert.deepEqual(firstAct({ kind: "undone" }, 1_000), { kind: "undone", untilMs: 7_000, of: 1 });
  const refused = firstAct({ kind: "refused", ...TOO_LATE }, 0);
  assert.deepEqual(refused, { kind: "refused", undone: 0, of: 1, ...TOO_LATE });
  assert.equal(nextAct(refused, { type: "woke", aheadMs: 5 }), refused);
});
