// The list of what is decided without a person (GDPR, Articles 13.2 f and 22), made of what the code records: a decision that
// is recorded stands in it, and one that is not recorded cannot.
import {
  DECISION_KINDS,
  DECISION_RULES,
  type DecisionKind,
  RECORDED_BY,
} from "../privacy/decision.ts";
import { REFUSAL_KINDS, REFUSAL_RULES, type RefusalRule } from "../security/refusal.ts";

/** One row of the list. */
export interface AutomatedDecision {
  kind: DecisionKind | RefusalRule;
  /** The file the rule stands in. */
  rule: string;
  /** What it is recorded as: events of bookings, or a row of its own. */
  recordedAs: readonly string[];
}

/** The list. */
export const AUTOMATED_DECISIONS: readonly AutomatedDecision[] = [
  ...DECISION_KINDS.map((kind) => ({
    kind,
    rule: DECISION_RULES[kind],
    recordedAs: Object.entries(RECORDED_BY).filter(([, kinds]) => kinds.includes(kind))
      .map(([event]) => event),
  })),
  ...REFUSAL_KINDS.map((kind) => ({
    ...{ kind, rule: REFUSAL_RULES[kind], recordedAs: ["refused"] },
  })),
];
