// Whoever is protected, or has limited something, and takes a new number is covered by it, whatever becomes of the process that
// let them: the account's commit tells the feed, and a reader of it has the cover follow.
import { z } from "zod";
import { marksOfPerson } from "../accounts/erase-account.ts";
import type { PersonId } from "../accounts/person.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { accessChanged } from "../accounts/person-feed.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { jobKind } from "../kv/job.ts";
import { readEntries } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { veiledAmong } from "../veil/veil-store.ts";
import { coverNewReach, type CoverReachDeps } from "./cover-new-reach.ts";
import { privacyKeys } from "./keys.ts";

/** What the reader needs. */
export interface ReachReaderDeps extends CoverReachDeps {
  people: CoverReachDeps["people"] & Pick<PersonStore, "all">;
}

/** Covers every mark of a person. */
export const coverReachJob = jobKind(
  "cover-new-reach",
  z.object({ personId: z.string().min(1) }),
  (deps: CoverReachDeps, { personId }) => coverNewReach(deps, personId),
);

/** The reader: an account of somebody who is covered, and that has changed, is looked at. */
export function reachReader(deps: ReachReaderDeps): FeedReader {
  const add = (tx: Transaction, personId: PersonId) =>
    deps.jobs.add(tx, coverReachJob, { personId }, deps.clock.now().epochMilliseconds);
  return {
    name: "new-reach",
    async effect(tx, commits) {
      const told = commits.flatMap((commit) => bodiesOf(accessChanged, commit))
        .filter(({ sessionId }) => sessionId === null);
      for (const personId of new Set(told.map((one) => one.personId))) {
        if (await isCovered(deps, personId)) add(tx, personId);
      }
    },
    async rebuild(_, write) {
      for await (const id of deps.people.all()) {
        if (await isCovered(deps, id)) await write((tx) => add(tx, id));
      }
    },
  };
}

async function isCovered(deps: CoverReachDeps, personId: PersonId): Promise<boolean> {
  const marks = await marksOfPerson(deps, personId);
  if ((await veiledAmong(deps.db.write, marks)).size > 0) return true;
  const limits = await readEntries(
    deps.db.write,
    marks.map((mark) => privacyKeys.subjectLimits(mark)),
  );
  return limits.some(({ value }) => value !== null);
}
