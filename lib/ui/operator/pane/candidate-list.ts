// Which cars are offered for a trip, which are named as not fit for it, and which of them somebody looks for. Pure.
import { foldLetters } from "../../../forms/fold-letters.ts";
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

/** Parts those that are looked for: all of them, or by car, plate and driver. */
export function candidateList(candidates: readonly CandidateView[], query = ""): CandidateList {
  const wanted = candidates.filter((one) => isNamed(one, query));
  return {
    offers: wanted.filter(isOffer).slice(0, MAX_OFFERED),
    unfit: wanted.filter(({ faults }) => faults.length > 0),
  };
}

/** True when each word that was typed stands in the car's name, its plate or its driver's name. */
function isNamed(
  { vehicleName, registration, driverName }: CandidateView,
  query: string,
): boolean {
  // A plate is typed with its space and without.
  const names = [vehicleName, registration, registration.replaceAll(" ", ""), driverName];
  const folded = foldLetters(names.join("\n"));
  return foldLetters(query).split(/\s+/).every((word) => folded.includes(word));
}

/** True when a reason is enough to give the car all the same. */
export function canOverride({ faults, driverId }: CandidateView): boolean {
  return driverId !== null && faults.every((fault) => fault.canOverride);
}

function isOffer(candidate: CandidateView): candidate is Offer {
  return candidate.faults.length === 0 && candidate.driverId !== null;
}
