// A car for a trip as the API gives it: codes for programs, and the sentence a dispatcher reads.
import type { Candidate, Fault, Reason } from "../../../dispatch/candidate.ts";
import { formatDistance, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** A candidate with its words. */
export interface CandidateView extends Candidate {
  /** `reserverad · fri till 17.20 · 3 km tomt`: why, always in this order. */
  sentence: string;
  /** What speaks against it, in the same order as `faults`; "" when nothing does. */
  warning: string;
}

/** The view of a candidate in a language. */
export function candidateView(locale: Locale, candidate: Candidate): CandidateView {
  const { reasons, faults, emptyMeters } = candidate;
  const words = reasons.map((reason) => reasonWords(locale, reason));
  const empty = emptyMeters === null
    ? []
    : [textsFor(locale).dispatch.empty(formatDistance(locale, emptyMeters))];
  return {
    ...candidate,
    sentence: [...words, ...empty].join(" · "),
    warning: faults.map((fault) => faultWords(locale, fault)).join(", "),
  };
}

function reasonWords(locale: Locale, reason: Reason): string {
  const { reasons } = textsFor(locale).dispatch;
  switch (reason.code) {
    case "follows":
      return reasons.follows(reason.reference, reason.minutes);
    case "free-until": {
      const at = wallTimeOf(new Date(reason.atMs).toISOString());
      return reasons["free-until"](formatTime(locale, at));
    }
    case "reserved":
    case "idle":
    case "free-all-day":
    case "higher-class":
      return reasons[reason.code];
    default:
      return unreachable(reason);
  }
}

function faultWords(locale: Locale, { code, amount }: Fault): string {
  const words = textsFor(locale).dispatch.faults[code];
  return typeof words === "string" ? words : words(amount ?? 0);
}
