// Several trips at once: which are chosen, the plan for their cars, and what keys and presses do with both.
import { useEffect, useRef } from "preact/hooks";
import type { BookingId } from "../../../booking/booking.ts";
import type { LiveAct } from "../acts/use-last-act.ts";
import type { BulkClickActions } from "./bulk-clicks.ts";
import type { BulkKeyActions } from "./bulk-keys.ts";
import type { Plan } from "./plan.ts";
import { type LivePlan, usePlan } from "./use-plan.ts";
import { type LiveSelection, type SelectableList, useSelection } from "./use-selection.ts";

/** What it is done with. */
export interface BulkPorts extends SelectableList {
  formToken: string;
  did: LiveAct["did"];
  /** The booking that is open, or null. */
  chosen: BookingId | null;
}

/** The selection, the plan, and what can be done with them. */
export interface LiveBulk {
  selection: LiveSelection;
  plan: Plan;
  actions: BulkKeyActions & BulkClickActions;
}

/** Starts with nothing chosen and no plan. `leavePane` puts an open booking away: the plan takes the list's place. */
export function useBulk(ports: BulkPorts, leavePane: () => void): LiveBulk {
  const selection = useSelection(ports);
  const plan = usePlan(ports);
  const cameFrom = useRef<BookingId | null>(null);
  useFocusBack(plan.plan.kind !== "off", ports.chosen);
  return {
    selection,
    plan: plan.plan,
    actions: actionsOf(selection, plan, {
      leave: () => {
        cameFrom.current = ports.stop.stop;
        leavePane();
      },
      comeBack: () => {
        if (cameFrom.current !== null) ports.stop.returnTo(cameFrom.current);
      },
    }),
  };
}

function actionsOf(
  selection: LiveSelection,
  live: LivePlan,
  list: { leave(): void; comeBack(): void },
): LiveBulk["actions"] {
  const { plan } = live;
  const closePlan = () => {
    if (plan.kind === "off" || plan.kind === "open" && plan.phase === "sending") return;
    if (plan.kind === "open" && plan.choice !== null) return closeChoice(live, plan.choice.id);
    if (plan.kind === "done") selection.clear();
    live.close();
    list.comeBack();
  };
  return {
    isPlanOpen: plan.kind !== "off",
    hasSelection: selection.trips.length > 0,
    toggleHere: selection.toggleHere,
    extend: selection.extend,
    clearSelection: selection.clear,
    toggle: selection.toggle,
    extendTo: selection.extendTo,
    dropUnseen: selection.dropUnseen,
    openPlan: () => {
      if (selection.trips.length === 0) return;
      list.leave();
      live.open(selection.trips);
    },
    closePlan,
    confirmPlan: live.confirm,
    againPlan: live.again,
    leave: live.leave,
    choose: (id) => {
      const isOpen = plan.kind === "open" && plan.choice?.id === id;
      if (isOpen) closeChoice(live, id);
      else live.choose(id);
    },
    give: (id, vehicleId) => {
      if (plan.kind !== "open" || !Array.isArray(plan.choice?.cars)) return;
      const car = plan.choice.cars.find((one) => one.vehicleId === vehicleId);
      if (car === undefined) return;
      live.give(id, car);
      focusStop(id);
    },
    reason: live.reason,
  };
}

/** A booking that was opened from the outcome of a plan gives the focus back to its row there. */
function useFocusBack(isPlanOpen: boolean, chosen: BookingId | null): void {
  const former = useRef(chosen);
  useEffect(() => {
    const id = former.current;
    former.current = chosen;
    if (isPlanOpen && chosen === null && id !== null && document.activeElement === document.body) {
      focusStop(id);
    }
  }, [chosen]);
}

function closeChoice(live: LivePlan, id: BookingId): void {
  live.choose(null);
  focusStop(id);
}

/** What had the focus goes away with the choice: its row keeps it. */
function focusStop(id: BookingId): void {
  document.querySelector<HTMLElement>(`#plan-${CSS.escape(id)} .plan-stop`)?.focus();
}
