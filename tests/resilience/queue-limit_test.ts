// How many may be under way while people wait: gradually fewer, gradually more, and never because of one late tick.
import assert from "node:assert/strict";
import { LEAST_UNDER_WAY, MOST_UNDER_WAY, QueueLimit } from "../../lib/resilience/queue-limit.ts";

const BEARABLE_MS = 10;

/** Tenths of a second, each of four feelings. */
function feel(limit: QueueLimit, waitMs: number, { tenths = 1, underWay = 100 } = {}): void {
  for (let i = 0; i < 4 * tenths; i++) limit.feel(waitMs, underWay);
}

Deno.test("a calm queue holds nobody to its limit", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  feel(limit, BEARABLE_MS, { tenths: 50 });
  assert.equal(limit.isRush, false);
  assert.equal(limit.admits(10_000, 0.01, BEARABLE_MS), true);
});

Deno.test("a wait that stands leaves room for fewer step by step, down to those who do no harm", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  const seen: number[] = [];
  for (let tenth = 0; tenth < 12; tenth++) {
    feel(limit, 3 * BEARABLE_MS);
    seen.push(limit.limit);
  }
  const [first = 0, second = 0] = seen;
  assert.deepEqual([first, second].map(Math.round), [19, 15]);
  assert.deepEqual(seen, seen.toSorted((a, b) => b - a));
  assert.equal(seen.at(-1), LEAST_UNDER_WAY);
  assert.equal(limit.admits(LEAST_UNDER_WAY - 1, 1, 3 * BEARABLE_MS), true);
  assert.equal(limit.admits(LEAST_UNDER_WAY, 1, 3 * BEARABLE_MS), false);
});

Deno.test("what is under way when a rush begins is the measure, not what could be", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  feel(limit, 3 * BEARABLE_MS, { underWay: 15 });
  assert.equal(limit.limit, 12);
});

Deno.test("after a rush there is more room step by step, and all of it within four seconds", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  feel(limit, 3 * BEARABLE_MS, { tenths: 20 });
  feel(limit, 0);
  assert(limit.limit > LEAST_UNDER_WAY && limit.limit < 1.1 * LEAST_UNDER_WAY);
  assert.equal(limit.admits(MOST_UNDER_WAY, 1, 0), false, "the room is given back slowly");
  feel(limit, 0, { tenths: 39 });
  assert.equal(limit.isRush, false);
  assert.equal(limit.admits(10_000, 0.25, 0), true);
});

Deno.test("one or two late ticks of four are no rush, however late they are", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  for (let tenth = 0; tenth < 20; tenth++) {
    for (const waitMs of [0, 5_000, 0, 2_000]) limit.feel(waitMs, 100);
    assert.equal(limit.isRush, false);
  }
  for (const waitMs of [0, 30, 30, 30]) limit.feel(waitMs, 100);
  assert.equal(limit.isRush, true);
});

Deno.test("a machine that is slow by itself, with few under way, is no rush", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  feel(limit, 500, { tenths: 50, underWay: LEAST_UNDER_WAY - 1 });
  assert.equal(limit.isRush, false);
});

Deno.test("before a wait has stood, a sudden one leaves room for the usual number, and no more", () => {
  const limit = new QueueLimit(BEARABLE_MS);
  const sudden = 2 * BEARABLE_MS + 1;
  assert.equal(limit.admits(MOST_UNDER_WAY - 1, 1, sudden), true);
  assert.equal(limit.admits(MOST_UNDER_WAY, 1, sudden), false);
  assert.equal(limit.admits(MOST_UNDER_WAY, 1, sudden - 1), true);
});
