// The cars for a trip, the best six by number, and those that do not fit with what speaks against them.
import type { BookingView } from "../../../board/booking-view.ts";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import { Said, said } from "../../parts/Said.tsx";
import { NeedShape } from "../day/StateMark.tsx";
import type { Look } from "../frame/look.ts";
import { ActionForm } from "./ActionForm.tsx";
import { candidateList, canOverride, type Offer } from "./candidate-list.ts";
import type { CandidateView } from "./candidate-view.ts";
import { useCandidates } from "./use-candidates.ts";

/** What the cars are drawn from. */
export interface CandidateCarsProps {
  look: Look;
  view: BookingView;
  formToken: string;
}

/** The cars; without script there are none, and a driver is chosen from the list below. */
export function CandidateCars(props: CandidateCarsProps) {
  const { look, view } = props;
  const words = look.texts.candidates;
  const [candidates, here] = useCandidates(view);
  const list = Array.isArray(candidates) ? candidateList(candidates) : null;
  return (
    <div class="candidates" ref={here}>
      <p class="visually-hidden" role="status">
        {candidates === "failed"
          ? words.failed
          : list === null
          ? ""
          : words.found(list.offers.length)}
      </p>
      {list !== null && (
        <>
          {list.offers.length === 0 && <p class="action-hint">{words.none}</p>}
          <ol class="offers">
            {list.offers.map((offer, index) => (
              <li key={offer.vehicleId}>
                <OfferForm {...props} offer={offer} number={index + 1} />
              </li>
            ))}
          </ol>
          {list.unfit.length > 0 && <Unfit {...props} unfit={list.unfit} />}
        </>
      )}
    </div>
  );
}

function OfferForm(
  { look, view, formToken, offer, number }: CandidateCarsProps & { offer: Offer; number: number },
) {
  const words = look.texts.candidates;
  return (
    <ActionForm action="assign" view={view} formToken={formToken}>
      <input type="hidden" name="driverId" value={offer.driverId} />
      <button
        type="submit"
        class="offer"
        data-offer={number}
        aria-keyshortcuts={String(number)}
      >
        <kbd aria-hidden="true">{number}</kbd>
        <span>
          <span class="visually-hidden">{words.give}</span>{" "}
          <b>
            <Said>{offer.vehicleName}</Said>
          </b>{" "}
          <Said>{offer.driverName}</Said>
        </span>
        {number === 1 && <span class="offer-best">{words.best}</span>}
        <span class="offer-why">
          {offer.sentence}
        </span>
      </button>
    </ActionForm>
  );
}

function Unfit(props: CandidateCarsProps & { unfit: readonly CandidateView[] }) {
  const { look, unfit } = props;
  return (
    <details class="unfit">
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
            {canOverride(car) && <OverrideForm {...props} car={car} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function OverrideForm({ look, view, formToken, car }: CandidateCarsProps & { car: CandidateView }) {
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
