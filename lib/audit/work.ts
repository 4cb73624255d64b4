// What this room does beside requests: intents become entries, and the log is signed.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Work } from "../kv/work.ts";
import { STANDS_STILL_MS } from "./appender.ts";
import type { AuditServices } from "./services.ts";

/** How often it is looked at what waits, in milliseconds: a group a second costs a commit a second. */
const APPEND_EVERY_MS = 1_000;

/** How often sums are written, and what the database did not take before, in milliseconds. */
const SUMS_EVERY_MS = 60_000;
/** How often new checkpoints are written outside the database, in milliseconds. */
const EXPORT_EVERY_MS = 10_000;

/** What the work needs. */
export type AuditWorkDeps = Omit<AuditServices, "auditFinder" | "auditChecker"> & {
  clock: Clock;
  log: Logger;
};

/** The work of this room. */
export function auditWork(
  { audit, auditAppender, auditSigner, checkpointExport, clock, log }: AuditWorkDeps,
): Work {
  let [isTold, isKeySaid, isAlteredSaid] = [false, false, false];
  return {
    rounds: [{
      name: "appending to the audit log",
      everyMs: APPEND_EVERY_MS,
      async round() {
        // Whoever verifies needs the key from elsewhere than the database: the log of the server is one such place.
        if (!isKeySaid) log.info("the audit log is signed", { id: auditSigner.verifierKey });
        isKeySaid = true;
        await auditAppender.append();
        await auditAppender.sign();
        if (auditAppender.isAltered && !isAlteredSaid) {
          isAlteredSaid = true;
          log.error("the audit log was written anew");
        }
        const since = await auditAppender.waitingSince();
        const waitedMs = clock.now().epochMilliseconds - Date.parse(since ?? "");
        const standsStill = waitedMs > STANDS_STILL_MS;
        if (standsStill && !isTold) log.error("the audit log stands still");
        if (!standsStill && isTold) log.warn("the audit log goes on");
        isTold = standsStill;
      },
    }, {
      name: "summing up what concerns security",
      everyMs: SUMS_EVERY_MS,
      round: () => audit.writeSums(),
    }, {
      name: "writing checkpoints outside the database",
      everyMs: EXPORT_EVERY_MS,
      round: async () => await checkpointExport?.write(),
    }],
  };
}
