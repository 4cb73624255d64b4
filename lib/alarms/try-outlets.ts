// Sends a trial to every outlet that is set and says truly what became of it.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { takeTry, type TryLimit } from "../kv/tries.ts";
import type { AlarmMessage } from "./alarm.ts";
import type { AlarmOutlet, Delivery, OutletName } from "./outlet.ts";
import type { OutletStore } from "./outlet-store.ts";

/** What a trial needs. */
export interface TrialDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  outlets: readonly AlarmOutlet[];
  outletStore: OutletStore;
}

/** Trials end in people's telephones: so many are enough to set an outlet right. */
export const TRIAL_LIMIT: TryLimit = { most: 10, withinMs: 10 * 60_000 };

/** What became of it at each. Throws DomainError("too-many-tries"). */
export async function tryOutlets(
  deps: TrialDeps,
): Promise<{ outlet: OutletName; delivery: Delivery }[]> {
  await takeTry(deps, [{ what: "trial-alarm", who: "operators" }], TRIAL_LIMIT);
  const now = deps.clock.now();
  const message: AlarmMessage = {
    id: `trial-${ulid(now.epochMilliseconds, deps.randomBytes)}`,
    at: now.toString(),
    isTrial: true,
    alarms: [],
    more: 0,
  };
  return await Promise.all(deps.outlets.map(async (outlet) => {
    const delivery = await outlet.send(message);
    await deps.outletStore.note(outlet, delivery);
    return { outlet: outlet.name, delivery };
  }));
}
