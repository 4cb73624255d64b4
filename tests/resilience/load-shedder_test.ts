// Who is told to come back when there is too much to do, and in which order.
import assert from "node:assert/strict";
import {
  type CommitQueue,
  LoadShedder,
  PRIORITIES,
  type Priority,
} from "../../lib/resilience/load-shedder.ts";
import { FEEL_EVERY_MS } from "../../lib/resilience/queue-limit.ts";
import { fc } from "../support/property.ts";

/** A shedder under a clock, a disk and an event loop one can turn. */
function aShedder({ isOn = true } = {}) {
  const clock = { ms: 0 };
  const commits: CommitQueue = { count: 0, waitMs: 0 };
  let later: (() => void)[] = [];
  const shedder = new LoadShedder({
    ...{ isOn, commits: () => commits, now: () => clock.ms },
    nextTurn: (then) => void later.push(then),
  });
  const turn = () => {
    const due = later;
    later = [];
    for (const then of due) then();
  };
  /** The loop comes round `times` times, each `lateMs` later than it should. */
  const pass = (lateMs: number, times = 4) => {
    for (let i = 0; i < times; i++) {
      clock.ms += FEEL_EVERY_MS + lateMs;
      shedder.feel();
      turn();
    }
  };
  pass(0, 1);
  return { shedder, clock, commits, turn, pass };
}

/** How many of a kind come in before one is turned away; `most` when nobody is. They stay. */
function fill(shedder: LoadShedder, priority: Priority, { writes = false, most = 100 } = {}) {
  let count = 0;
  while (count < most && shedder.enter({ priority, writes })) count++;
  return count;
}

/** After a rush long enough to leave room for the fewest. */
function inRush() {
  const test = aShedder();
  fill(test.shedder, "book", { most: 60 });
  test.pass(100, 60);
  for (let i = 0; i < 60; i++) test.shedder.leave({ priority: "book", writes: false });
  test.turn();
  assert.equal(test.shedder.state().underWay, 0);
  return test;
}

Deno.test("a calm process admits everybody, as does one that nobody feels and one that is off", () => {
  const calm = aShedder();
  calm.pass(5, 400);
  const unfelt = new LoadShedder({ isOn: true, commits: () => ({ count: 900, waitMs: 9_000 }) });
  const off = aShedder({ isOn: false });
  fill(off.shedder, "rest");
  off.pass(500, 400);
  for (const shedder of [calm.shedder, unfelt, off.shedder]) {
    for (const priority of PRIORITIES) {
      assert.equal(fill(shedder, priority, { writes: true }), 100, priority);
    }
  }
});

Deno.test("in a rush each has its room: the rest is turned away first, who books last", () => {
  const { shedder } = inRush();
  const seen = PRIORITIES.toReversed().map((priority) => [priority, fill(shedder, priority)]);
  assert.deepEqual(seen, [["rest", 2], ["search", 1], ["quote", 2], ["book", 1]]);
});

Deno.test("who is above never waits for who is below: alone each has more room", () => {
  const rooms = PRIORITIES.map((priority) => fill(inRush().shedder, priority));
  assert.deepEqual(rooms, [6, 5, 3, 2]);
});

Deno.test("whatever happened, a higher one comes in where a lower one does", () => {
  const step = fc.oneof(
    fc.record({ lateMs: fc.integer({ min: 0, max: 90 }), times: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ count: fc.integer({ min: 0, max: 60 }), waitMs: fc.integer({ min: 0, max: 90 }) }),
    fc.record({
      priority: fc.constantFrom(...PRIORITIES),
      writes: fc.boolean(),
      coming: fc.integer({ min: 1, max: 30 }),
      leaving: fc.integer({ min: 0, max: 60 }),
    }),
  );
  const steps = fc.array(step, { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(steps, fc.boolean(), (all, writes) => {
      const { shedder, commits, pass, turn } = aShedder();
      for (const one of all) {
        if ("lateMs" in one) pass(one.lateMs, one.times);
        else if ("count" in one) Object.assign(commits, one);
        else {
          const here = Math.min(one.leaving, shedder.state().underWay);
          for (let i = 0; i < here; i++) shedder.leave(one);
          turn();
          for (let i = 0; i < one.coming; i++) shedder.enter(one);
        }
      }
      const admitted = PRIORITIES.map((priority) => {
        const isIn = shedder.enter({ priority, writes });
        if (isIn) shedder.leave({ priority, writes });
        turn();
        return isIn;
      });
      assert.deepEqual(admitted, admitted.toSorted((a, b) => Number(b) - Number(a)));
    }),
    { numRuns: 1_000 },
  );
});

Deno.test("who watches and who runs the day always comes in, and takes no room", () => {
  const { shedder } = inRush();
  for (let i = 0; i < 1_000; i++) {
    assert.equal(shedder.enter({ priority: null, writes: true }), true);
  }
  assert.equal(shedder.state().underWay, 0);
  shedder.leave({ priority: null, writes: true });
  assert.equal(fill(shedder, "book"), 6);
});

Deno.test("an answer that is given at once keeps its room until the loop has come round", () => {
  const { shedder, turn } = inRush();
  for (let i = 0; i < 6; i++) {
    assert.equal(shedder.enter({ priority: "book", writes: false }), true);
    shedder.leave({ priority: "book", writes: false });
  }
  assert.equal(shedder.enter({ priority: "book", writes: false }), false);
  turn();
  assert.equal(fill(shedder, "book"), 6);
});

Deno.test("in a calm process whoever is answered leaves at once, and no timer is set for them", () => {
  let timers = 0;
  const commits = () => ({ count: 0, waitMs: 0 });
  const shedder = new LoadShedder({ isOn: true, commits, nextTurn: () => void timers++ });
  assert.equal(fill(shedder, "book"), 100);
  for (let i = 0; i < 100; i++) shedder.leave({ priority: "book", writes: true });
  assert.deepEqual([shedder.state().underWay, timers], [0, 0]);
});

Deno.test("one that waits for its commit leaves the processor to others", () => {
  const { shedder, commits } = inRush();
  assert.equal(fill(shedder, "book"), 6);
  commits.count = 3;
  assert.equal(fill(shedder, "book"), 3);
});

Deno.test("a slow disk turns away who writes, in their order, and nobody who reads", () => {
  const { shedder, commits, pass } = aShedder();
  Object.assign(commits, { count: 60, waitMs: 400 });
  pass(0, 60);
  commits.count = 5;
  const comesIn = (priority: Priority, writes: boolean) =>
    fill(shedder, priority, { writes, most: 1 });
  assert.deepEqual(PRIORITIES.map((each) => comesIn(each, true)), [1, 0, 0, 0]);
  assert.deepEqual(PRIORITIES.map((each) => comesIn(each, false)), [1, 1, 1, 1]);
  commits.count = 6;
  assert.equal(comesIn("book", true), 0);
});

Deno.test("while commits wait, a loop that is somewhat late is late enough", () => {
  const limits = [0, 400].map((waitMs) => {
    const { shedder, commits, pass } = aShedder();
    fill(shedder, "book", { most: 60 });
    Object.assign(commits, { count: 20, waitMs });
    pass(4, 60);
    return shedder.state().isRush && shedder.enter({ priority: "book", writes: false }) === false;
  });
  assert.deepEqual(limits, [false, true]);
});

Deno.test("calm is felt within four seconds, and everybody comes in again", () => {
  const { shedder, pass } = inRush();
  pass(0, 160);
  assert.equal(shedder.state().isRush, false);
  assert.equal(fill(shedder, "rest"), 100);
});

Deno.test("those who are turned away are counted by what they came for", () => {
  const { shedder } = inRush();
  fill(shedder, "book");
  for (const priority of [...PRIORITIES, "rest" as const]) {
    shedder.enter({ priority, writes: false });
  }
  assert.deepEqual(shedder.state().shed, { book: 2, quote: 1, search: 1, rest: 2 });
});

Deno.test("who waits for a hash takes nobody's room: those who book come in beside any number who sign in", () => {
  const { shedder } = inRush();
  const room = fill(shedder, "book");
  for (let i = 0; i < room; i++) shedder.leave({ priority: "book", writes: false });
  const fresh = inRush();
  let hashing = 0;
  fresh.shedder.leaveOut(() => hashing);
  for (let i = 0; i < 20; i++) {
    assert.equal(fresh.shedder.enter({ priority: "book", writes: false }), true);
    hashing++;
  }
  assert.equal(fill(fresh.shedder, "book"), room);
});
