// What operators see of tariffs: all of them, the form of the next, and what it would have made of last month.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { BookingSummary } from "../booking/booking.ts";
import { bookingsBetween } from "../booking/bookings-between.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import { simulate, type Simulation, type SoldTrip } from "../pricing/price-simulation.ts";
import type { Tariff } from "../pricing/tariff.ts";
import { tariffOn } from "../pricing/tariff-rules.ts";
import type { TariffStore } from "../pricing/tariff-store.ts";
import type { FieldChange, SetupProblem } from "../setup/setup-plan.ts";
import { tariffChanges } from "../setup/tariff-changes.ts";
import type { Cells } from "../setup/table.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import { tariffValues } from "./tariff-form.ts";

/** Days of bookings a simulation looks back. */
const DAYS_BACK = 30;
/** Most bookings it prices anew, the latest: a second of work. */
export const MAX_SIMULATED = 2_000;

/** What loading needs. */
export interface TariffsPageDeps {
  db: Database;
  bookings: Pick<BookingStore, "get">;
  tariffs: Pick<TariffStore, "list">;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** The page. */
export interface TariffsData {
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
  today: string;
  /** The latest first. */
  tariffs: readonly Tariff[];
  /** Version of the one in force, "" when none is. */
  inForce: string;
  values: Cells;
  problems: readonly SetupProblem[];
  simulation: Simulation | null;
  /** Published by others since the form was shown. */
  meanwhile: readonly Published[];
  done: string;
}

/** A tariff that was published meanwhile, and what it changes. */
export interface Published {
  version: string;
  changes: readonly FieldChange[];
}

/** What is shown besides the tariffs that are there. */
export type TariffsShown = Partial<
  Pick<TariffsData, "values" | "problems" | "simulation" | "meanwhile" | "done">
>;

/** Loads the page. */
export async function loadTariffs(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  { values, problems = [], simulation = null, meanwhile = [], done = "" }: TariffsShown = {},
): Promise<TariffsData> {
  const [tariffs, formToken, deadJobs] = await Promise.all([
    deps.tariffs.list(),
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  const today = localDate(deps.clock.now());
  const tomorrow = nextDate(today, 1);
  return {
    ...{ formToken, deadJobs, today, problems, simulation, meanwhile, done },
    nowMs: deps.clock.now().epochMilliseconds,
    tariffs: tariffs.toReversed(),
    inForce: tariffOn(tariffs, today)?.version ?? "",
    values: values ?? tariffValues(tariffOn(tariffs, tomorrow), tomorrow),
  };
}

/** What was published since a form showed the tariffs `seen`, versions with commas between. */
export function publishedSince(tariffs: readonly Tariff[], seen: string): Published[] {
  const known = new Set(seen.split(","));
  const before = tariffs.filter(({ version }) => known.has(version));
  return tariffs.filter(({ version }) => !known.has(version)).map((tariff) => ({
    version: tariff.version,
    changes: tariffChanges(tariffOn(before, tariff.validFrom), tariff)
      .filter(({ field }) => field !== "version"),
  }));
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
  return status !== "cancelled" && status !== "expired" && status !== "no-show";
}
