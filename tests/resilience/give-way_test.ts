import assert from "node:assert/strict";
import { givingWay } from "../../lib/resilience/give-way.ts";

Deno.test("between two pieces others have as long as the last one took, and what was slow does not make it slower", async () => {
  let nowMs = 0;
  const waited: number[] = [];
  const wait = (ms: number) => {
    waited.push(ms);
    nowMs += ms;
    return Promise.resolve();
  };
  const giveWay = givingWay({ now: () => nowMs, wait });
  for (const tookMs of [3, 7, 500]) {
    nowMs += tookMs;
    await giveWay();
  }
  assert.deepEqual(waited, [3, 7, 20]);
});
