// The services of this room: how the parts are.
import type { Clock } from "../kernel/clock.ts";
import type { ClockWatch } from "../kernel/clock-watch.ts";
import { type DatabaseStanding, sharedStanding } from "../kv/probe.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { LastResort } from "../resilience/last-resort.ts";
import { Health, type Look } from "./health.ts";
import type { OWN_PARTS, Seen } from "./part.ts";

/** What is looked at. */
export interface HealthBelow {
  db: Database;
  clock: Clock;
  clockWatch: Pick<ClockWatch, "isTrusted" | "jumpMs">;
  dependencies: Pick<Dependencies, "states">;
  lastResort: Pick<LastResort, "areMany" | "counts">;
}

/** Composes the room's services. */
export function healthServices(below: HealthBelow): { health: Health } {
  const { clock } = below;
  const looks = [
    lookAtDatabase(below),
    lookAtClock(below),
    lookAtFaults(below),
    lookOutside(below),
  ];
  return { health: new Health({ clock, looks }) };
}

function lookAtDatabase({ db }: HealthBelow): Look {
  const standing = sharedStanding(db);
  return async () => {
    const { file, writes, reads } = await standing();
    return [
      databasePart("database-reads", reads),
      databasePart("database-writes", writes),
      databasePart("database-file", file),
    ];
  };
}

function databasePart(
  name: typeof OWN_PARTS[number],
  trouble: DatabaseStanding[keyof DatabaseStanding],
): Seen {
  return { name, status: trouble === null ? "pass" : "fail", observed: trouble ?? "well" };
}

function lookAtClock({ clockWatch }: HealthBelow): Look {
  return () => [{
    name: "clock",
    status: clockWatch.isTrusted() ? "pass" : "warn",
    observed: Math.round(clockWatch.jumpMs() / 1_000),
    unit: "s",
  }];
}

function lookAtFaults({ lastResort }: HealthBelow): Look {
  return () => [{
    name: "faults",
    status: lastResort.areMany() ? "warn" : "pass",
    observed: lastResort.counts.error + lastResort.counts.unhandledrejection,
    unit: "faults",
  }];
}

function lookOutside({ dependencies }: HealthBelow): Look {
  return () => {
    const seen = dependencies.states().map(({ name, state, since }): Seen => ({
      ...{ name, since, observed: state },
      status: state === "closed" ? "pass" : "warn",
    }));
    // Each receiver of webhooks has a breaker of its own, and who they are is nobody's business: the worst speaks for all.
    const receivers = seen.filter(({ name }) => name === "subscriber");
    const worst = receivers.find(({ status }) => status !== "pass") ?? receivers[0];
    const others = seen.filter(({ name }) => name !== "subscriber");
    return worst === undefined ? others : [...others, worst];
  };
}
