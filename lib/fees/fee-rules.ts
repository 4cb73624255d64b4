// Which row of a fee matrix decides, and what it comes to. Pure.
// The most specific row wins: first by place (a zone before a town before anywhere), then one for the vehicle class,
// then one for the time of the pickup, then the one that begins nearest to the pickup. Of equals the cheaper one, so
// that two rows that nobody can tell apart never cost the customer.
import { foldLetters } from "../forms/fold-letters.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Stop } from "../places/place.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { type Fault, FAULTS, FEE_KINDS, type FeeKind } from "./fault.ts";
import type { FeeAmount, FeeEdition, FeeRow, LatenessStep } from "./fee-matrix.ts";
import { type FeeStep, type FeeTerms, SHIPPED_EDITION } from "./fee-terms.ts";

/** What a row asks of a ride. */
export interface RideForFees {
  from: Pick<Stop, "kind" | "name" | "area">;
  /** Ids of the tariff's zones the car comes to. */
  zoneIds: ReadonlySet<string>;
  vehicleClass: VehicleClass;
  /** The pickup by the clock face in Sweden, `07:30`. */
  clockTime: string;
  /** What the ride costs: it tells which of two rows is the cheaper one. */
  totalOre: number;
}

/** What happened, and how long before the pickup; below zero after it. */
export interface Misfortune {
  fault: Fault;
  kind: FeeKind;
  leftMs: number;
}

/** What of an edition is agreed for a ride. */
export function termsFor({ bookedFrom, matrix }: FeeEdition, ride: RideForFees): FeeTerms {
  const rows = matrix.rows.filter((row) => fits(row, ride));
  const steps = FAULTS.flatMap((fault) =>
    FEE_KINDS.flatMap((kind) =>
      stepsOf(rows.filter((row) => row.fault === fault && row.kind === kind), ride.totalOre)
    )
  );
  const { waitMinutes, lateness } = matrix;
  return { edition: bookedFrom, waitMinutes, steps, lateness };
}

/** What a customer pays, as pages and decisions say it. */
export interface FeeSummary {
  /** Until how many minutes before the pickup cancelling is free; null: it never is. */
  freeUntilMinutes: number | null;
  /** What cancelling costs at the pickup. */
  late: FeeAmount;
  noShow: FeeAmount;
  waitMinutes: number;
}

/** The terms in a few figures. */
export function feeSummary({ steps, waitMinutes }: FeeTerms): FeeSummary {
  const own = steps.filter(({ fault }) => fault === "customer");
  const cancelling = own.filter(({ kind }) => kind === "cancel");
  const first = cancelling.find(({ amount }) => !isNothing(amount));
  return {
    freeUntilMinutes: first === undefined ? 0 : first.withinMinutes,
    late: cancelling.at(-1)?.amount ?? NOTHING,
    noShow: own.find(({ kind }) => kind === "no-show")?.amount ?? NOTHING,
    waitMinutes,
  };
}

/** The same for a ride that nothing is special about: an edition lets cancelling it be free until some time. */
export type PlainSummary = FeeSummary & { freeUntilMinutes: number };

/** What pages of terms can say of an edition. */
export function plainSummary(edition: FeeEdition): PlainSummary {
  const summary = feeSummary(plainTerms(edition));
  return { ...summary, freeUntilMinutes: summary.freeUntilMinutes ?? 0 };
}

/** What is agreed for a ride that no town, class or hour is special for. */
export function plainTerms(edition: FeeEdition): FeeTerms {
  const { bookedFrom, matrix } = edition;
  const rows = matrix.rows.filter(({ place, vehicleClass, band }) =>
    place.kind === "any" && vehicleClass === null && band === null
  );
  const ride = { ...NOWHERE, totalOre: TYPICAL_ORE };
  return termsFor({ bookedFrom, matrix: { ...matrix, rows } }, ride);
}

/** The step that decides, or null: no row, no fee. */
export function stepAt(
  { steps }: Pick<FeeTerms, "steps">,
  { fault, kind, leftMs }: Misfortune,
): FeeStep | null {
  return steps.findLast((step) =>
    step.fault === fault && step.kind === kind && hasBegun(step.withinMinutes, leftMs)
  ) ?? null;
}

/** The fee in öre, never above the price. */
export function feeAt(terms: Pick<FeeTerms, "steps">, what: Misfortune, totalOre: number): number {
  const step = stepAt(terms, what);
  return step === null ? 0 : amountOre(step.amount, totalOre);
}

/** Whole kronor, rounded down: a rounding never costs the customer. The whole price is never rounded, nor exceeded. */
export function amountOre(amount: FeeAmount, totalOre: number): number {
  if (amount.kind === "fixed") return Math.min(amount.ore, totalOre);
  const { percent } = amount;
  return percent === 100 ? totalOre : Math.floor((totalOre * percent) / 10_000) * 100;
}

/** The step of lateness a car that came `lateMs` after the promised pickup has reached, or null. */
export function latenessAt(
  { lateness }: Pick<FeeTerms, "lateness">,
  lateMs: number,
): LatenessStep | null {
  return lateness.findLast(({ fromMinutes }) => lateMs >= fromMinutes * 60_000) ?? null;
}

/** The edition of bookings made on a local date, of those given in order of their days. */
export function editionOn(editions: readonly FeeEdition[], date: string): FeeEdition {
  return editions.findLast(({ bookedFrom }) => bookedFrom <= date) ?? SHIPPED_EDITION;
}

const NOTHING: FeeAmount = { kind: "percent", percent: 0 };

/** A price rows are compared by where no ride is meant, in öre. */
const TYPICAL_ORE = 50_000;

const NOWHERE: Omit<RideForFees, "totalOre"> = {
  from: { kind: "town", name: "", area: "" },
  zoneIds: new Set(),
  vehicleClass: "standard",
  clockTime: "12:00",
};

function isNothing(amount: FeeAmount): boolean {
  return amount.kind === "fixed" ? amount.ore === 0 : amount.percent === 0;
}

function fits({ place, vehicleClass, band }: FeeRow, ride: RideForFees): boolean {
  const isThere = place.kind === "any" ||
    (place.kind === "zone" ? ride.zoneIds.has(place.id) : isIn(place.name, ride.from));
  const isOfClass = vehicleClass === null || vehicleClass === ride.vehicleClass;
  return isThere && isOfClass && (band === null || isWithin(band, ride.clockTime));
}

/** An area says district and town, "Lindholmen, Göteborg"; a town's own name is its name. */
function isIn(city: string, { kind, name, area }: RideForFees["from"]): boolean {
  const wanted = foldLetters(city);
  const places = [...area.split(","), ...(kind === "town" ? [name] : [])];
  return places.some((one) => foldLetters(one.trim()) === wanted);
}

function isWithin({ from, until }: NonNullable<FeeRow["band"]>, time: string): boolean {
  return from < until ? from <= time && time < until : from <= time || time < until;
}

/** A step at each moment at which another row begins to decide. */
function stepsOf(rows: readonly FeeRow[], totalOre: number): FeeStep[] {
  const moments = [...new Set(rows.map(({ withinMinutes }) => withinMinutes))].toSorted(furthest);
  const steps: FeeStep[] = [];
  let former: FeeRow | null = null;
  for (const withinMinutes of moments) {
    const begun = rows.filter((row) => furthest(row.withinMinutes, withinMinutes) <= 0);
    const [winner] = begun.toSorted((a, b) => mostSpecific(a, b, totalOre));
    invariant(winner !== undefined, "A moment is that of a row");
    if (winner === former) continue;
    former = winner;
    const { fault, kind, amount } = winner;
    steps.push({ fault, kind, withinMinutes, amount });
  }
  return steps;
}

function mostSpecific(a: FeeRow, b: FeeRow, totalOre: number): number {
  return placeRank(b) - placeRank(a) ||
    Number(b.vehicleClass !== null) - Number(a.vehicleClass !== null) ||
    Number(b.band !== null) - Number(a.band !== null) ||
    furthest(b.withinMinutes, a.withinMinutes) ||
    amountOre(a.amount, totalOre) - amountOre(b.amount, totalOre);
}

function placeRank({ place }: FeeRow): number {
  return { any: 0, city: 1, zone: 2 }[place.kind];
}

/** Orders by when a row begins to count: from the beginning, then the furthest from the pickup. */
function furthest(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : b - a;
}

function hasBegun(withinMinutes: number | null, leftMs: number): boolean {
  return withinMinutes === null || leftMs < withinMinutes * 60_000;
}
