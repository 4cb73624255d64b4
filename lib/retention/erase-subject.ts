// Erases a data subject: steps that can be done again, each a job, so that a process that is killed at any of them ends right.
// What bookkeeping asks for stays as it was; names, words, places, ways in and keys are gone when it is told.
import { eraseAccount } from "../accounts/erase-account.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { forgetSubject, type ForgetSubjectDeps } from "../cache/forget-subject.ts";
import { personSubject } from "../cache/warm-cache.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { jobKind } from "../kv/job.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { RequestActor } from "../privacy/data-request.ts";
import { addRequestChange, type ChangeRequestDeps } from "../privacy/change-data-request.ts";
import { forgetLimits } from "../privacy/change-limits.ts";
import { RequestError } from "../errors/request-error.ts";
import type { PushStore } from "../push/push-store.ts";
import type { Refusals } from "../security/refusals.ts";
import type { SubjectKeys } from "../security/subject-keys.ts";
import { dropVeil, type VeilStore } from "../veil/veil-store.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import { z } from "zod";
import { type BlockerDeps, blockersOf, marksOfRequest } from "./erasure-blockers.ts";
import { type Blocker, type Erasure, ERASURE_STEPS } from "./erasure.ts";
import { type GatherDeps, gatherRecipients } from "./gather-recipients.ts";
import { eraseRides } from "./erase-rides.ts";
import { retentionKeys } from "./keys.ts";
import type { RetentionStore } from "./retention-store.ts";
import { type TellRecipientDeps, tellRecipients } from "./tell-recipients.ts";

/** What an erasure needs. */
export interface EraseDeps
  extends BlockerDeps, ChangeRequestDeps, GatherDeps, TellRecipientDeps, ForgetSubjectDeps {
  clock: Clock;
  jobs: JobQueue;
  people: Pick<PersonStore, "ownerOfMark">;
  bookings: BookingStore;
  endpoints: EndpointStore;
  pushStore: Pick<PushStore, "removeAll" | "isFollowed">;
  retentionStore: RetentionStore;
  subjectKeys: Pick<SubjectKeys, "destroy">;
  refusals: Pick<Refusals, "forget">;
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
      ...{ requestId, marks, personId, step: "recipients", finishedAt: null },
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
      case "recipients":
        await gatherRecipients(deps, { ...erasure, about: "erased" });
        await stepOn(deps, erasure, "rides");
        break;
      case "rides":
        await eraseRides(deps, erasure);
        await deps.refusals.forget(erasure.marks);
        await stepOn(deps, erasure, "account");
        break;
      case "account":
        if (erasure.personId !== null) {
          await eraseAccount(deps, erasure.personId, deps.clock.now().toString());
        }
        await stepOn(deps, erasure, "keys");
        break;
      case "keys":
        // Before the commit, so that whoever goes on after a crash says it again; of the account nothing is left to load.
        if (erasure.personId !== null) {
          await forgetSubject(deps, personSubject(erasure.personId));
        }
        // Nobody outside is told before it is done; whoever asked, with it, where nobody outside is to be told.
        if (!await deps.retentionStore.hasOpenNotices(requestId)) {
          return await destroyAndTell(deps, erasure);
        }
        await destroyKeys(deps, erasure);
        break;
      case "telling":
        if (await tellRecipients(deps, requestId)) await destroyAndTell(deps, erasure);
        return;
    }
  }
}

/** Goes on with the erasures of which somebody outside is still to be told. */
export async function goOnTelling(deps: EraseDeps): Promise<void> {
  const ids = (await deps.requests.queue()).filter(({ type }) => type === "erasure")
    .map(({ id }) => id);
  const telling = (await deps.retentionStore.openErasures(ids))
    .filter(({ step }) => step === "telling");
  for (const { requestId } of telling) await eraseOn(deps, requestId);
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
    const { value, versionstamp } = await readEntry(deps.db.write, key);
    if (value === null || value.finishedAt !== null) return new Unwritten(null);
    const at = deps.clock.now().toString();
    tx.check(key, versionstamp).set(key, { ...value, changedAt: at, finishedAt: at });
    const command = { type: "complete" } as const;
    await addRequestChange(deps, tx, { id: requestId, command, by: { kind: "system" } });
    await addDestruction(deps, tx, value);
    return null;
  });
}

/** The keys go first where somebody outside is still to be told: that may take days. */
async function destroyKeys(deps: EraseDeps, { requestId }: Erasure): Promise<void> {
  const key = retentionKeys.erasure(requestId);
  await commitWithRetry<null>(deps.db, async (tx) => {
    const { value, versionstamp } = await readEntry(deps.db.write, key);
    if (value === null || value.step !== "keys") return new Unwritten(null);
    const changedAt = deps.clock.now().toString();
    tx.check(key, versionstamp).set(key, { ...value, step: "telling", changedAt });
    await addDestruction(deps, tx, value);
    return null;
  });
}

async function addDestruction(deps: EraseDeps, tx: Transaction, erasure: Erasure): Promise<void> {
  const { marks, requestId } = erasure;
  const others = await nobodysMarks(deps, erasure);
  forgetLimits(tx, marks);
  for (const { veil } of await deps.veils.ofMarks(marks)) dropVeil(tx, veil);
  for (const mark of [...marks, ...others]) await deps.subjectKeys.destroy(tx, mark, requestId);
}

/** Of the other marks those nothing of anybody is under any more: what is somebody else's stays theirs. */
async function nobodysMarks(deps: EraseDeps, { otherMarks = [] }: Erasure): Promise<string[]> {
  const free: string[] = [];
  for (const mark of otherMarks) {
    const [left] = await bookingsUnder(deps, mark, 1);
    if (left === undefined && await deps.people.ownerOfMark(mark) === null) free.push(mark);
  }
  return free;
}
