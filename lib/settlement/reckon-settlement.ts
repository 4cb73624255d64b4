// Reckons the next settlement of a holder through a day, from the books as they are.
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { type Company, HOUSE, legalEntities } from "../bookkeeping/legal-entity.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import {
  MAX_ADJUSTMENTS,
  MAX_SETTLED_DAYS,
  type SettlementContent,
  type SettlementRefusal,
  type SettlementState,
} from "./settlement.ts";
import { reckon } from "./settlement-rules.ts";
import type { SettlementStore } from "./settlement-store.ts";
import { termsOn } from "./settlement-terms.ts";

/** What reckoning needs. */
export interface ReckonDeps {
  clock: Clock;
  company: Company;
  fleet: Pick<FleetStore, "all">;
  ledger: Pick<LedgerStore, "salesBetween">;
  settlements: Pick<SettlementStore, "terms" | "adjustments">;
}

/** What the days since the last settlement come to, or why they cannot be settled. */
export async function reckonSettlement(
  deps: ReckonDeps,
  { holderId, until }: { holderId: HolderId; until: string },
  state: SettlementState,
): Promise<SettlementContent | SettlementRefusal> {
  const fleet = await deps.fleet.all();
  const entities = legalEntities(deps.company, fleet);
  if (holderId === HOUSE || !entities.some(({ id }) => id === holderId)) return "unknown-holder";
  if (state.isPending) return "pending";
  if (until >= localDate(deps.clock.now())) return "not-over";
  const editions = await deps.settlements.terms(holderId);
  const first = editions.find(({ approvedBy }) => approvedBy !== null);
  if (first === undefined) return "no-terms";
  const from = state.through === "" ? first.from : nextDate(state.through, 1);
  if (until < from) return state.through === "" ? "no-terms" : "settled";
  if (nextDate(from, MAX_SETTLED_DAYS) <= until) return "too-long";
  const adjustments = await deps.settlements.adjustments(holderId, from, until);
  if (adjustments.length > MAX_ADJUSTMENTS) return "too-many";
  const isUnagreed = adjustments.some(({ kind, date }) =>
    kind === "compensation" && termsOn(editions, date)?.selfBilling === null
  );
  if (isUnagreed) return "no-agreement";
  const classes = new Map(fleet.vehicles.map(({ id, vehicleClass }) => [id, vehicleClass]));
  return await reckon(deps.ledger.salesBetween({ entityId: holderId, from, until }), {
    ...{ from, until, editions, adjustments, carriedInOre: state.carriedOre },
    classOf: (id) => classes.get(id) ?? null,
  });
}
