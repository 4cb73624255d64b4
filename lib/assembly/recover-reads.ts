// Reads of the database that failed go through the registry of strategies.
import type { RecoverRead } from "../kv/recovered-reads.ts";
import { ownWork } from "../resilience/operations.ts";
import type { Recovery } from "../resilience/recovery.ts";

/** How long a read that failed may be tried for, in milliseconds: a person waits for it. */
const READ_DEADLINE_MS = 2_000;

/** What becomes of a read that failed. */
export function recoverReads(recovery: Pick<Recovery, "run">): RecoverRead {
  return async (error, again) => {
    let isFirst = true;
    const done = await recovery.run(ownWork("read-database", {
      deadlineMs: READ_DEADLINE_MS,
      // The first try is the one that failed already.
      run: () => {
        const attempt = isFirst ? Promise.reject<never>(error) : again();
        isFirst = false;
        return attempt;
      },
    }));
    if ("error" in done) throw done.error;
    return done.value;
  };
}
