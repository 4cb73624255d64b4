// Rows of the database are sealed: joins what seals them with who their subjects are.
import { reachMark } from "../accounts/reach-mark.ts";
import { invariant } from "../kernel/invariant.ts";
import type { SubjectName } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import type { Sealer } from "../kv/sealer.ts";
import { sealedDatabase } from "../kv/sealed-database.ts";
import { RowSealer } from "../security/row-sealer.ts";
import { type SubjectKeyDeps, SubjectKeys, type SubjectMark } from "../security/subject-keys.ts";

/** What is sealed, and with what. */
export interface Sealing {
  /** Rows as they are read and written by everything above. */
  db: Database;
  subjectKeys: SubjectKeys;
}

/** What sealing is made of. */
export interface SealingParts extends SubjectKeyDeps {
  reachKey: CryptoKey;
  /** Another sealer, or NO_SEALER. */
  sealer?: Sealer | null;
}

/** Leaves rows as they are: for tests and benches that compare. Nothing sealed can be read then. */
export const NO_SEALER = null;

/** The database with sealed rows. */
export function sealing({ reachKey, sealer, ...deps }: SealingParts): Sealing {
  const subjectKeys = new SubjectKeys(deps);
  if (sealer === NO_SEALER) return { db: deps.db, subjectKeys };
  const markOf = (subject: SubjectName) => subjectMark(reachKey, subject);
  const own = new RowSealer({ subjectKeys, randomBytes: deps.randomBytes, markOf });
  return { db: sealedDatabase(deps.db, sealer ?? own), subjectKeys };
}

/** The mark of a subject: hidden for whoever is named by what others know them by; ids of ours are marks as they are. */
export async function subjectMark(
  reachKey: CryptoKey,
  { kind, at }: SubjectName,
): Promise<SubjectMark> {
  if (kind === "mark") return at;
  if (kind === "driver" || kind === "holder") return `${kind}/${at}`;
  invariant(kind === "phone" || kind === "email" || kind === "person", `No subject is a ${kind}`);
  return await reachMark(reachKey, kind, at);
}
