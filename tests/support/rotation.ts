// Data keys of many subjects, and a key-encryption key that rotates below them.
import assert from "node:assert/strict";
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";
import { MAX_CHECKS } from "../../lib/kv/transaction.ts";
import { claimKeys } from "../../lib/security/claim-keys.ts";
import { KeyRing } from "../../lib/security/key-ring.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import {
  rotateStep,
  type RotationDeps,
  type RotationStep,
} from "../../lib/security/rotate-keys.ts";
import { securityServices } from "../../lib/security/services.ts";
import { SubjectKeys } from "../../lib/security/subject-keys.ts";
import { someKeks, type ToldKms, toldKms } from "./keks.ts";
import { keptLog } from "./kept-log.ts";

/** Most steps of any of these rotations. */
const MOST_STEPS = 1_000;

/** A database whose keys rotate. */
export interface Rotation extends AsyncDisposable {
  db: Database;
  kms: ToldKms;
  clock: ManualClock;
  deps: RotationDeps;
  /** The ring of `deps`. */
  ring: KeyRing;
  subjectKeys: SubjectKeys;
  /** What a process that begins now would read with: nothing is held in memory. */
  fresh(): SubjectKeys;
  /** Makes a key for each of some subjects; their ids. */
  make(marks: readonly string[]): Promise<string[]>;
  /** The source has so many versions from now on. */
  raise(versions: number): Promise<void>;
  /** Steps until nothing is to be done, or something waits; what the last one was. */
  rotate(): Promise<RotationStep>;
  /** How many data keys name each version. */
  versions(): Promise<Record<number, number>>;
}

/** Opens one over a database of the test. */
export async function rotationOver(database = ":memory:", versions = 1): Promise<Rotation> {
  const db = await openDatabase(database);
  const clock = manualClock("2026-11-23T05:00:00Z");
  const kms = toldKms(someKeks(versions));
  const keyRing = new KeyRing(kms);
  await claimKeys({ db, clock }, await keyRing.keys());
  const { keyEncryption } = securityServices({ kms: keyRing, db, clock, log: keptLog().log });
  const randomBytes = secureRandomBytes;
  const deps = { db, keyRing, keyEncryption, clock, randomBytes, graceMs: 0 };
  const fresh = () => new SubjectKeys({ db, keyEncryption, clock, randomBytes });
  const subjectKeys = fresh();
  return {
    ...{ db, kms, clock, deps, subjectKeys, fresh, ring: keyRing },
    make: (marks) => makeKeys(db, subjectKeys, marks),
    async raise(count) {
      kms.says = someKeks(count);
      await claimKeys({ db, clock }, await keyRing.refresh());
    },
    rotate: () => rotateToEnd(deps),
    versions: () => versionsIn(db),
    [Symbol.asyncDispose]: () => Promise.resolve(db.close()),
  };
}

/** As many a commit as it has checks for. */
async function makeKeys(
  db: Database,
  keys: SubjectKeys,
  marks: readonly string[],
): Promise<string[]> {
  const commits = [];
  for (let i = 0; i < marks.length; i += MAX_CHECKS) {
    const some = marks.slice(i, i + MAX_CHECKS);
    commits.push(commitWithRetry(db, async (tx) => (await keys.keysOf(some, tx)).map(idOf)));
  }
  return (await Promise.all(commits)).flatMap(({ value }) => value);
}

function idOf({ id }: { id: string }): string {
  return id;
}

async function rotateToEnd(deps: RotationDeps): Promise<RotationStep> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = await rotateStep(deps);
    if (step === "done" || step === "waits") return step;
  }
  return assert.fail("The rotation did not end");
}

async function versionsIn(db: Database): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  const prefix = securityKeys.subjectKey.prefix;
  for (const { value } of await readList(db.write, { prefix }, 1_000_000)) {
    if ("kek" in value) counts[value.kek] = (counts[value.kek] ?? 0) + 1;
  }
  return counts;
}
