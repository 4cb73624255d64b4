// Looks at the log while it is in use: its newest checkpoint's signature, and its entries since some time, hashed again, which
// together with the tree before them have to come to the root that was signed. `scripts/verify-audit.ts` looks at all of them.
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList } from "../kv/read.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { auditKeys } from "./keys.ts";
import { Frontier, subtreesOf } from "./merkle.ts";
import { NoteError, noteVerifier } from "./signed-note.ts";
import { subtreesFrom } from "./tiles.ts";
import { type FoundEntry, verifyLog } from "./verify-log.ts";

/** Entries read at once. */
export const CHECKED_AT_ONCE = 500;

/** What was found. */
export interface LogCheck {
  /** Entries the newest checkpoint is signed for; 0 before the first. */
  size: number;
  /** Its signature is by the key of today. */
  isSigned: boolean;
  /** The first entry that was hashed again; the others up to `size` were too. */
  from: number;
  /** The first that is wrong, or none. */
  firstBad: number | null;
}

/** What looking needs. */
export interface CheckLogDeps {
  db: Pick<Database, "read">;
  auditAppender: { newestCheckpoint(): Promise<string> };
  auditFinder: { firstFrom(instant: string): Promise<number> };
  auditSigner: { verifierKey: string };
}

/** Looks at the entries since an instant, the newest `most` of them. */
export async function checkLog(
  { db, auditAppender, auditFinder, auditSigner }: CheckLogDeps,
  { since, most }: { since: string; most: number },
): Promise<LogCheck> {
  const note = await auditAppender.newestCheckpoint();
  if (note === "") return { size: 0, isSigned: true, from: 0, firstBad: null };
  const signed = signedBy(note, auditSigner.verifierKey);
  if (signed === null) return { size: 0, isSigned: false, from: 0, firstBad: null };
  const { size, root } = signed;
  const from = Math.min(size, Math.max(await auditFinder.firstFrom(since), size - most));
  const read = subtreesFrom(async ({ height, index }) =>
    (await readIfReadable(db.read, auditKeys.tile(height, index))).value ?? new Uint8Array()
  );
  const before = new Frontier(from, await Promise.all(subtreesOf(0, from).map(read)));
  const witnesses = {
    ownLeaf: (index: number) => read({ level: 0, index }),
    signed: new Map([[size, root]]),
  };
  const { firstBad } = await verifyLog(entriesBetween(db, from, size), witnesses, before);
  // Nothing is hashed again where all of them are older: then the tree alone has to be the one that was signed.
  const isTree = from < size || before.root().every((byte, i) => byte === root[i]);
  return { size, isSigned: true, from, firstBad: firstBad?.index ?? (isTree ? null : 0) };
}

function signedBy(note: string, verifierKey: string) {
  try {
    return openCheckpoint(note, noteVerifier(verifierKey));
  } catch (error) {
    if (error instanceof NoteError) return null;
    throw error;
  }
}

async function* entriesBetween(
  db: Pick<Database, "read">,
  from: number,
  size: number,
): AsyncGenerator<FoundEntry> {
  for (let at = from; at < size; at += CHECKED_AT_ONCE) {
    const end = auditKeys.entry(Math.min(size, at + CHECKED_AT_ONCE));
    const rows = await readList(db.read, { start: auditKeys.entry(at), end }, CHECKED_AT_ONCE);
    for (const { key, value: text } of rows) yield { index: Number(key.at(-1)), text };
  }
}
