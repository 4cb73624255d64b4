// The list queries of the audit log: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { auditKeys } from "./keys.ts";
import { GROUP } from "./appender.ts";
import { MAX_CHECKPOINTS } from "./checkpoint-export.ts";
import { BATCH } from "./log-file.ts";

/** The queries. */
export const auditQueries: readonly ListQuery[] = [
  {
    name: "oldest intent",
    at: "lib/audit/appender.ts waitingSince",
    walks: auditKeys.intent,
    by: "",
    order: "up",
    most: 1,
    asks: "health, metrics",
  },
  {
    name: "intents waiting",
    at: "lib/audit/appender.ts #waiting",
    walks: auditKeys.intent,
    by: "",
    order: "up",
    most: GROUP,
    asks: "the appender",
  },
  {
    name: "checkpoints since",
    at: "lib/audit/checkpoint-export.ts write",
    walks: auditKeys.checkpoint,
    by: "a size",
    order: "up",
    most: MAX_CHECKPOINTS,
    asks: "the export of the log",
  },
  walkQuery({
    name: "entries to verify",
    at: "lib/audit/log-file.ts entries",
    walks: auditKeys.entry,
    by: "",
    order: "up",
    most: BATCH,
    asks: "the verification of the log",
  }),
  walkQuery({
    name: "checkpoints to verify",
    at: "lib/audit/log-file.ts notes",
    walks: auditKeys.checkpoint,
    by: "",
    order: "up",
    most: 100,
    asks: "the verification of the log",
  }),
];
