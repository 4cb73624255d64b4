import assert from "node:assert/strict";
import { ACTION_PROBLEMS } from "../../../../lib/board/operator-action.ts";
import { boardTexts } from "../../../../lib/i18n/board-texts.ts";
import { problemText } from "../../../../lib/ui/operator/pane/problem-text.ts";

Deno.test("every refusal is a whole sentence in both languages", () => {
  for (const locale of ["sv", "en"] as const) {
    for (const problem of ACTION_PROBLEMS) {
      assert.match(problemText(boardTexts(locale), problem), /^\p{Lu}.+\.$/u, problem);
    }
  }
  assert.match(problemText(boardTexts("sv"), "reason-missing"), /högst \d+ tecken/);
});
