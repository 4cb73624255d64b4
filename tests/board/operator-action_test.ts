import assert from "node:assert/strict";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import { bookingCan, isOver } from "../../lib/booking/booking-rules.ts";
import { ERROR_STATUS } from "../../lib/http/error-status.ts";
import { svBoard } from "../../lib/i18n/sv/board.ts";
import {
  ACTION_PROBLEMS,
  actionProblem,
  actionsFor,
  commandOf,
  oreIn,
} from "../../lib/board/operator-action.ts";

Deno.test("the buttons of every status are those of the table of allowed actions", () => {
  for (const status of BOOKING_STATUSES) {
    assert.equal(actionsFor(status).every((action) => bookingCan(action, status)), true);
    assert.equal(actionsFor(status).length === 0, isOver(status), status);
  }
  assert.deepEqual(actionsFor("arrived"), ["board", "mark-no-show", "cancel"]);
});

Deno.test("oreIn() reads kronor as people write them and nothing else", () => {
  const read = ["0", "120", "120,5", "120.50", "1 240,00", " 7 "].map(oreIn);
  assert.deepEqual(read, [0, 12_000, 12_050, 12_050, 124_000, 700]);
  for (const text of ["", "-1", "12,345", "1e3", "kr", "1,2,3", "9999999"]) {
    assert.equal(oreIn(text), null, text);
  }
});

const booking = { version: 4, totalOre: 54_000 };

Deno.test("commandOf() names what is missing before anything is sent", () => {
  const problem = (action: Parameters<typeof commandOf>[0], fields: Record<string, string>) => {
    const command = commandOf(action, fields, booking);
    return command.ok ? null : command.problem;
  };
  assert.equal(problem("assign", {}), "driver-missing");
  assert.equal(problem("unassign", { reason: "  " }), "reason-missing");
  assert.equal(problem("cancel", { reason: "x".repeat(201), fee: "0" }), "reason-missing");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "mycket" }), "fee-invalid");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "540,01" }), "fee-invalid");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "540" }), null);
});

Deno.test("commandOf() carries the version the operator saw", () => {
  assert.deepEqual(commandOf("depart", {}, booking), {
    ok: true,
    value: { type: "depart", expectedVersion: 4 },
  });
});

Deno.test("every problem has words, and every code is a problem or other", () => {
  for (const problem of ACTION_PROBLEMS) assert.notEqual(svBoard.problems[problem], "");
  for (const code of Object.keys(ERROR_STATUS)) {
    assert.equal(ACTION_PROBLEMS.includes(actionProblem(code)), true);
  }
  assert.equal(actionProblem("__proto__"), "other");
});
