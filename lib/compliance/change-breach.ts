// Use cases: a breach is registered, and something happens to it. The row and its story are written in one commit; the
// story is only ever added to.
import { RequestError } from "../errors/request-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Breach, BreachCommand, BreachEvent, BreachFacts, BreachHand } from "./breach.ts";
import {
  BREACH_ALARM_HOURS,
  breachAlarmMs,
  type BreachFault,
  decideBreach,
  evolveBreach,
  factsFault,
} from "./breach-rules.ts";
import type { BreachStore } from "./breach-store.ts";
import { complianceKeys } from "./keys.ts";
import { warnOfBreachJob } from "./warn-of-breach.ts";

/** What it needs. */
export interface BreachDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  jobs: JobQueue;
  breaches: BreachStore;
}

/** How it then stands, or why it was refused. */
export type BreachChanged = { ok: true; breach: Breach } | { ok: false; fault: BreachFault };

/** Registers one; its clock runs from when it was known, whenever that was. */
export async function registerBreach(
  deps: BreachDeps,
  facts: BreachFacts,
  by: BreachHand,
): Promise<BreachChanged> {
  const now = deps.clock.now();
  const fault = factsFault(facts, now.epochMilliseconds);
  if (fault !== null) return { ok: false, fault };
  const id = ulid(now.epochMilliseconds, deps.randomBytes);
  const { value: breach } = await commitWithRetry<Breach>(deps.db, (tx) => {
    const event: BreachEvent = { type: "registered", id, facts, at: now.toString(), by };
    return Promise.resolve(write(deps, tx, { before: null, versionstamp: null, event }));
  });
  return { ok: true, breach };
}

/** Has something happen to one, as it was seen at `version`. Throws RequestError("not-found"). */
export async function changeBreach(
  deps: BreachDeps,
  { id, version, command, by }: {
    id: string;
    version: number;
    command: BreachCommand;
    by: BreachHand;
  },
): Promise<BreachChanged> {
  const at = deps.clock.now().toString();
  const { value } = await commitWithRetry<BreachChanged>(deps.db, async (tx) => {
    const { value: before, versionstamp } = await deps.breaches.get(id);
    if (before === null) throw new RequestError("not-found", {});
    if (before.version !== version) {
      return new Unwritten({ ok: false, fault: "changed-meanwhile" });
    }
    const decided = decideBreach(before, command, { at, by });
    if (!decided.ok) return new Unwritten(decided);
    return { ok: true, breach: write(deps, tx, { before, versionstamp, event: decided.event }) };
  });
  return value;
}

function write(
  { jobs }: BreachDeps,
  tx: Transaction,
  { before, versionstamp, event }: {
    before: Breach | null;
    versionstamp: string | null;
    event: BreachEvent;
  },
): Breach {
  const after = evolveBreach(before, event);
  const { id, version } = after;
  tx.check(complianceKeys.breach(id), versionstamp).set(complianceKeys.breach(id), after);
  tx.check(complianceKeys.breachEvent(id, version), null);
  tx.set(complianceKeys.breachEvent(id, version), event);
  // A clock that was moved rings at its new times; whoever hears of the old ones looks what holds.
  if (before?.facts.awareAt !== after.facts.awareAt) {
    for (const hours of BREACH_ALARM_HOURS) {
      jobs.add(tx, warnOfBreachJob, { breachId: id, hours }, breachAlarmMs(after, hours), id);
    }
  }
  return after;
}
