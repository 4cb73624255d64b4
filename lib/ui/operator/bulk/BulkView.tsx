// What several trips are shown as in the list's place: the plan for their cars, then its outcome.
import type { BookingId } from "../../../booking/booking.ts";
import type { Look } from "../frame/look.ts";
import { BulkPlan } from "./BulkPlan.tsx";
import { BulkResult } from "./BulkResult.tsx";
import type { Plan } from "./plan.ts";
import type { SelectedTrips } from "./selection.ts";
import type { LiveSelection } from "./use-selection.ts";

/** Selection and plan as the board shows them. */
export interface ShownBulk {
  selection: Pick<LiveSelection, "trips" | "ids" | "unseen" | "isFull">;
  plan: Plan;
  known: SelectedTrips;
}

/** What is shown. */
export interface BulkViewProps {
  look: Look;
  bulk: ShownBulk;
  nowMs: number;
  hrefs: (id: BookingId) => string;
}

/** The plan or its outcome. */
export function BulkView({ look, bulk, nowMs, hrefs }: BulkViewProps) {
  const { plan, known } = bulk;
  switch (plan.kind) {
    case "off":
      return null;
    case "open":
      return <BulkPlan look={look} plan={plan} />;
    case "done":
      return <BulkResult {...{ look, plan, known, nowMs, hrefs }} />;
  }
}
