// What came of a form about fees: done, or why not.
import type { FeeProblem } from "../../../board/fee-form.ts";
import type { FeeRefusal } from "../../../fees/fee-draft.ts";
import { MAX_FEE_ORE, MAX_WAIT_MINUTES, MAX_WITHIN_MINUTES } from "../../../fees/fee-matrix.ts";
import { formatMoney, formatNumber } from "../../../i18n/format.ts";
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
        {problem !== null && <p id="fee-problem">{problemWords(locale, problem)}</p>}
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

function problemWords(locale: Locale, problem: FeeProblem): string {
  const { problems } = textsFor(locale).fees;
  switch (problem) {
    case "withinMinutes":
      return problems[problem](formatNumber(locale, MAX_WITHIN_MINUTES));
    case "waitMinutes":
      return problems[problem](formatNumber(locale, MAX_WAIT_MINUTES));
    case "amount":
      return problems[problem](formatMoney(locale, MAX_FEE_ORE));
    default:
      return problems[problem];
  }
}
