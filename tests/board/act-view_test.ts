import assert from "node:assert/strict";
import { actView } from "../../lib/board/act-view.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import { actId, dueAfter, type OperatorAct } from "../../lib/booking/operator-act.ts";

Deno.test("actView() says how to undo an act and until when, and which versions it led to", () => {
  const at = Temporal.Instant.from("2026-11-23T05:00:00Z");
  const act: OperatorAct = {
    id: actId("01KAMZ8N00AVANT1TESTQ0TE09"),
    kind: "split",
    actor: { kind: "operator", id: null, name: "Sara" },
    at: at.toString(),
    due: dueAfter(at),
    spans: [
      { bookingId: bookingId("A"), from: 2, to: 4 },
      { bookingId: bookingId("B"), from: 0, to: 1 },
    ],
    outage: null,
    outcome: "open",
  };
  assert.deepEqual(actView(act), {
    id: "01KAMZ8N00AVANT1TESTQ0TE09",
    kind: "split",
    undoUntil: "2026-11-23T05:00:10Z",
    isUndone: false,
    bookings: [{ id: "A", version: 4 }, { id: "B", version: 1 }],
  });
  assert.equal(actView({ ...act, outcome: "undone" }).isUndone, true);
  assert.equal(actView({ ...act, outcome: "left" }).isUndone, false);
});
