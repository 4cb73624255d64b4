// Why something was refused, in words.
import type { ActionProblem } from "../../../board/operator-action.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";

/** The sentence. */
export function problemText(
  { problems }: Pick<BoardTexts, "problems">,
  problem: ActionProblem,
): string {
  const text = problems[problem];
  return typeof text === "string" ? text : text(MAX_REASON_LENGTH);
}
