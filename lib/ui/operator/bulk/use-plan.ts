// The plan of an open board: reads it, reads it anew when something of it changed, and has the cars given.
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import type { LiveAct } from "../acts/use-last-act.ts";
import type { CandidateView } from "../pane/candidate-view.ts";
import {
  fetchPlan,
  fetchPlanCars,
  type Outcome,
  sendAssignments,
  type WantedCar,
} from "./bulk-api.ts";
import {
  askedRows,
  goingRows,
  lacksReason,
  nextPlan,
  NO_PLAN,
  type OpenPlan,
  type Plan,
  type PlanHappening,
  wishesOf,
} from "./plan.ts";
import type { SelectedTrips } from "./selection.ts";

/** The plan and what can be done with it. */
export interface LivePlan {
  plan: Plan;
  open(trips: readonly BookingSummary[]): void;
  close(): void;
  /** Reads it again after nobody answered. */
  again(): void;
  leave(id: BookingId, isIn: boolean): void;
  /** Shows the cars for a trip, null for none. */
  choose(id: BookingId | null): void;
  give(id: BookingId, car: CandidateView): void;
  reason(id: BookingId, reason: string): void;
  confirm(): void;
}

/** What the plan is carried out with. */
export interface PlanPorts {
  formToken: string;
  /** Every trip the board knows of, as it is now. */
  known: SelectedTrips;
  did: LiveAct["did"];
}

/** Starts with no plan. */
export function usePlan({ formToken, known, did }: PlanPorts): LivePlan {
  const [plan, happen] = useReducer(nextPlan, NO_PLAN);
  usePlanReading(plan, happen, formToken);
  useLiveTrips(plan, happen, known);
  const press = useRef({ asked: "", key: "" });
  const confirm = async () => {
    if (plan.kind !== "open" || plan.phase !== "ready") return;
    const rows = goingRows(plan);
    if (rows.length === 0) return;
    if (rows.some(lacksReason)) return happen({ type: "asked" });
    const wanted = wantedOf(plan);
    const asked = JSON.stringify(wanted);
    // The same press again after no answer has the same key: what was done by the first is not done twice.
    if (press.current.asked !== asked) press.current = { asked, key: crypto.randomUUID() };
    happen({ type: "sent" });
    const sentMs = Date.now();
    const outcomes = await sendAssignments(wanted, press.current.key, formToken);
    happen({ type: "answered", outcomes });
    if (outcomes !== null) remember(plan, outcomes, sentMs, did);
  };
  return {
    plan,
    open: (trips) => happen({ type: "opened", trips }),
    close: () => happen({ type: "closed" }),
    again: () => happen({ type: "reread" }),
    leave: (id, isIn) => happen({ type: "left", id, isIn }),
    choose: (id) => {
      happen({ type: "choosing", id });
      if (id !== null && plan.kind === "open") void readCars(plan, id, happen, formToken);
    },
    give: (id, car) => happen({ type: "chose", id, car }),
    reason: (id, reason) => happen({ type: "reasoned", id, reason }),
    confirm: () => void confirm(),
  };
}

type Happen = (happening: PlanHappening) => void;

/** Reads the plan whenever a reading was asked for. */
function usePlanReading(plan: Plan, happen: Happen, formToken: string): void {
  const { round } = plan;
  useEffect(() => {
    if (plan.kind !== "open" || plan.phase !== "first" && plan.phase !== "reading") return;
    const rows = askedRows(plan);
    if (rows.length === 0) return happen({ type: "planned", round, answer: [] });
    const ids = rows.map(({ trip }) => trip.id);
    void fetchPlan(ids, wishesOf(rows), formToken).then((answer) =>
      happen({ type: "planned", round, answer: answer.ok ? answer.value.trips : null })
    );
  }, [round]);
}

/** A trip that changes while it is being planned is planned anew: the plan is true until it is carried out. */
function useLiveTrips(plan: Plan, happen: Happen, known: SelectedTrips): void {
  const isStale = plan.kind === "open" && plan.phase === "ready" &&
    askedRows(plan).some(({ trip, version, refusal }) =>
      refusal !== "gone" && (known.get(trip.id)?.version ?? 0) > version
    );
  useEffect(() => {
    if (isStale) happen({ type: "reread" });
  }, [isStale]);
}

async function readCars(
  plan: OpenPlan,
  id: BookingId,
  happen: Happen,
  formToken: string,
): Promise<void> {
  const answer = await fetchPlanCars(id, wishesOf(plan.rows), formToken);
  happen({ type: "candidates", id, cars: answer.ok ? answer.value.candidates : "failed" });
}

function wantedOf(plan: OpenPlan): WantedCar[] {
  return goingRows(plan).flatMap(({ trip, version, car, reason }) => {
    if (car?.driverId == null) return [];
    const override = car.faults.length > 0 ? { override: reason.trim() } : {};
    return [{
      ...{ bookingId: trip.id, expectedVersion: version, driverId: car.driverId },
      ...override,
    }];
  });
}

/** What was done can be taken back in one go. */
function remember(
  plan: OpenPlan,
  outcomes: readonly Outcome[],
  sentMs: number,
  did: LiveAct["did"],
): void {
  const acts = outcomes.flatMap((outcome) => outcome.ok ? [outcome] : []);
  const [first, ...more] = acts;
  const car = plan.rows.find(({ trip }) => trip.id === first?.bookingId)?.car;
  if (first === undefined || car == null) return;
  const { act } = first;
  did({ act, vehicleId: car.vehicleId, more: more.map((one) => one.act.id) }, sentMs);
}
