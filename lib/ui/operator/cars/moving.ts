// A trip on its way to another car: what a car would cost, what dropping it there asks of the server. Pure.
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import type { CandidateView } from "../pane/candidate-view.ts";
import { filled, type MoveWords } from "./move-words.ts";

/** What of a candidate decides a move. */
export type MoveCandidate = Pick<CandidateView, "vehicleId" | "sentence" | "warning" | "faults">;

/** The trip that is being moved, as the page showed it. */
export interface MovingTrip {
  id: string;
  version: number;
  /** One without a driver is given one; one with a driver changes cars. */
  moves: "assign" | "move";
  label: string;
  /** The car whose row it lies in; "" when it lies among those without a driver. */
  fromCar: string;
}

/** A row of the timeline. */
export interface CarRowFacts {
  id: string;
  name: string;
  /** "" when nobody drives it. */
  driverId: string;
}

/** What is known of the cars: nothing yet, nothing at all, or each with its reasons. */
export type KnownCandidates = "loading" | "failed" | readonly MoveCandidate[];

/** What dropping on a car means. */
export interface MoveCost {
  /** `ok`: at once; `reason`: with a reason; `never`: no; `same`: nothing changes; `open`: nobody knows yet. */
  kind: "ok" | "reason" | "never" | "same" | "open";
  /** The sentence of the card. */
  title: string;
  /** What it costs, or what speaks against it; "" when there is nothing to say. */
  detail: string;
}

/** What dropping the trip on `car` means. */
export function moveCost(
  trip: MovingTrip,
  car: CarRowFacts,
  candidates: KnownCandidates,
  words: MoveWords,
): MoveCost {
  const names = { car: car.name };
  if (car.id === trip.fromCar) {
    return { kind: "same", title: filled(words.same, names), detail: "" };
  }
  const title = filled(words.drop, names);
  if (candidates === "loading") return { kind: "open", title, detail: words.loading };
  if (candidates === "failed") return { kind: "open", title, detail: words.unknown };
  const found = candidates.find(({ vehicleId }) => vehicleId === car.id);
  if (found === undefined) return { kind: "open", title, detail: "" };
  const { faults, warning, sentence } = found;
  if (faults.length === 0) return { kind: "ok", title, detail: sentence };
  if (faults.some(({ canOverride }) => !canOverride)) {
    return { kind: "never", title: car.name, detail: warning };
  }
  return { kind: "reason", title, detail: `${warning}; ${words.needsReason}` };
}

/** What is asked of the server when the trip is dropped; `override` is the reason it was given, or "". */
export function moveCommand(
  trip: MovingTrip,
  car: CarRowFacts,
  override: string,
): OperatorCommandInput {
  const reason = override === "" ? {} : { override };
  const { version: expectedVersion } = trip;
  return trip.moves === "assign"
    ? { type: "assign", expectedVersion, driverId: car.driverId, ...reason }
    : { type: "move", expectedVersion, vehicleId: car.id, ...reason };
}
