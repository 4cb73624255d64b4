// Rotation of the key-encryption key: every data key is wrapped anew with the current version, some a commit and each under
// its check, while everything else goes on. How far it has come is a row that moves in the commit of its effect: a killed
// process goes on where its last commit was. A version is retired once no row names it.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { commitUnlessLocked } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readListWhole } from "../kv/read.ts";
import { MAX_CHECKS, Transaction } from "../kv/transaction.ts";
import type { CountedKeys } from "./counted-keys.ts";
import { unwrapKey, wrapKey } from "./key-wrapping.ts";
import type { KeyRing } from "./key-ring.ts";
import {
  type KekRow,
  type RotationRow,
  securityKeys,
  type SubjectKeyRow,
  type WrappedKey,
} from "./keys.ts";
import { KMS } from "./kms.ts";
import { SealError } from "./seal-error.ts";

/** Keys a commit wraps anew: each is checked, and so is the position. */
export const ROTATED_A_COMMIT = MAX_CHECKS - 1;
/** Rows read at once when it is looked whether a version is still named. */
export const LOOK_ROWS = 500;
/** More versions than a database ever has, retired ones included. */
export const MOST_VERSIONS = 10_000;

/** How long after the last key a version is retired, in milliseconds: no commit is under way so long, nor a process so far behind. */
export const ROTATION_GRACE_MS = 60 * 60_000;

/** How far a rotation has come. */
export type Rotation = RotationRow;

/** A walk over all keys that has not begun. */
const AT_THE_START = { after: "", looked: 0, stuck: 0, movedAt: null };

/** What rotation needs. */
export interface RotationDeps {
  db: Pick<Database, "read" | "write" | "bell">;
  keyRing: Pick<KeyRing, "keys">;
  keyEncryption: Pick<CountedKeys, "current" | "version">;
  clock: Clock;
  randomBytes: RandomBytes;
  /** How long after the last key a version is retired: commits that were under way may still name it. */
  graceMs: number;
}

/** What one step found: more to do, a race that was lost, nothing before the grace is over, or nothing at all. */
export type RotationStep = "more" | "again" | "waits" | "done";

/** One commit further. Throws SealError where an old version cannot be had, GatewayError("kms") as the keys do. */
export async function rotateStep(deps: RotationDeps): Promise<RotationStep> {
  const { current } = await deps.keyRing.keys();
  const position = securityKeys.keyRotation();
  const { value: row, versionstamp } = await readIfReadable(deps.db.write, position);
  if (row === null || row.to !== current) {
    if ((await formerVersions(deps, current)).length === 0) return "done";
    return await begin(deps, current, versionstamp);
  }
  if (row.movedAt === null) return await moveSome(deps, row, versionstamp);
  return row.finishedAt === null ? await retireFormer(deps, row, versionstamp) : "done";
}

/** How far the newest rotation has come; null when there was none. */
export async function rotationState(db: Pick<Database, "read">): Promise<RotationRow | null> {
  return (await readIfReadable(db.read, securityKeys.keyRotation())).value;
}

/** True while data keys may name an older version than `current`: a rotation has begun, or is about to. */
export async function isRotating(
  { db }: Pick<RotationDeps, "db">,
  current: number,
): Promise<boolean> {
  const { value: row } = await readIfReadable(db.write, securityKeys.keyRotation());
  if (row !== null && row.to === current) return row.finishedAt === null;
  return (await formerVersions({ db }, current)).length > 0;
}

/** Versions that are neither current nor retired, with their rows. */
async function formerVersions(
  { db }: Pick<RotationDeps, "db">,
  current: number,
): Promise<Deno.KvEntry<KekRow>[]> {
  const prefix = securityKeys.keyEncryptionKey.prefix;
  const rows = await readList(db.write, { prefix }, MOST_VERSIONS);
  return rows.filter(({ key, value }) => key[1] !== current && value.retiredAt === null);
}

async function begin(
  { db, clock }: RotationDeps,
  to: number,
  versionstamp: string | null,
): Promise<RotationStep> {
  const startedAt = clock.now().toString();
  const row = { ...AT_THE_START, to, rewrapped: 0, startedAt, finishedAt: null };
  const position = securityKeys.keyRotation();
  return await settled(new Transaction(db).check(position, versionstamp).set(position, row));
}

async function moveSome(
  deps: RotationDeps,
  row: RotationRow,
  versionstamp: string | null,
): Promise<RotationStep> {
  const { db, clock } = deps;
  const prefix = securityKeys.subjectKey.prefix;
  // The first part that sorts after the last key, and before any other.
  const start = row.after === "" ? {} : { start: [...prefix, row.after, ""] };
  const { rows, leftOut } = await readListWhole(db.write, { prefix, ...start }, ROTATED_A_COMMIT);
  const tx = new Transaction(db).check(securityKeys.keyRotation(), versionstamp);
  const ends = { moved: 0, stands: 0, stuck: 0 };
  for (const one of rows) ends[await rewrapInto(deps, tx, one, row.to)]++;
  // What nobody can read names no version that could be retired, and opens nothing.
  const last = [...rows, ...leftOut].map(({ key }) => String(key[1])).sort().at(-1);
  const isOver = rows.length < ROTATED_A_COMMIT;
  tx.set(securityKeys.keyRotation(), {
    ...row,
    after: last ?? row.after,
    looked: row.looked + rows.length,
    rewrapped: row.rewrapped + ends.moved,
    stuck: row.stuck + ends.stuck,
    movedAt: isOver ? clock.now().toString() : null,
  });
  return await settled(tx);
}

/** What is destroyed, or wrapped with that version already, stands; what was altered is left as it is, and counted. */
async function rewrapInto(
  { keyEncryption, randomBytes }: RotationDeps,
  tx: Transaction,
  { key, value, versionstamp }: Deno.KvEntry<SubjectKeyRow>,
  to: number,
): Promise<"moved" | "stands" | "stuck"> {
  if ("erasedAt" in value || value.kek === to) return "stands";
  const id = String(key[1]);
  const opened = unwrapped(id, value, await keyEncryption.version(value.kek));
  if (opened === null) return "stuck";
  const current = await keyEncryption.current();
  if (current.version !== to) throw new GatewayError(KMS, "The current version has changed", true);
  const row = securityKeys.subjectKey(id);
  tx.check(row, versionstamp).set(row, wrapKey(opened.key, opened.secret, current, randomBytes));
  opened.secret.fill(0);
  return "moved";
}

function unwrapped(id: string, row: WrappedKey, key: Uint8Array) {
  try {
    return unwrapKey(id, row, key);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

/** Looks at all keys again first: one that was made meanwhile by a process that knew the old version alone is moved too. */
async function retireFormer(
  deps: RotationDeps,
  row: RotationRow,
  versionstamp: string | null,
): Promise<RotationStep> {
  const { db, clock, graceMs } = deps;
  const now = clock.now();
  if (now.epochMilliseconds - Date.parse(row.movedAt ?? "") < graceMs) return "waits";
  const position = securityKeys.keyRotation();
  const tx = new Transaction(db).check(position, versionstamp);
  if (await isFormerNamed(db, row.to)) {
    return await settled(tx.set(position, { ...row, ...AT_THE_START }));
  }
  const former = (await formerVersions(deps, row.to)).slice(0, MAX_CHECKS - 1);
  for (const { key, value, versionstamp: known } of former) {
    const kek = securityKeys.keyEncryptionKey(Number(key[1]));
    tx.check(kek, known).set(kek, { ...value, retiredAt: now.toString() });
  }
  // More than one commit takes are for the next step.
  const isLast = former.length < MAX_CHECKS - 1;
  return await settled(tx.set(position, { ...row, finishedAt: isLast ? now.toString() : null }));
}

async function isFormerNamed(db: RotationDeps["db"], current: number): Promise<boolean> {
  const prefix = securityKeys.subjectKey.prefix;
  for (let after: string | null = null;;) {
    const start: { start?: Deno.KvKey } = after === null ? {} : { start: [...prefix, after, ""] };
    const rows: Deno.KvEntry<SubjectKeyRow>[] = await readList(
      db.write,
      { prefix, ...start },
      LOOK_ROWS,
    );
    if (rows.some(({ value }) => "kek" in value && value.kek !== current)) return true;
    if (rows.length < LOOK_ROWS) return false;
    after = String(rows.at(-1)?.key[1]);
  }
}

async function settled(tx: Transaction): Promise<RotationStep> {
  return await commitUnlessLocked(tx) === null ? "again" : "more";
}
