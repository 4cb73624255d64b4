import assert from "node:assert/strict";
import { spaceOut } from "../../lib/resilience/spacing.ts";

/** A service whose clock only moves when somebody waits; notes when each question was asked. */
function aPacedService(maxWaitMs: number) {
  const state = { time: 0, asked: [] as [string, number][], waiting: [] as (() => void)[] };
  const ask = spaceOut((question: string) => {
    state.asked.push([question, state.time]);
    return Promise.resolve(question.toUpperCase());
  }, {
    everyMs: 1_000,
    maxWaitMs,
    now: () => state.time,
    wait: (ms) => {
      const due = state.time + ms;
      return new Promise((resolve) =>
        state.waiting.push(() => {
          state.time = Math.max(state.time, due);
          resolve();
        })
      );
    },
  });
  const turn = () => state.waiting.splice(0).forEach((go) => go());
  return Object.assign(state, { ask, turn });
}

Deno.test("spaceOut() asks at once, and the next no sooner than its turn", async () => {
  const service = aPacedService(2_000);
  assert.equal(await service.ask("a"), "A");
  const [second, third] = [service.ask("b"), service.ask("c")];
  assert.deepEqual(service.asked, [["a", 0]]);
  service.turn();
  assert.deepEqual(await Promise.all([second, third]), ["B", "C"]);
  assert.equal(service.asked.length, 3);
  service.time = 10_000;
  assert.equal(await service.ask("d"), "D");
  assert.deepEqual(service.asked.at(-1), ["d", 10_000]);
});

Deno.test("spaceOut() sends away at once who would wait too long, and takes the next who need not", async () => {
  const service = aPacedService(1_000);
  await service.ask("a");
  const second = service.ask("b");
  assert.equal(await service.ask("c"), undefined);
  service.turn();
  assert.equal(await second, "B");
  service.time = 2_000;
  assert.equal(await service.ask("d"), "D");
  assert.deepEqual(service.asked.map(([question]) => question), ["a", "b", "d"]);
});
