import assert from "node:assert/strict";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import { bookingCan, isOver } from "../../lib/booking/booking-rules.ts";
import { ERROR_STATUS } from "../../lib/http/error-status.ts";
import { svBoard } from "../../lib/i18n/sv/board.ts";
import { ACTION_PROBLEMS, actionProblem, actionsFor } from "../../lib/board/operator-action.ts";

Deno.test("the buttons of every status are those of the table of allowed actions", () => {
  for (const status of BOOKING_STATUSES) {
    assert.equal(actionsFor(status).every((action) => bookingCan(action, status)), true);
    assert.equal(actionsFor(status).length === 0, isOver(status), status);
  }
  assert.deepEqual(actionsFor("arrived"), ["board", "mark-no-show", "cancel"]);
});

Deno.test("every problem has words, and every code is a problem or other", () => {
  for (const problem of ACTION_PROBLEMS) assert.notEqual(svBoard.problems[problem], "");
  for (const code of Object.keys(ERROR_STATUS)) {
    assert.equal(ACTION_PROBLEMS.includes(actionProblem(code)), true);
  }
  assert.equal(actionProblem("__proto__"), "other");
});
