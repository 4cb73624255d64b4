// The list queries of the audit log: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { auditKeys } from "./keys.ts";
import { GROUP, MAX_COUNTED } from "./appender.ts";
import { BLOCK_ENTRIES } from "./block-index.ts";
import { CHECKED_AT_ONCE } from "./check-log.ts";
import { MAX_CHECKPOINTS } from "./checkpoint-export.ts";
import { FILTERS_A_READ } from "./find-entries.ts";
import { MAX_ROWS } from "./further-subjects.ts";
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
    name: "intents counted",
    at: "lib/audit/appender.ts figures",
    walks: auditKeys.intent,
    by: "",
    order: "up",
    most: MAX_COUNTED + 1,
    asks: "the log's page",
    exception:
      "they are counted, and no row is shown; there are a handful unless appending stands still",
  },
  walkQuery({
    name: "intents waiting",
    at: "lib/audit/waiting-intents.ts waitingIntents",
    walks: auditKeys.intent,
    by: "",
    order: "up",
    most: GROUP,
    asks: "the appender",
  }),
  {
    name: "further subjects of an entry",
    at: "lib/audit/further-subjects.ts furtherOf",
    walks: auditKeys.further,
    by: "a hash of marks",
    order: "up",
    most: MAX_ROWS,
    asks: "the appender, somebody's own data",
  },
  {
    name: "filters of full blocks",
    at: "lib/audit/find-entries.ts #remember",
    walks: auditKeys.block,
    by: "a block",
    order: "up",
    most: FILTERS_A_READ,
    asks: "the log's page",
    exception:
      "each is read once by a process, which remembers it; the entries that are shown are read by their index",
  },
  walkQuery({
    name: "entries of the unfinished block",
    at: "lib/audit/log-state.ts unfinishedBlock",
    walks: auditKeys.entry,
    by: "an index",
    order: "up",
    most: BLOCK_ENTRIES,
    asks: "the appender, where their words were not kept",
  }),
  walkQuery({
    name: "checkpoints since",
    at: "lib/audit/checkpoint-export.ts write",
    walks: auditKeys.checkpoint,
    by: "a size",
    order: "up",
    most: MAX_CHECKPOINTS,
    asks: "the export of the log",
  }),
  walkQuery({
    name: "entries hashed again",
    at: "lib/audit/check-log.ts entriesBetween",
    walks: auditKeys.entry,
    by: "an index",
    order: "up",
    most: CHECKED_AT_ONCE,
    asks: "the report on data protection",
  }),
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
