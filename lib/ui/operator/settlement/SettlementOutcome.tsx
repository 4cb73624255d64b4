// What came of a form about settlements: done, or why not.
import {
  MAX_ADJUSTMENT_ORE,
  MAX_REASON_LENGTH,
  type SettlementProblem,
} from "../../../board/settlement-form.ts";
import type { SettlementOutcomeData } from "../../../board/settlements-page.ts";
import { formatMoney, formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  MAX_ADJUSTMENTS,
  MAX_SETTLED_DAYS,
  type SettlementRefusal,
} from "../../../settlement/settlement.ts";
import { formatRate } from "../../../settlement/settlement-sheet.ts";
import {
  MAX_FIXED_ORE,
  MAX_OBJECT_DAYS,
  WHOLE_BASIS_POINTS,
} from "../../../settlement/settlement-terms.ts";
import { Notice } from "../../parts/Notice.tsx";

/** Properties of SettlementOutcome. */
export interface SettlementOutcomeProps {
  outcome: SettlementOutcomeData;
  locale: Locale;
}

/** At most one of them. */
export function SettlementOutcome({ outcome, locale }: SettlementOutcomeProps) {
  const { done, refusal, problem } = outcome;
  if (refusal !== null || problem !== null) {
    return (
      <div class="action-problem" role="alert">
        {refusal !== null && <p>{refusalWords(locale, refusal)}</p>}
        {problem !== null && <p id="settlement-problem">{problemWords(locale, problem)}</p>}
      </div>
    );
  }
  const outcomes: Readonly<Record<string, string>> = textsFor(locale).settlement.done;
  const said = outcomes[done];
  if (said === undefined) return null;
  return (
    <div role="status">
      <Notice tone="ok">{said}</Notice>
    </div>
  );
}

/** Why nothing was done. */
export function refusalWords(locale: Locale, refusal: SettlementRefusal): string {
  const { refusals } = textsFor(locale).settlement;
  switch (refusal) {
    case "too-long":
      return refusals[refusal](formatNumber(locale, MAX_SETTLED_DAYS));
    case "too-many":
      return refusals[refusal](formatNumber(locale, MAX_ADJUSTMENTS));
    default:
      return refusals[refusal];
  }
}

function problemWords(locale: Locale, problem: SettlementProblem): string {
  const { problems } = textsFor(locale).settlement;
  switch (problem) {
    case "rate":
      return problems[problem](formatRate(locale, 1_250), formatRate(locale, WHOLE_BASIS_POINTS));
    case "reason":
      return problems[problem](formatNumber(locale, MAX_REASON_LENGTH));
    case "fee":
      return problems[problem](formatMoney(locale, MAX_FIXED_ORE));
    case "agreement":
      return problems[problem](formatNumber(locale, MAX_OBJECT_DAYS));
    case "amount":
      return problems[problem](formatMoney(locale, MAX_ADJUSTMENT_ORE));
    default:
      return problems[problem];
  }
}
