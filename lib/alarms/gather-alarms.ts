// Reads the feed for incidents that were raised and puts them into messages: a durable copy, with a job an outlet that
// sends it. A killed process repeats nothing and misses nothing.
import { incidentRaised } from "../incidents/incident-feed.ts";
import type { IncidentStore } from "../incidents/incident-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { FeedCommit } from "../kv/feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Alarm, Gathering, StoredMessage } from "./alarm.ts";
import { alarmOf, nextDueMs, withAlarms } from "./alarm-rules.ts";
import { alarmKeys } from "./keys.ts";
import type { AlarmOutlet } from "./outlet.ts";
import { sendAlarmJob } from "./send-alarm.ts";

/** What gathering needs. */
export interface GatherDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  incidentStore: IncidentStore;
  outlets: readonly AlarmOutlet[];
}

/** The reader. */
export function alarmReader(deps: GatherDeps): FeedReader {
  return {
    name: "alarms",
    async effect(tx, commits) {
      const outlets = deps.outlets.filter(({ takesAlarms }) => takesAlarms);
      if (outlets.length === 0) return;
      const [first, ...others] = await raisedIn(deps, commits);
      if (first !== undefined) await gather(deps, tx, outlets, [first, ...others]);
    },
    // What was raised before anybody listened is on the operators' page; nobody is woken by it later.
    rebuild: () => Promise.resolve(),
  };
}

interface Raised {
  alarm: Alarm;
  /** Names the entry for good, also in a database that begins anew. */
  id: string;
}

async function raisedIn(
  { incidentStore }: GatherDeps,
  commits: readonly FeedCommit[],
): Promise<Raised[]> {
  const entries = commits.flatMap((commit) =>
    bodiesOf(incidentRaised, commit).map((body) => ({ body, cursor: commit.cursor }))
  );
  return await Promise.all(entries.map(async ({ body, cursor }) => ({
    alarm: alarmOf(body, await incidentStore.get(body.fingerprint)),
    id: `${Date.parse(body.at).toString(36)}-${cursor}`,
  })));
}

/** Into the newest message, while nobody has begun to send it; else into one of their own. */
async function gather(
  { db, clock, jobs }: GatherDeps,
  tx: Transaction,
  outlets: readonly AlarmOutlet[],
  raised: readonly [Raised, ...Raised[]],
): Promise<void> {
  const alarms = raised.map(({ alarm }) => alarm);
  const newest = await readIfReadable(db.write, alarmKeys.gathering());
  tx.check(newest.key, newest.versionstamp);
  const open = await openMessage(db, newest.value);
  if (open !== null) {
    tx.check(open.key, open.versionstamp);
    tx.set(alarmKeys.message(open.value.id), withAlarms(open.value, alarms));
    return;
  }
  const nowMs = clock.now().epochMilliseconds;
  const dueMs = nextDueMs(nowMs, newest.value);
  const [{ id }] = raised;
  const at = new Date(nowMs).toISOString();
  const empty = { id, at, isTrial: false, alarms: [], more: 0, isSealed: false };
  tx.set(alarmKeys.message(id), withAlarms(empty, alarms));
  tx.set(alarmKeys.gathering(), { messageId: id, dueAt: new Date(dueMs).toISOString() });
  for (const { name } of outlets) jobs.add(tx, sendAlarmJob, { message: id, outlet: name }, dueMs);
}

async function openMessage(db: Database, newest: Gathering | null) {
  if (newest === null) return null;
  const { key, value, versionstamp } = await readIfReadable<StoredMessage>(
    db.write,
    alarmKeys.message(newest.messageId),
  );
  return value === null || value.isSealed ? null : { key, value, versionstamp };
}
