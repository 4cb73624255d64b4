// The cars that do not fit a trip, each with what speaks against it, and where a reason is enough the way to give it.
import type { BookingView } from "../../../board/booking-view.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import { Said, said } from "../../parts/Said.tsx";
import { NeedShape } from "../day/StateMark.tsx";
import type { Look } from "../frame/look.ts";
import { ActionForm } from "./ActionForm.tsx";
import { canOverride } from "./candidate-list.ts";
import type { CandidateView } from "./candidate-view.ts";
import type { TripTime } from "./car-times.ts";
import { CarTimes, TimesInWords } from "./CarTimes.tsx";

/** What the list is drawn from. */
export interface UnfitCarsProps {
  look: Look;
  view: BookingView;
  formToken: string;
  unfit: readonly CandidateView[];
  time: TripTime;
  /** True while somebody looks for one of them. */
  isOpen: boolean;
}

/** The list. */
export function UnfitCars(props: UnfitCarsProps) {
  const { look, unfit, time, isOpen } = props;
  return (
    <details class="unfit" open={isOpen}>
      <summary>{look.texts.candidates.unfit(unfit.length)}</summary>
      <ul>
        {unfit.map((car) => (
          <li key={car.vehicleId}>
            <p>
              <b>
                <Said>{car.vehicleName}</Said>
              </b>{" "}
              <Said>{car.driverName}</Said>
              <span class="unfit-why">
                <NeedShape kind="no-driver" /> {car.warning}
              </span>
            </p>
            <CarTimes time={time} around={car.around} />
            <TimesInWords
              id={`times-${car.vehicleId}`}
              {...{ locale: look.locale, time, around: car.around }}
            />
            {canOverride(car) && <OverrideForm {...props} car={car} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function OverrideForm({ look, view, formToken, car }: UnfitCarsProps & { car: CandidateView }) {
  const words = look.texts.candidates;
  return (
    <details class="unfit-override">
      <summary>{words.override}</summary>
      <ActionForm action="assign" view={view} formToken={formToken}>
        <input type="hidden" name="driverId" value={car.driverId ?? ""} />
        <label class="action-field">
          <span>{look.texts.actions.reason}</span>
          <input
            name="override"
            dir="auto"
            required
            maxLength={MAX_REASON_LENGTH}
            autocomplete="off"
          />
        </label>
        <button type="submit" class="button">{words.giveAnyway(said(car.vehicleName))}</button>
      </ActionForm>
    </details>
  );
}
