// One trip of the plan: whether it is in, its car and why, what will happen, and the way to another car.
import { driverName, givenName, vehicleName } from "../../../board/day.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import { formatTime } from "../../../i18n/format.ts";
import { Said } from "../../parts/Said.tsx";
import { TripName } from "../day/TripName.tsx";
import type { Look } from "../frame/look.ts";
import { CarChoiceView } from "./CarChoiceView.tsx";
import { Tick, tripSaid } from "./PickBox.tsx";
import {
  isGoing,
  lacksReason,
  type OpenPlan,
  type PlanRow,
  type RowState,
  rowState,
} from "./plan.ts";

/** What the row shows. */
export interface PlanRowProps {
  look: Look;
  plan: OpenPlan;
  row: PlanRow;
}

/** The row. */
export function PlanRowView({ look, plan, row }: PlanRowProps) {
  const { trip } = row;
  const words = look.texts.bulk.plan;
  const name = tripSaid(look, trip);
  const state = rowState(row);
  const canChoose = state !== "booking-state" && state !== "gone";
  const isOpen = plan.choice?.id === trip.id;
  const isFirst = plan.phase === "first";
  return (
    <li class="plan-row" data-state={isFirst ? undefined : state} id={`plan-${trip.id}`}>
      <button
        type="button"
        role="checkbox"
        class="pick plan-stop"
        aria-checked={isGoing(row)}
        aria-disabled={row.car === null || row.refusal !== null}
        aria-label={words.isIn(name)}
        data-plan-in={trip.id}
      >
        <Tick />
      </button>
      <span class="plan-time">{formatTime(look.locale, trip.wallTime)}</span>
      <span class="plan-trip">
        <TripName look={look} booking={trip} />
      </span>
      {isFirst ? <span class="plan-car bone bone-line" /> : (
        <>
          <RowCar {...{ look, row }} />
          <span class="plan-why">{whyOf(look, row)}</span>
          <span class="plan-state" data-state={state}>
            <StateShape state={state} /> {words.states[state]}
          </span>
          <span class="plan-act">
            {canChoose && (
              <button
                type="button"
                class="button"
                data-plan-choose={trip.id}
                aria-expanded={isOpen}
              >
                {words.choose} <span class="visually-hidden">{words.chooseFor(name)}</span>
              </button>
            )}
          </span>
        </>
      )}
      {state === "with-reason" && <ReasonField {...{ look, plan, row }} />}
      {isOpen && plan.choice !== null && (
        <CarChoiceView {...{ look, row }} cars={plan.choice.cars} />
      )}
    </li>
  );
}

function RowCar(
  { look, row: { car, trip, refusal, isFixed } }: Pick<PlanRowProps, "look" | "row">,
) {
  const words = look.texts.bulk.plan;
  if (refusal === "has-driver" && trip.driverId !== null) {
    return (
      <CarName
        car={vehicleName(look.fleet, trip.vehicleId)}
        driver={driverName(look.fleet, trip.driverId)}
      />
    );
  }
  if (car === null) return <span class="plan-car plan-nobody">{words.nobody}</span>;
  return (
    <CarName car={car.vehicleName} driver={car.driverName} note={isFixed ? words.byHand : ""} />
  );
}

/** `Bil 34 · Elin`. */
export function CarName(
  { car, driver, note = "" }: { car: string; driver: string; note?: string },
) {
  return (
    <span class="plan-car">
      <Said>{car}</Said>
      {driver !== "" && (
        <>
          {" "}· <Said>{givenName(driver)}</Said>
        </>
      )}
      {note !== "" && <span class="plan-note">{note}</span>}
    </span>
  );
}

function whyOf({ texts }: Look, row: PlanRow): string {
  const { why, changed } = texts.bulk.plan;
  const { car, refusal, trip, isChanged } = row;
  const because = refusal === "no-car" || refusal === "gone"
    ? why[refusal]
    : refusal === "booking-state"
    ? texts.status[trip.status]
    : car === null
    ? ""
    : car.faults.length > 0
    ? car.warning
    : car.sentence;
  return [isChanged ? changed : "", because].filter((part) => part !== "").join(" · ");
}

/** A state has a shape, a word and a colour. */
function StateShape({ state }: { state: RowState }) {
  const shape = state === "goes"
    ? "m3 8.5 3.5 3.5L13 4.5"
    : state === "with-reason"
    ? "M8 2.5 14.5 13.5h-13Z"
    : state === "left-out" || state === "has-driver" || state === "booking-state"
    ? "M3 8h10"
    : "m4 4 8 8m0-8-8 8";
  return (
    <svg class="plan-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}

function ReasonField({ look, plan, row }: PlanRowProps) {
  const words = look.texts.bulk.plan;
  const isMissing = plan.isAsked && lacksReason(row);
  const problem = `plan-reason-${row.trip.id}`;
  return (
    <div class="plan-reason">
      <label class="action-field">
        <span>{words.reason}</span>
        <input
          name="override"
          dir="auto"
          value={row.reason}
          maxLength={MAX_REASON_LENGTH}
          autocomplete="off"
          aria-invalid={isMissing}
          aria-describedby={isMissing ? problem : undefined}
          data-plan-reason={row.trip.id}
        />
      </label>
      {isMissing && (
        <p class="plan-problem" id={problem}>{words.reasonMissing(MAX_REASON_LENGTH)}</p>
      )}
    </div>
  );
}
