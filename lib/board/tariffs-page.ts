// What operators see of tariffs: all of them, one in full, drafts, and what a tariff would have made of last month.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { BookingSummary } from "../booking/booking.ts";
import { holdsVehicle } from "../booking/booking-rules.ts";
import { bookingsBetween } from "../booking/bookings-between.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import { simulate, type Simulation, type SoldTrip } from "../pricing/price-simulation.ts";
import type { Tariff } from "../pricing/tariff.ts";
import type { TariffDraft } from "../pricing/tariff-draft.ts";
import type { TariffDraftStore } from "../pricing/tariff-draft-store.ts";
import { type TariffBook, tariffOn, unsoldDays } from "../pricing/tariff-rules.ts";
import type { TariffStore } from "../pricing/tariff-store.ts";
import type { SetupProblem } from "../setup/setup-plan.ts";
import type { DeadJobCount } from "./dead-jobs.ts";

/** Days of bookings a simulation looks back. */
const DAYS_BACK = 30;
/** Most bookings it prices anew, the latest: a second of work. */
export const MAX_SIMULATED = 2_000;

/** What loading needs. */
export interface TariffsPageDeps {
  db: Database;
  bookings: Pick<BookingStore, "get">;
  tariffs: Pick<TariffStore, "book" | "list" | "refresh">;
  tariffDrafts: Pick<TariffDraftStore, "list" | "get">;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What every page of tariffs has. */
export interface TariffsFramed {
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
  today: string;
  /** Version of the tariff in force, "" when none is. */
  inForce: string;
}

/** A tariff that cannot be read, and the days nobody can buy because of it; `until` null: all that follow. */
export interface UnsoldTariff {
  version: string;
  from: string;
  until: string | null;
}

/** The list. */
export interface TariffsData extends TariffsFramed {
  /** The latest first. */
  tariffs: readonly Tariff[];
  /** Those nobody can read whose days are not sold, the latest first. */
  unsold: readonly UnsoldTariff[];
  /** The newest first; those given up are not among them. */
  drafts: readonly TariffDraft[];
  /** What stands in the form of a new draft. */
  name: string;
  basedOn: string;
  problems: readonly SetupProblem[];
  done: string;
}

/** One tariff, as it was published. */
export interface TariffData extends TariffsFramed {
  tariff: Tariff;
}

/** Loads the list. */
export async function loadTariffs(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  { name = "", basedOn, problems = [], done = "" }: Partial<
    Pick<TariffsData, "name" | "basedOn" | "problems" | "done">
  > = {},
): Promise<TariffsData> {
  const [book, drafts] = await Promise.all([deps.tariffs.book(), deps.tariffDrafts.list()]);
  const { tariffs } = book;
  const framed = await tariffsFramed(deps, operator, tariffs);
  return {
    ...framed,
    ...{ name, problems, done, basedOn: basedOn ?? framed.inForce },
    tariffs: tariffs.toReversed(),
    unsold: unsoldTariffs(book, framed.today),
    drafts: drafts.filter(({ state }) => state.kind !== "discarded"),
  };
}

function unsoldTariffs(book: TariffBook, today: string): UnsoldTariff[] {
  return book.unreadable.toReversed().flatMap((one) => {
    const days = unsoldDays(book, one);
    const isOver = days === null || days.until !== null && days.until < today;
    return isOver ? [] : [{ version: one.version, ...days }];
  });
}

/** Loads one tariff; null when there is none of that version. */
export async function loadTariff(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  version: string,
): Promise<TariffData | null> {
  const tariffs = await deps.tariffs.list();
  const tariff = tariffs.find((one) => one.version === version);
  if (tariff === undefined) return null;
  return { ...await tariffsFramed(deps, operator, tariffs), tariff };
}

/** What stands around every page of tariffs. */
export async function tariffsFramed(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  tariffs: readonly Tariff[],
): Promise<TariffsFramed> {
  const [formToken, deadJobs] = await Promise.all([
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  const today = localDate(deps.clock.now());
  const nowMs = deps.clock.now().epochMilliseconds;
  return { formToken, deadJobs, nowMs, today, inForce: tariffOn(tariffs, today)?.version ?? "" };
}

/** What a tariff would have made of the trips of the last month. */
export async function simulateLastMonth(
  deps: Pick<TariffsPageDeps, "db" | "bookings" | "clock">,
  tariff: Tariff,
): Promise<Simulation> {
  const today = localDate(deps.clock.now());
  const days = { from: nextDate(today, -DAYS_BACK), before: nextDate(today, 1) };
  const rows = await bookingsBetween(deps.db, days, MAX_SIMULATED, true);
  const sold = rows.filter(wasDriven);
  const trips = await Promise.all(sold.map(({ id }) => deps.bookings.get(id)));
  return simulate(
    trips.flatMap((stored): SoldTrip[] => {
      if (stored === null) return [];
      const { id, reference, trip } = stored.booking;
      return [{ ...trip, bookingId: id, reference, pickup: trip.pickup.instant }];
    }),
    tariff,
  );
}

function wasDriven({ status }: BookingSummary): boolean {
  return status !== "awaiting-payment" && holdsVehicle({ status });
}
