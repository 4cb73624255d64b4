import assert from "node:assert/strict";
import { vehicleId } from "../../../../lib/fleet/vehicle.ts";
import {
  type ActHappening,
  type LastAct,
  nextAct,
  secondsLeft,
} from "../../../../lib/ui/operator/acts/last-act.ts";

const NONE: LastAct = { kind: "none" };
const did = (id = "A1", sentMs = 1_000): ActHappening => ({
  type: "did",
  done: { act: { id, kind: "assign" }, vehicleId: vehicleId("V11") },
  sentMs,
});
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
  const undone = nextAct(undoing, { type: "undone", id: "A1", nowMs: 60_000 });
  assert.equal(undone.kind, "undone");
  assert.deepEqual(nextAct(undone, ticked(66_000)), NONE);
});

Deno.test("a refusal stays until somebody has seen it", () => {
  const refused = after(did(), { type: "undo" }, {
    type: "refused",
    id: "A1",
    problem: "undo-too-late",
  });
  assert.deepEqual(nextAct(refused, ticked(99_000)), { kind: "refused", problem: "undo-too-late" });
  assert.deepEqual(nextAct(refused, { type: "hidden" }), NONE);
});

Deno.test("an answer about an earlier act says nothing of the last one", () => {
  const second = after(did(), { type: "undo" }, did("A2", 3_000));
  assert.equal(nextAct(second, { type: "undone", id: "A1", nowMs: 3_500 }), second);
  const undoing = nextAct(second, { type: "undo" });
  const refusal: ActHappening = { type: "refused", id: "A1", problem: "undo-overtaken" };
  assert.equal(nextAct(undoing, refusal), undoing);
});
