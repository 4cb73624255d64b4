// Which cars are offered for a trip, and which are named as not fit for it. Pure.
import type { CandidateView } from "./candidate-view.ts";

/** Cars offered at once: as many as keys are near, and more than anybody compares. */
export const MAX_OFFERED = 6;

/** A car that can be given at once. */
export type Offer = CandidateView & { driverId: NonNullable<CandidateView["driverId"]> };

/** The cars of a trip in two parts, each in the order of the server. */
export interface CandidateList {
  offers: readonly Offer[];
  unfit: readonly CandidateView[];
}

/** Parts them. */
export function candidateList(candidates: readonly CandidateView[]): CandidateList {
  return {
    offers: candidates.filter(isOffer).slice(0, MAX_OFFERED),
    unfit: candidates.filter(({ faults }) => faults.length > 0),
  };
}

/** True when a reason is enough to give the car all the same. */
export function canOverride({ faults, driverId }: CandidateView): boolean {
  return driverId !== null && faults.every((fault) => fault.canOverride);
}

function isOffer(candidate: CandidateView): candidate is Offer {
  return candidate.faults.length === 0 && candidate.driverId !== null;
}
