// Erases a data subject: steps that can be done again, each a job, so that a process that is killed at any of them ends right.
// What bookkeeping asks for stays as it was; names, words, places, ways in and keys are gone when it is told.
import { eraseAccount } from "../accounts/erase-account.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import type { BookingId } from "../booking/booking.ts";
import { bookingsUnder, disown, marksOfContact } from "../booking/booking-owners.ts";
import { forgetCommits } from "../booking/forget-customer.ts";
import { isForgotten } from "../booking/forgotten-rules.ts";
import type { Clock } from "../kernel/clock.ts";
import { invariant } from "../kernel/invariant.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { jobKind } from "../kv/job.ts";
import { readEntry } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { eraseMessages, eraseRidesOf } from "../messages/erase-messages.ts";
import type { RequestActor } from "../privacy/data-request.ts";
import { addRequestChange, type ChangeRequestDeps } from "../privacy/change-data-request.ts";
import { forgetLimits } from "../privacy/change-limits.ts";
import { RequestError } from "../errors/request-error.ts";
import type { PushStore } from "../push/push-store.ts";
import type { SubjectKeys } from "../security/subject-keys.ts";
import { dropVeil, type VeilStore } from "../veil/veil-store.ts";
import { z } from "zod";
import { type BlockerDeps, blockersOf, marksOfRequest } from "./erasure-blockers.ts";
import { type Blocker, type Erasure, ERASURE_STEPS } from "./erasure.ts";
import { retentionKeys } from "./keys.ts";

/** Rides dealt with before the next are read. */
const RIDES_AT_ONCE = 20;
/** Most other marks of one erasure: a key a mark is destroyed in its last commit. */
const MAX_OTHER_MARKS = 50;
/** Most tries of forgetting one ride: others may write to it meanwhile. */
const MAX_TURNS = 10;

/** What an erasure needs. */
export interface EraseDeps extends BlockerDeps, ChangeRequestDeps {
  clock: Clock;
  jobs: JobQueue;
  people: Pick<PersonStore, "ownerOfMark">;
  pushStore: Pick<PushStore, "removeAll">;
  subjectKeys: Pick<SubjectKeys, "destroy">;
  veils: Pick<VeilStore, "ofMarks">;
}

/** One step of one erasure. */
export const eraseJob = jobKind(
  "erase-subject",
  z.object({ requestId: z.string().min(1) }),
  (deps: EraseDeps, { requestId }) => eraseOn(deps, requestId),
);

/**
 * Begins to carry out a request for erasure; what speaks against it is told, and then nothing is begun. Of who is erased
 * already nothing is left: that ends as done. Throws as `addRequestChange`.
 */
export async function beginErasure(
  deps: EraseDeps,
  requestId: string,
  by: RequestActor,
): Promise<readonly Blocker[]> {
  const found = await deps.requests.getToChange(requestId);
  if (found === null || found.request.type !== "erasure") throw new RequestError("not-found", {});
  const { request } = found;
  const marks = await marksOfRequest(deps, request);
  const blockers = await blockersOf(deps, { marks, personId: request.personId });
  if (blockers.length > 0) return blockers;
  await commitWithRetry(deps.db, async (tx) => {
    const type = request.state === "failed" ? "retry" : "begin";
    await addRequestChange(deps, tx, { id: requestId, command: { type }, by });
    const now = deps.clock.now();
    const { personId } = request;
    tx.set(retentionKeys.erasure(requestId), {
      ...{ requestId, marks, personId, step: "rides", finishedAt: null },
      changedAt: now.toString(),
    });
    deps.jobs.add(tx, eraseJob, { requestId }, now.epochMilliseconds, requestId);
    return null;
  });
  return [];
}

/** Goes through the steps that are left; each ends in a commit that says so. */
export async function eraseOn(deps: EraseDeps, requestId: string): Promise<void> {
  for (let steps = 0; steps <= ERASURE_STEPS.length; steps++) {
    const { value: erasure } = await readEntry(deps.db.write, retentionKeys.erasure(requestId));
    if (erasure === null || erasure.finishedAt !== null) return;
    switch (erasure.step) {
      case "rides":
        await eraseRides(deps, erasure);
        await stepOn(deps, erasure, "account");
        break;
      case "account":
        if (erasure.personId !== null) {
          await eraseAccount(deps, erasure.personId, deps.clock.now().toString());
        }
        await stepOn(deps, erasure, "keys");
        break;
      case "keys":
        return await destroyAndTell(deps, erasure);
    }
  }
}

async function eraseRides(deps: EraseDeps, { marks, requestId }: Erasure): Promise<void> {
  for (const mark of marks) {
    while (true) {
      const ids = await bookingsUnder(deps, mark, RIDES_AT_ONCE);
      if (ids.length === 0) break;
      await forgetOtherMarks(deps, { requestId, marks }, ids);
      for (const id of ids) await eraseRide(deps, id);
      // Only now: what is cut off before is found again.
      await disown(deps, mark, ids);
    }
    await eraseRidesOf(deps, mark);
  }
}

/**
 * Their rides are found by other marks, too: an earlier number, the address they were booked with. Nobody finds them by these
 * any more, and the marks are remembered: their keys open the rides in backups. While the contact is still known.
 */
async function forgetOtherMarks(
  deps: EraseDeps,
  { requestId, marks }: Pick<Erasure, "requestId" | "marks">,
  ids: readonly BookingId[],
): Promise<void> {
  const rides = (await deps.bookings.getAll(ids)).flatMap((ride) => ride ?? []);
  const found = new Map<string, BookingId[]>();
  for (const { id, contact } of rides) {
    for (const mark of await marksOfContact(deps.reachKey, contact)) {
      if (!marks.includes(mark)) found.set(mark, [...found.get(mark) ?? [], id]);
    }
  }
  if (found.size === 0) return;
  await rememberMarks(deps, requestId, [...found.keys()]);
  for (const [mark, under] of found) {
    await disown(deps, mark, under);
    await eraseRidesOf(deps, mark, under);
  }
}

async function rememberMarks(
  { db }: EraseDeps,
  requestId: string,
  marks: readonly string[],
): Promise<void> {
  const key = retentionKeys.erasure(requestId);
  await commitWithRetry<null>(db, async (tx) => {
    const { value, versionstamp } = await readEntry(db.write, key);
    const known = value?.otherMarks ?? [];
    const otherMarks = [...new Set([...known, ...marks])].slice(0, MAX_OTHER_MARKS);
    if (value === null || otherMarks.length === known.length) return new Unwritten(null);
    tx.check(key, versionstamp).set(key, { ...value, otherMarks });
    return null;
  });
}

async function eraseRide(deps: EraseDeps, id: BookingId): Promise<void> {
  await eraseMessages(deps, id);
  await deps.pushStore.removeAll(id);
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    if (await forgetRide(deps, id)) return;
  }
  invariant(false, "A ride that is over is written to without end");
}

/** True when its customer is forgotten; false when somebody wrote to it meanwhile. */
async function forgetRide({ db, bookings, clock }: EraseDeps, id: BookingId): Promise<boolean> {
  const stored = await bookings.get(id);
  if (stored === null || isForgotten(stored.booking)) return true;
  const events = await bookings.events(id);
  for (const commit of forgetCommits(stored, events, clock.now().toString())) {
    const tx = new Transaction(db);
    commit(tx);
    if (await tx.commit() === null) return false;
  }
  return true;
}

async function stepOn({ db, clock }: EraseDeps, before: Erasure, step: Erasure["step"]) {
  const key = retentionKeys.erasure(before.requestId);
  await commitWithRetry<null>(db, async (tx) => {
    const { value, versionstamp } = await readEntry(db.write, key);
    if (value === null || value.step !== before.step) return new Unwritten(null);
    tx.check(key, versionstamp).set(key, { ...value, step, changedAt: clock.now().toString() });
    return null;
  });
}

/** The keys go in the commit that says that all is done: nobody is told before, and nobody is not told after. */
async function destroyAndTell(deps: EraseDeps, { requestId }: Erasure): Promise<void> {
  const key = retentionKeys.erasure(requestId);
  await commitWithRetry<null>(deps.db, async (tx) => {
    const others = await nobodysMarks(deps, requestId);
    const { value, versionstamp } = await readEntry(deps.db.write, key);
    if (value === null || value.finishedAt !== null) return new Unwritten(null);
    const at = deps.clock.now().toString();
    tx.check(key, versionstamp).set(key, { ...value, changedAt: at, finishedAt: at });
    const command = { type: "complete" } as const;
    await addRequestChange(deps, tx, { id: requestId, command, by: { kind: "system" } });
    forgetLimits(tx, value.marks);
    for (const { veil } of await deps.veils.ofMarks(value.marks)) dropVeil(tx, veil);
    for (const mark of [...value.marks, ...others]) {
      await deps.subjectKeys.destroy(tx, mark, requestId);
    }
    return null;
  });
}

/** Of the other marks those nothing of anybody is under any more: what is somebody else's stays theirs. */
async function nobodysMarks(deps: EraseDeps, requestId: string): Promise<string[]> {
  const { value } = await readEntry(deps.db.write, retentionKeys.erasure(requestId));
  const free: string[] = [];
  for (const mark of value?.otherMarks ?? []) {
    const [left] = await bookingsUnder(deps, mark, 1);
    if (left === undefined && await deps.people.ownerOfMark(mark) === null) free.push(mark);
  }
  return free;
}
