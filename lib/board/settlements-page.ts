// The pages of settlements: who is settled with, what is agreed and written with one of them, and one settlement.
import type { OperatorSession } from "../accounts/session.ts";
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import {
  type Company,
  HOUSE,
  legalEntities,
  type LegalEntity,
} from "../bookkeeping/legal-entity.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type ReckonDeps, reckonSettlement } from "../settlement/reckon-settlement.ts";
import type { PayeeAccount } from "../settlement/payee-account.ts";
import {
  type Adjustment,
  type Settlement,
  type SettlementContent,
  type SettlementRefusal,
  type SettlementState,
} from "../settlement/settlement.ts";
import type { SettlementStore } from "../settlement/settlement-store.ts";
import { lastEndOf, type TermsEdition, termsOn } from "../settlement/settlement-terms.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";
import type { SettlementProblem } from "./settlement-form.ts";

/** Before and behind every day there is. */
const FIRST_DAY = "2020-01-01";
const LAST_DAY = "2099-12-30";

/** What the pages need. */
export interface SettlementsPageDeps extends FramedDeps, ReckonDeps {
  ledger: LedgerStore;
  company: Company;
  fleet: Pick<FleetStore, "all">;
  settlements: SettlementStore;
}

/** One holder on the list. */
export interface SettledHolder {
  holder: LegalEntity;
  state: SettlementState;
  hasTerms: boolean;
  closedThrough: string;
}

/** The list. */
export interface SettlementsData extends Framed {
  holders: readonly SettledHolder[];
}

/** What came of a form. */
export interface SettlementOutcomeData {
  problem: SettlementProblem | null;
  refusal: SettlementRefusal | null;
  done: string;
}

/** One holder on the page. */
export interface HolderSettlementData extends Framed, SettledHolder, SettlementOutcomeData {
  today: string;
  editions: readonly TermsEdition[];
  account: PayeeAccount;
  /** Of days that are not settled. */
  adjustments: readonly Adjustment[];
  /** The newest first. */
  settlements: readonly Settlement[];
  /** The last day of the settlement that is reckoned, "" when nothing was asked. */
  until: string;
  reckoned: SettlementContent | SettlementRefusal | null;
  /** Id of whoever looks: nobody approves what they wrote. */
  personId: string;
  mayAct: boolean;
  /** What was typed into a form. */
  values: ReadonlyMap<string, string>;
}

/** One settlement on the page. */
export interface SettlementData extends Framed, SettlementOutcomeData {
  holder: LegalEntity;
  settlement: Settlement;
  personId: string;
  mayAct: boolean;
}

/** Loads the list; holders are at most as many as a fleet has. */
export async function loadSettlements(
  deps: SettlementsPageDeps,
  operator: OperatorSession,
): Promise<SettlementsData> {
  const holders = await holdersOf(deps);
  const [frame, ...settled] = await Promise.all([
    framed(deps, operator),
    ...holders.map(async (holder) => {
      const editions = await deps.settlements.terms(holder.id);
      const today = localDate(deps.clock.now());
      return { ...await settledHolder(deps, holder), hasTerms: termsOn(editions, today) !== null };
    }),
  ]);
  return { ...frame, holders: settled };
}

/** Loads one holder; null for nobody with books of their own. */
export async function loadHolderSettlements(
  deps: SettlementsPageDeps,
  operator: OperatorSession,
  id: string,
  shown: Partial<Pick<HolderSettlementData, "values" | "until"> & SettlementOutcomeData> = {},
): Promise<HolderSettlementData | null> {
  const holder = (await holdersOf(deps)).find((one) => one.id === id);
  if (holder === undefined) return null;
  const today = localDate(deps.clock.now());
  const [frame, settled, editions, settlements] = await Promise.all([
    framed(deps, operator),
    settledHolder(deps, holder),
    deps.settlements.terms(holder.id),
    deps.settlements.latest(holder.id),
  ]);
  const { state } = settled;
  const open = state.lockedThrough === "" ? FIRST_DAY : nextDate(state.lockedThrough, 1);
  const until = isLocalDate(shown.until ?? "") ? shown.until ?? "" : "";
  const terms = termsOn(editions, today);
  return {
    ...{ ...frame, ...settled, today, editions, settlements },
    hasTerms: terms !== null,
    account: await deps.settlements.account(holder.id),
    adjustments: await deps.settlements.adjustments(holder.id, open, LAST_DAY),
    reckoned: until === ""
      ? null
      : await reckonSettlement(deps, { holderId: holder.id, until }, state),
    ...{ values: new Map(), problem: null, refusal: null, done: "", ...shown },
    until: until === "" && terms !== null ? lastEndOf(terms.rhythm, today) : until,
    ...actor(operator),
  };
}

/** Loads one settlement; null when there is none. */
export async function loadSettlement(
  deps: SettlementsPageDeps,
  operator: OperatorSession,
  { id, item }: { id: string; item: string },
  shown: Partial<SettlementOutcomeData> = {},
): Promise<SettlementData | null> {
  const holder = (await holdersOf(deps)).find((one) => one.id === id);
  if (holder === undefined || !/^[1-9]\d{0,5}$/.test(item)) return null;
  const [frame, settlement] = await Promise.all([
    framed(deps, operator),
    deps.settlements.get(holder.id, Number(item)),
  ]);
  if (settlement === null) return null;
  const untouched = { problem: null, refusal: null, done: "" };
  return { ...frame, holder, settlement, ...actor(operator), ...untouched, ...shown };
}

function actor({ personId, rights }: OperatorSession): { personId: string; mayAct: boolean } {
  return { personId, mayAct: rights.includes("close-books") };
}

async function holdersOf(
  { company, fleet }: Pick<SettlementsPageDeps, "company" | "fleet">,
): Promise<LegalEntity[]> {
  return legalEntities(company, await fleet.all()).filter(({ id }) => id !== HOUSE);
}

async function settledHolder(
  { settlements, ledger }: Pick<SettlementsPageDeps, "settlements" | "ledger">,
  holder: LegalEntity,
): Promise<Omit<SettledHolder, "hasTerms">> {
  const [state, closedThrough] = await Promise.all([
    settlements.state(holder.id),
    ledger.closedThrough(holder.id),
  ]);
  return { holder, state, closedThrough };
}
