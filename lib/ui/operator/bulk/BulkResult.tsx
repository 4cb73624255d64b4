// What became of each trip that was to be given a car, and of those that were not sent.
import { vehicleName } from "../../../board/day.ts";
import type { BookingId } from "../../../booking/booking.ts";
import { formatTime } from "../../../i18n/format.ts";
import { missedWords } from "../acts/missed.ts";
import { driverName } from "../../../board/day.ts";
import { TripName } from "../day/TripName.tsx";
import type { Look } from "../frame/look.ts";
import { problemText } from "../pane/problem-text.ts";
import { PlanColumns, PlanTitle } from "./BulkPlan.tsx";
import { tripSaid } from "./PickBox.tsx";
import type { Plan, ResultRow } from "./plan.ts";
import { CarName } from "./PlanRowView.tsx";
import { type ResultState, resultState } from "./result.ts";
import type { SelectedTrips } from "./selection.ts";

/** What the outcome shows. */
export interface BulkResultProps {
  look: Look;
  plan: Extract<Plan, { kind: "done" }>;
  /** Every trip the board knows of, as it is now. */
  known: SelectedTrips;
  nowMs: number;
  /** Addresses of trips in the list as it is arranged. */
  hrefs: (id: BookingId) => string;
}

/** The outcome. */
export function BulkResult({ look, plan, known, nowMs, hrefs }: BulkResultProps) {
  const words = look.texts.bulk.result;
  const sent = plan.results.filter(({ outcome }) => outcome !== null);
  const done = sent.filter(({ outcome }) => outcome?.ok).length;
  const notDone = sent.length - done;
  return (
    <section class="plan" aria-labelledby="plan-title" data-done>
      <header class="plan-head">
        <div>
          <PlanTitle>{words.title(done, sent.length)}</PlanTitle>
          <p class="plan-lead">
            {notDone === 0 ? words.allDone : words.notDone(notDone)} {words.rest}
          </p>
        </div>
        <div class="plan-acts">
          <button type="button" class="button primary" data-plan-close>
            {words.toDay} <kbd aria-hidden="true">Esc</kbd>
          </button>
        </div>
      </header>
      <PlanColumns look={look} last="outcome" />
      <ul class="plan-rows">
        {plan.results.map((result) => (
          <ResultRowView
            key={result.row.trip.id}
            {...{ look, result, nowMs, hrefs }}
            state={resultState(result, known)}
          />
        ))}
      </ul>
    </section>
  );
}

function ResultRowView({ look, result, state, nowMs, hrefs }: {
  look: Look;
  result: ResultRow;
  state: ResultState;
  nowMs: number;
  hrefs: BulkResultProps["hrefs"];
}) {
  const { texts, locale } = look;
  const { row: { trip, car } } = result;
  return (
    <li class="plan-row" data-state={state.kind} id={`plan-${trip.id}`}>
      <span class="plan-time">{formatTime(locale, trip.wallTime)}</span>
      <span class="plan-trip">
        <TripName look={look} booking={trip} />
      </span>
      <NowCar {...{ look, state }} />
      <span class="plan-why">{state.kind === "assigned" ? car?.sentence : ""}</span>
      <span class="plan-state" data-state={state.kind}>
        <OutcomeShape kind={state.kind} /> {outcomeWords(look, result, state, nowMs)}
      </span>
      <span class="plan-act">
        {state.kind !== "assigned" && (
          <a
            class="button plan-stop"
            href={hrefs(trip.id)}
            data-booking={trip.id}
            aria-label={`${texts.bulk.result.open} ${tripSaid(look, trip)}`}
          >
            {texts.bulk.result.open}
          </a>
        )}
      </span>
    </li>
  );
}

function NowCar({ look, state }: { look: Look; state: ResultState }) {
  const { vehicleId, driverId } = state.now;
  if (driverId === null) {
    return <span class="plan-car plan-nobody">{look.texts.bulk.plan.nobody}</span>;
  }
  return (
    <CarName car={vehicleName(look.fleet, vehicleId)} driver={driverName(look.fleet, driverId)} />
  );
}

/** `Karin gav resan till Bil 26 för 20 s sedan.`, where that is why. */
function outcomeWords(
  look: Look,
  { outcome }: ResultRow,
  state: ResultState,
  nowMs: number,
): string {
  const { result, plan } = look.texts.bulk;
  switch (state.kind) {
    case "assigned":
      return result.assigned;
    case "undone":
      return result.undone;
    case "changed":
      return result.changedSince;
    case "refused": {
      if (outcome === null || outcome.ok) return "";
      const { since, problem } = outcome;
      return since.length > 0 ? missedWords(look, since, nowMs) : problemText(look.texts, problem);
    }
    case "not-sent":
      return state.why === "goes" || state.why === "with-reason"
        ? result.notSent
        : plan.states[state.why];
  }
}

function OutcomeShape({ kind }: { kind: ResultState["kind"] }) {
  const shape = kind === "assigned"
    ? "m3 8.5 3.5 3.5L13 4.5"
    : kind === "refused"
    ? "M8 2.5 14.5 13.5h-13Z"
    : "M3 8h10";
  return (
    <svg class="plan-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}
