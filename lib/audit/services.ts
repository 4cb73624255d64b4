// The services of this room: what commits say about themselves, and the log it becomes.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import type { Logger } from "../kernel/log.ts";
import { privateFile } from "../kernel/private-file.ts";
import { Appender } from "./appender.ts";
import { AuditRecorder } from "./recorder.ts";
import { checkLog, type LogCheck } from "./check-log.ts";
import { CheckpointExport } from "./checkpoint-export.ts";
import { EntryFinder } from "./find-entries.ts";
import type { Intent } from "./intent.ts";
import { type NoteSigner, noteSigner } from "./signed-note.ts";

/** The file of hashes and checkpoints, beside the database. */
export const CHECKPOINTS_FILE = "audit-checkpoints.jsonl";

/** What this room gives to those above it. */
export interface AuditServices {
  /** Writes down reads and what concerns security. */
  audit: AuditRecorder;
  auditAppender: Appender;
  /** Finds entries. */
  auditFinder: EntryFinder;
  /** Compares the log with its newest checkpoint. */
  auditChecker: { check(asked: { since: string; most: number }): Promise<LogCheck> };
  /** Signs checkpoints; its name is the log's origin. */
  auditSigner: NoteSigner;
  /** Writes checkpoints outside the database; null where the database is in memory. */
  checkpointExport: CheckpointExport | null;
}

/** What the room stands on. */
export interface AuditParts {
  config: { origin: string; database: string };
  log: Logger;
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  /** 32 bytes that the signer's key is made of. */
  auditSeed: Uint8Array;
  /** The mark of a subject. */
  markOf(subject: { kind: string; at: string }): Promise<string>;
}

/** Composes the room's services. */
export function auditServices(
  { config, log, db, clock, randomBytes, auditSeed, markOf }: AuditParts,
): AuditServices {
  const auditSigner = noteSigner(auditOrigin(config.origin), auditSeed);
  const processId = ulid(clock.now().epochMilliseconds, randomBytes);
  // For whoever gathers lines elsewhere: by the number they find the entry, which says who and from where.
  const onSecurity = (index: number, { act, what, count, ref }: Intent) =>
    log.info("a security event", {
      ...{ id: `entry ${index}`, code: act ?? what },
      ...(count === undefined ? {} : { count }),
      ...(ref === "" ? {} : { requestId: ref }),
    });
  const auditAppender = new Appender({ db, clock, signer: auditSigner, processId, onSecurity });
  const path = privateFile(config.database, CHECKPOINTS_FILE);
  const checkpointExport = config.database === ":memory:"
    ? null
    : new CheckpointExport({ db, path, log });
  const audit = new AuditRecorder({ db, log, markOf });
  const auditFinder = new EntryFinder({ db });
  const auditChecker: AuditServices["auditChecker"] = {
    check: (asked) => checkLog({ db, auditAppender, auditFinder, auditSigner }, asked),
  };
  return { audit, auditAppender, auditFinder, auditChecker, auditSigner, checkpointExport };
}

/** The log's name: where people reach the product, without the scheme, as C2SP recommends. */
export function auditOrigin(origin: string): string {
  return `${new URL(origin).host}/audit`;
}
