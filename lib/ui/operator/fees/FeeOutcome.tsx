// What came of a form about fees: done, or why not.
import type { FeeProblem } from "../../../board/fee-form.ts";
import type { FeeRefusal } from "../../../fees/fee-draft.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Notice } from "../../parts/Notice.tsx";

/** Properties of FeeOutcome. */
export interface FeeOutcomeProps {
  done: string;
  refusal: FeeRefusal | null;
  problem: FeeProblem | null;
  locale: Locale;
}

/** At most one of them. */
export function FeeOutcome({ done, refusal, problem, locale }: FeeOutcomeProps) {
  const { fees: words } = textsFor(locale);
  const outcomes: Readonly<Record<string, string>> = words.done;
  const outcome = outcomes[done];
  if (refusal !== null || problem !== null) {
    return (
      <div class="action-problem" role="alert">
        {refusal !== null && <p>{words.refusals[refusal]}</p>}
        {problem !== null && <p id="fee-problem">{words.problems[problem]}</p>}
      </div>
    );
  }
  if (outcome === undefined) return null;
  return (
    <div role="status">
      <Notice tone="ok">{outcome}</Notice>
    </div>
  );
}
