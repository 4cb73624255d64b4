import assert from "node:assert/strict";
import { BOOKING_STATUSES } from "../../lib/booking/booking.ts";
import { bookingCan, isOver } from "../../lib/booking/booking-rules.ts";
import { ERROR_CATEGORY } from "../../lib/errors/error-category.ts";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import {
  ACTION_PROBLEMS,
  actionProblem,
  actionsFor,
  OPERATOR_ACTIONS,
  parseOperatorAction,
  STEP_ACTIONS,
} from "../../lib/board/operator-action.ts";

Deno.test("the buttons of every status are those of the table of allowed actions", () => {
  for (const status of BOOKING_STATUSES) {
    assert.equal(actionsFor(status).every((action) => bookingCan(action, status)), true);
    // What waits for its money waits for its customer alone.
    const isNobodys = isOver(status) || status === "awaiting-payment";
    assert.equal(actionsFor(status).length === 0, isNobodys, status);
  }
  assert.deepEqual(actionsFor("arrived"), ["board", "mark-no-show", "cancel"]);
});

/** Problems that the board finds itself, before or instead of an answer. */
const FOUND_HERE: readonly string[] = [
  "reason-missing",
  "fee-invalid",
  "driver-missing",
  "offline",
  "other",
];

Deno.test("every problem has words of its own in both languages", () => {
  for (const locale of LOCALES) {
    const { problems } = boardTexts(locale);
    const words = ACTION_PROBLEMS.map((problem) => {
      const text = problems[problem];
      return typeof text === "string" ? text : text(7);
    });
    assert.equal(new Set(words).size, ACTION_PROBLEMS.length, locale);
    for (const text of words) assert(text.length > 10, text);
  }
});

Deno.test("the board has no words for a problem that the server never names", () => {
  const named: readonly string[] = Object.keys(ERROR_CATEGORY);
  const dead = ACTION_PROBLEMS.filter((problem) =>
    !FOUND_HERE.includes(problem) && !named.includes(problem)
  );
  assert.deepEqual(dead, []);
});

Deno.test("a code is the problem of its name, and one without words is other", () => {
  for (const problem of ACTION_PROBLEMS) assert.equal(actionProblem(problem), problem);
  for (const code of ["quote-expired", "internal", "", "__proto__", "toString"]) {
    assert.equal(actionProblem(code), "other", code);
  }
});

Deno.test("the buttons of a booking stand in the order of a ride, and a form's address names each", () => {
  const order = [
    "assign",
    "unassign",
    "depart",
    "arrive",
    "board",
    "complete",
    "mark-no-show",
    "cancel",
  ];
  assert.deepEqual([...OPERATOR_ACTIONS], order);
  assert.deepEqual(order.map(parseOperatorAction), order);
  for (const word of ["", "expire", "reschedule", "Assign", "toString"]) {
    assert.equal(parseOperatorAction(word), null, word);
  }
  assert.deepEqual([...STEP_ACTIONS], ["depart", "arrive", "board", "complete"]);
});

Deno.test("what each status offers", () => {
  const offered = Object.fromEntries(BOOKING_STATUSES.map((each) => [each, actionsFor(each)]));
  assert.deepEqual(offered, {
    "awaiting-payment": [],
    confirmed: ["assign", "cancel"],
    assigned: ["assign", "unassign", "depart", "cancel"],
    "en-route": ["assign", "unassign", "arrive", "cancel"],
    arrived: ["board", "mark-no-show", "cancel"],
    "on-board": ["complete"],
    completed: [],
    cancelled: [],
    "no-show": [],
    expired: [],
    lapsed: [],
  });
});

Deno.test("the board has words for these problems", () => {
  assert.deepEqual([...ACTION_PROBLEMS].sort(), [
    "act-unlikely",
    "booking-changed",
    "booking-not-found",
    "booking-state",
    "car-unfit",
    "driver-missing",
    "driver-not-found",
    "fee-invalid",
    "no-show-too-soon",
    "not-allowed",
    "not-signed-in",
    "offline",
    "other",
    "reason-missing",
    "token-invalid",
    "undo-overtaken",
    "undo-too-late",
    "vehicle-not-free",
  ]);
});
