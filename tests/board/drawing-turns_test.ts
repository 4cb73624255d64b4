import assert from "node:assert/strict";
import { DRAW_EVERY_MS, drawingTurns, MAX_DRAW_WAIT_MS } from "../../lib/board/drawing-turns.ts";
import { refusal } from "../support/refusal.ts";

Deno.test("boards that open at once are drawn one after another, the first at once", async () => {
  const waits: number[] = [];
  const turn = drawingTurns({
    now: () => 1_000,
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  });
  await Promise.all(Array.from({ length: 4 }, () => turn()));
  assert.deepEqual(waits, [1, 2, 3].map((board) => board * DRAW_EVERY_MS));
});

Deno.test("a board that would wait too long is told so", async () => {
  const turn = drawingTurns({ now: () => 0, wait: () => Promise.resolve() });
  for (let board = 0; board <= MAX_DRAW_WAIT_MS / DRAW_EVERY_MS; board++) await turn();
  await refusal(turn(), "busy");
});
