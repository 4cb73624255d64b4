// Boards are drawn one after another with room between them: drawing one holds the process for ten milliseconds and
// on a busy machine for more, and eight that open at once would stop customers for all of theirs.
import { DomainError } from "../errors/domain-error.ts";
import type { Timing } from "../resilience/give-way.ts";

/** Least milliseconds between the drawings of two boards: a booking takes half of it. */
export const DRAW_EVERY_MS = 60;
/** The process is free at least this many times as long as the last drawing held it. */
export const REST_TIMES = 2;
/** Most boards that wait for their turn: about ten seconds of them. */
export const MAX_WAITING = 160;

/** Resolves when a board may be drawn. Throws DomainError("busy") when too many wait. */
export type DrawingTurn = () => Promise<void>;

/** The turns of one process. */
export function drawingTurns(timing: Timing): DrawingTurn {
  let waiting = 0;
  let last = Promise.resolve();
  return async () => {
    if (waiting >= MAX_WAITING) throw new DomainError("busy");
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    waiting++;
    await before;
    waiting--;
    void rested(timing).then(resolve);
  };
}

/** Waits until the drawing that begins now has let go of the process, and then as long again and longer. */
async function rested({ now, wait }: Timing): Promise<void> {
  const started = now();
  await wait(0);
  const heldMs = now() - started;
  await wait(Math.max(DRAW_EVERY_MS - heldMs, heldMs * REST_TIMES));
}
