// Cars for the chosen trips, in the list's place: what would happen to each, and one press that does it.
import { useEffect, useRef } from "preact/hooks";
import { UNDO_MS } from "../../../booking/operator-act.ts";
import { formatDistance } from "../../../i18n/format.ts";
import type { Look } from "../frame/look.ts";
import { isGoing, lacksReason, type OpenPlan, type PlanRow, rowState } from "./plan.ts";
import { PlanRowView } from "./PlanRowView.tsx";

/** What the plan shows. */
export interface BulkPlanProps {
  look: Look;
  plan: OpenPlan;
}

/** The plan. */
export function BulkPlan({ look, plan }: BulkPlanProps) {
  const words = look.texts.bulk.plan;
  const { rows, phase } = plan;
  const going = rows.filter(isGoing);
  useMissingReason(plan);
  const isFirst = phase === "first";
  const title = isFirst ? words.reading(rows.length) : words.title(rows.length, going.length);
  return (
    <section class="plan" aria-labelledby="plan-title" aria-busy={isFirst || phase === "sending"}>
      <header class="plan-head">
        <div>
          <PlanTitle>{title}</PlanTitle>
          {phase === "failed"
            ? <p class="plan-problem" role="alert">{words.failed}</p>
            : !isFirst && <p class="plan-lead">{leadOf(look, plan)}</p>}
        </div>
        <PlanActs {...{ look, plan }} count={going.length} />
      </header>
      {/* What changed by itself is said once, and stands in its row for the eye. */}
      <p class="visually-hidden" role="status">
        {phase === "ready" && plan.around > 0 ? words.around(plan.around) : ""}
      </p>
      {plan.isUnsent && <p class="plan-problem" role="alert">{words.unsent}</p>}
      {phase !== "failed" && (
        <>
          <PlanColumns look={look} last="state" />
          <ul class="plan-rows">
            {rows.map((row) => <PlanRowView key={row.trip.id} {...{ look, plan, row }} />)}
          </ul>
          <p class="plan-foot">
            {plan.around > 0 && <span aria-hidden="true">{words.around(plan.around)}</span>}
            <span>{words.later(UNDO_MS / 1_000)}</span>
          </p>
        </>
      )}
    </section>
  );
}

/** The heading has the focus when it comes: the plan is heard from its beginning, and Enter carries it out. */
export function PlanTitle({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return <h2 ref={title} id="plan-title" class="plan-title" tabIndex={-1}>{children}</h2>;
}

/** The names of the columns, for the eye: each row says itself what its parts are. */
export function PlanColumns({ look, last }: { look: Look; last: "state" | "outcome" }) {
  const { columns } = look.texts.bulk.plan;
  return (
    <div class="plan-columns" aria-hidden="true">
      <span class="plan-time">{columns.time}</span>
      <span class="plan-trip">{columns.trip}</span>
      <span class="plan-car">{last === "state" ? columns.car : columns.given}</span>
      <span class="plan-why">{columns.why}</span>
      <span class="plan-state">{columns[last]}</span>
    </div>
  );
}

function PlanActs({ look, plan, count }: BulkPlanProps & { count: number }) {
  const words = look.texts.bulk.plan;
  const isSending = plan.phase === "sending";
  return (
    <div class="plan-acts">
      <button type="button" class="button" data-plan-close aria-disabled={isSending}>
        {words.cancel} <kbd aria-hidden="true">Esc</kbd>
      </button>
      {plan.phase === "failed"
        ? <button type="button" class="button primary" data-plan-again>{words.again}</button>
        : (
          <button
            type="button"
            class="button primary"
            data-plan-confirm
            aria-disabled={plan.phase !== "ready" || count === 0}
          >
            {isSending ? words.sending : words.confirm(count)} <kbd aria-hidden="true">↵</kbd>
          </button>
        )}
    </div>
  );
}

/** `Så här blir det om du tilldelar nu. 2 förblir utan bil. Tomkörning 24,1 km.` */
function leadOf({ locale, texts }: Look, { rows }: OpenPlan): string {
  const words = texts.bulk.plan;
  const count = (is: (row: PlanRow) => boolean) => rows.filter(is).length;
  const without = count((row) => ["no-car", "car-unfit"].includes(rowState(row)));
  const driven = count((row) => rowState(row) === "has-driver");
  const leftOut = count((row) => rowState(row) === "left-out");
  const meters = rows.filter(isGoing)
    .reduce((sum, { car }) => sum + (car?.emptyMeters ?? 0), 0);
  return [
    words.lead,
    without > 0 ? words.without(without) : "",
    driven > 0 ? words.driven(driven) : "",
    leftOut > 0 ? words.leftOut(leftOut) : "",
    meters > 0 ? words.empty(formatDistance(locale, meters)) : "",
  ].filter((sentence) => sentence !== "").join(" ");
}

/** Puts the focus where a reason is missing once somebody has pressed without it. */
function useMissingReason({ rows, isAsked }: Pick<OpenPlan, "rows" | "isAsked">): void {
  useEffect(() => {
    const row = isAsked ? rows.find(lacksReason) : undefined;
    if (row === undefined) return;
    document.querySelector<HTMLElement>(`[data-plan-reason="${CSS.escape(row.trip.id)}"]`)?.focus();
  }, [isAsked]);
}
