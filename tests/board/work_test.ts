import assert from "node:assert/strict";
import { boardWork } from "../../lib/board/work.ts";

Deno.test("each round of the boards' work renews the days", async () => {
  let renewed = 0;
  const { rounds = [] } = boardWork({ days: { renew: () => Promise.resolve(void renewed++) } });
  for (const { round } of rounds) await round();
  assert.equal(renewed, 1);
});
