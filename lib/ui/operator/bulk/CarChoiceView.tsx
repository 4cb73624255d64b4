// The cars one trip of the plan can have instead: those that fit, and those that need a reason.
import { useEffect, useRef } from "preact/hooks";
import { Said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { candidateList, canOverride } from "../pane/candidate-list.ts";
import type { CandidateView } from "../pane/candidate-view.ts";
import type { CarChoice, PlanRow } from "./plan.ts";

/** What the choice shows. */
export interface CarChoiceProps {
  look: Look;
  row: PlanRow;
  cars: CarChoice["cars"];
}

/** The choice, under its row. */
export function CarChoiceView({ look, row, cars }: CarChoiceProps) {
  const words = look.texts.bulk.plan;
  const list = useRef<HTMLDivElement>(null);
  // Whoever opened it is led to the first car, unless they have gone on.
  useEffect(() => {
    const { activeElement } = document;
    const isWaiting = activeElement === document.body ||
      activeElement?.closest(".plan-row") === list.current?.closest(".plan-row");
    if (isWaiting) list.current?.querySelector("button")?.focus();
  }, [cars]);
  if (cars === null || cars === "failed") {
    return (
      <p class="plan-choice" role="status">
        {cars === null ? words.chooseReading : look.texts.candidates.failed}
      </p>
    );
  }
  const { offers, unfit } = candidateList(cars);
  const withReason = unfit.filter(canOverride);
  const never = unfit.length - withReason.length;
  return (
    <div class="plan-choice" ref={list}>
      {offers.length + withReason.length === 0 && <p>{words.chooseNone}</p>}
      <CarButtons {...{ look, row }} cars={offers} />
      {withReason.length > 0 && (
        <>
          <p class="plan-choice-head">{words.withReason(withReason.length)}</p>
          <CarButtons {...{ look, row }} cars={withReason} />
        </>
      )}
      {never > 0 && <p class="plan-choice-head">{words.never(never)}</p>}
    </div>
  );
}

function CarButtons(
  { look, row, cars }: { look: Look; row: PlanRow; cars: readonly CandidateView[] },
) {
  return (
    <ul class="plan-cars">
      {cars.map((car) => (
        <li key={car.vehicleId}>
          <button
            type="button"
            class="offer"
            aria-pressed={car.vehicleId === row.car?.vehicleId}
            data-plan-give={row.trip.id}
            data-car={car.vehicleId}
          >
            <span>
              <span class="visually-hidden">{look.texts.bulk.plan.give}</span>{" "}
              <b>
                <Said>{car.vehicleName}</Said>
              </b>{" "}
              <Said>{car.driverName}</Said>
            </span>
            <span class="offer-why">{car.faults.length > 0 ? car.warning : car.sentence}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
