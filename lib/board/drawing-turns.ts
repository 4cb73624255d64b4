// Boards are drawn one after another with room between them: drawing one holds the process for some twenty
// milliseconds, and eight that open at once would stop customers for all of theirs.
import { DomainError } from "../errors/domain-error.ts";
import { spaceOut, type SpacingOptions } from "../resilience/spacing.ts";

/** Least milliseconds between the drawings of two boards: a booking takes half of it. */
export const DRAW_EVERY_MS = 60;
/** Most milliseconds a board waits for its turn; a page that comes later is asked for again anyway. */
export const MAX_DRAW_WAIT_MS = 10_000;

/** Resolves when a board may be drawn. Throws DomainError("busy") when too many wait. */
export type DrawingTurn = () => Promise<void>;

/** The turns of one process. */
export function drawingTurns(timing: Pick<SpacingOptions, "now" | "wait">): DrawingTurn {
  const turn = spaceOut(() => Promise.resolve(true), {
    ...{ everyMs: DRAW_EVERY_MS, maxWaitMs: MAX_DRAW_WAIT_MS, ...timing },
  });
  return async () => {
    if (await turn() === undefined) throw new DomainError("busy");
  };
}
