// Shows again who somebody is, before what cannot be taken back.
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { accountKeys } from "./keys.ts";
import type { Factor } from "./session.ts";

/** Notes in a session that its person has just shown who they are, with what; false when it has ended meanwhile. */
export async function refreshProof(
  { db, clock }: { db: Database; clock: Clock },
  sessionId: string,
  factors: readonly Factor[],
): Promise<boolean> {
  const key = accountKeys.session(sessionId);
  const { value } = await commitWithRetry<boolean>(db, async (tx) => {
    const { value: session, versionstamp } = await readEntry(db.write, key);
    if (session === null) return new Unwritten(false);
    const all = [...new Set([...session.proof.factors, ...factors])];
    const proof = { factors: all, at: clock.now().toString() };
    tx.check(key, versionstamp).set(key, { ...session, proof });
    return true;
  });
  return value;
}
