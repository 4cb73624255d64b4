// The cars for a trip: the best six by number, a field to look for another, and those that do not fit with what speaks
// against them.
import { useState } from "preact/hooks";
import type { BookingView } from "../../../board/booking-view.ts";
import { Digits, Said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import type { FoundCars } from "../live/board-api.ts";
import { ActionForm } from "./ActionForm.tsx";
import { candidateList, type Offer } from "./candidate-list.ts";
import type { TripTime } from "./car-times.ts";
import { CarTimes, TimesHead, TimesInWords } from "./CarTimes.tsx";
import { onCarKey } from "./car-keys.ts";
import type { CarsState } from "./car-wish.ts";
import { UnfitCars } from "./UnfitCars.tsx";
import { useCandidates } from "./use-candidates.ts";

/** What the cars are drawn from. */
export interface CandidateCarsProps {
  look: Look;
  view: BookingView;
  formToken: string;
}

/** The cars; without script there are none, and a driver is chosen from the list below. */
export function CandidateCars(props: CandidateCarsProps) {
  const words = props.look.texts.candidates;
  const [{ state, found }, here] = useCandidates(props.view);
  const [query, setQuery] = useState("");
  const list = found && candidateList(found.candidates, query);
  return (
    <div
      class="candidates"
      ref={here}
      role="group"
      aria-label={words.label}
      tabIndex={-1}
      data-state={state}
      onKeyDown={(event) => onCarKey(event, () => setQuery(""))}
    >
      <p class="visually-hidden" role="status">{saidOf(props, state, list?.offers.length ?? 0)}</p>
      {state === "reading" && found === null && <p class="action-hint">{words.reading}</p>}
      {state === "failed" && <p class="action-hint">{found === null ? words.failed : words.old}</p>}
      {found !== null && <CarSearch {...{ look: props.look, query, setQuery }} />}
      {found !== null && list !== null && (
        <>
          {list.offers.length > 0 && <TimesHead look={props.look} time={found} />}
          <ol class="offers">
            {list.offers.map((offer, index) => (
              <li key={offer.vehicleId}>
                <OfferForm {...props} offer={offer} number={index + 1} time={found} />
              </li>
            ))}
          </ol>
          {nothing(props, list, query)}
          {list.unfit.length > 0 && (
            <UnfitCars {...props} unfit={list.unfit} time={found} isOpen={query !== ""} />
          )}
        </>
      )}
    </div>
  );
}

type Parts = ReturnType<typeof candidateList>;

function nothing({ look }: CandidateCarsProps, { offers, unfit }: Parts, query: string) {
  const words = look.texts.candidates;
  if (offers.length > 0) return null;
  return (
    <p class="action-hint">{query !== "" && unfit.length === 0 ? words.noMatch : words.none}</p>
  );
}

/** What is said to those who hear the page. */
function saidOf(
  { look }: CandidateCarsProps,
  state: CarsState,
  count: number,
): string {
  const words = look.texts.candidates;
  if (state === "failed") return words.failed;
  return state === "read" ? words.found(count) : "";
}

function CarSearch(
  { look, query, setQuery }: { look: Look; query: string; setQuery: (query: string) => void },
) {
  return (
    <label class="car-search">
      <span class="visually-hidden">{look.texts.candidates.search}</span>
      <input
        type="search"
        data-car-search
        value={query}
        placeholder={look.texts.candidates.search}
        aria-keyshortcuts="B"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <kbd aria-hidden="true">B</kbd>
    </label>
  );
}

interface OfferProps extends CandidateCarsProps {
  offer: Offer;
  number: number;
  time: FoundCars & TripTime;
}

function OfferForm({ look, view, formToken, offer, number, time }: OfferProps) {
  const words = look.texts.candidates;
  const timesId = `times-${offer.vehicleId}`;
  return (
    <ActionForm action="assign" view={view} formToken={formToken}>
      <input type="hidden" name="driverId" value={offer.driverId} />
      <button
        type="submit"
        class="offer"
        data-offer={number}
        data-car={offer.vehicleId}
        aria-keyshortcuts={number === 1 ? "1 T" : String(number)}
        aria-describedby={timesId}
      >
        <kbd aria-hidden="true">{number}</kbd>
        <span>
          <span class="visually-hidden">{words.give}</span>{" "}
          <b>
            <Said>{offer.vehicleName}</Said>
          </b>{" "}
          <Said>{offer.driverName}</Said>{" "}
          <span class="offer-plate">
            <Digits>{offer.registration}</Digits>
          </span>
        </span>
        {number === 1 && (
          <span class="offer-best">
            {words.best} <kbd aria-hidden="true">T</kbd>
          </span>
        )}
        <span class="offer-why">
          {offer.sentence}
        </span>
        <CarTimes time={time} around={offer.around} />
      </button>
      <TimesInWords id={timesId} {...{ locale: look.locale, time, around: offer.around }} />
    </ActionForm>
  );
}
