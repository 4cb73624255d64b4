// The papers of all drivers in service: what was looked at, how it stands, and until when it is good.
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import {
  CHECK_KINDS,
  type CheckKind,
  type CheckState,
  checkStates,
  goodUntil,
} from "./driver-check.ts";
import type { DriverChecks } from "./driver-check-store.ts";
import type { FleetStore } from "./fleet-store.ts";
import { type Driver, isInService } from "./vehicle.ts";

/** What reading needs. */
export interface DriverPapersDeps {
  fleet: Pick<FleetStore, "drivers">;
  driverChecks: Pick<DriverChecks, "all">;
  clock: Clock;
}

/** One paper of a driver. */
export interface Paper {
  kind: CheckKind;
  state: CheckState;
  /** The last day it is good; null where nobody has looked. */
  goodUntil: string | null;
}

/** A driver, as others see them, with each kind of paper. */
export interface DriverPapers {
  driver: Pick<Driver, "id" | "name">;
  papers: readonly Paper[];
}

/** Those in service today. */
export async function driverPapers(
  { fleet, driverChecks, clock }: DriverPapersDeps,
): Promise<DriverPapers[]> {
  const today = localDate(clock.now());
  const [drivers, all] = await Promise.all([fleet.drivers(), driverChecks.all()]);
  return drivers.filter((one) => isInService(one, today)).map(({ id, name }) => {
    const checks = all.get(id) ?? [];
    const states = checkStates(checks, today);
    const papers = CHECK_KINDS.map((kind) => ({
      ...{ kind, state: states[kind], goodUntil: goodUntil(checks, kind) },
    }));
    return { driver: { id, name }, papers };
  });
}
