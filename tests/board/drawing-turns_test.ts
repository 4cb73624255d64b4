import assert from "node:assert/strict";
import {
  DRAW_EVERY_MS,
  drawingTurns,
  MAX_WAITING,
  REST_TIMES,
} from "../../lib/board/drawing-turns.ts";
import { refusal } from "../support/refusal.ts";

Deno.test("boards that open at once are drawn one after another, the first at once", async () => {
  const stage = new Stage();
  const turn = drawingTurns(stage);
  const drawnAt: number[] = [];
  for (let board = 0; board < 4; board++) void turn().then(() => drawnAt.push(stage.nowMs));
  await stage.play();
  assert.deepEqual(drawnAt, [0, 1, 2, 3].map((board) => board * DRAW_EVERY_MS));
});

Deno.test("after a drawing that held the process long the next one waits longer", async () => {
  const stage = new Stage();
  const turn = drawingTurns(stage);
  const drawnAt: number[] = [];
  for (let board = 0; board < 2; board++) {
    void turn().then(() => {
      drawnAt.push(stage.nowMs);
      // In one piece: no timer comes in between.
      stage.nowMs += 100;
    });
  }
  await stage.play();
  assert.deepEqual(drawnAt, [0, 100 + 100 * REST_TIMES]);
});

Deno.test("a board that would wait too long is told so, and none is once the others are drawn", async () => {
  const stage = new Stage();
  const turn = drawingTurns(stage);
  let drawn = 0;
  for (let board = 0; board < MAX_WAITING; board++) void turn().then(() => drawn++);
  await refusal(turn(), "busy");
  await stage.play();
  void turn().then(() => drawn++);
  await stage.play();
  assert.equal(drawn, MAX_WAITING + 1);
});

/** Turns of the loop in which whoever was woken goes on. */
const TURNS = 20;

/** A clock and timers that go on only when they are played. */
class Stage {
  nowMs = 0;
  #timers: { atMs: number; end: () => void }[] = [];

  now = () => this.nowMs;
  wait = (ms: number) =>
    new Promise<void>((end) => void this.#timers.push({ atMs: this.nowMs + ms, end }));

  /** Until nobody waits any more. */
  async play(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
      const next = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) return;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.end();
    }
  }
}
