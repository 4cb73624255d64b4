// What runs beside requests: each room declares its own in `<room>/work.ts`, assembly runs them all.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Backfill } from "./backfill.ts";
import type { Feed } from "./feed.ts";
import type { FeedReader } from "./feed-reader.ts";
import type { BoundJob } from "./job.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "./open.ts";
import type { Rounds } from "./rounds.ts";
import { unreadableRows } from "./unreadable-rows.ts";

/** The background work of a room. */
export interface Work {
  jobs?: readonly BoundJob[];
  readers?: readonly FeedReader[];
  rounds?: readonly Rounds[];
  /** Walks over rows that are older than an index on them; a walk that is done everywhere may go. */
  backfills?: readonly Backfill[];
}

/** How often old commits of the feed are looked for, in milliseconds. */
const PRUNE_EVERY_MS = 60_000;
/** Most commits of one such round, of 249 rows each: bookings get their turn, and 14 million rows go a day. */
const PRUNE_COMMITS = 40;
/** How often another process's commits are looked for, in milliseconds; boards show them within two seconds. */
const LOOK_EVERY_MS = 1_000;

/** How often rows that nobody can read are told of, in milliseconds. */
const TELL_EVERY_MS = 1_000;
/** Longest part of a key in the log, in characters. */
const MAX_ID_LENGTH = 100;

/** How often the file is looked at when nothing is committed, in milliseconds. */
const LOOK_AT_FILE_EVERY_MS = 1_000;

/** Work on the database itself. */
export function kvWork(deps: { db: Database; feed: Feed; clock: Clock; log: Logger }): Work {
  const { db, feed, clock, log } = deps;
  const prune: Rounds = {
    name: "pruning the feed",
    everyMs: PRUNE_EVERY_MS,
    isByTheClock: true,
    async round() {
      for (let commits = 0; commits < PRUNE_COMMITS; commits++) {
        if (await feed.prune(clock.now())) return;
      }
    },
  };
  // A file has one process; only behind a server do others commit.
  const other = { memory: [], file: [lookAtFile(db, log)], remote: [lookForOthers(db, feed)] };
  return { rounds: [prune, ...other[db.kind], tellOfUnreadable(db, log)] };
}

/** Says once of each row that was left out. Its key is no secret, but for sessions and links. */
function tellOfUnreadable({ read, write }: Database, log: Logger): Rounds {
  let count = 0;
  return {
    name: "telling of rows nobody can read",
    everyMs: TELL_EVERY_MS,
    round() {
      const leftOut = [read, write].flatMap((kv) => unreadableRows(kv).take());
      for (const { key: [, ...parts], error } of leftOut) {
        const id = parts.map(String).join(" ").slice(0, MAX_ID_LENGTH);
        const facts = error.isSecret ? {} : { id };
        log.error("a row cannot be read", { code: error.family, ...facts, count: ++count, error });
      }
      return Promise.resolve();
    },
  };
}

/** Says once that the file is not what it was, and once that it is again. */
function lookAtFile(db: Database, log: Logger): Rounds {
  let told: string | null = null;
  return {
    name: "looking at the database file",
    everyMs: LOOK_AT_FILE_EVERY_MS,
    round() {
      const trouble = db.trouble();
      if (trouble !== told) {
        if (trouble === null) log.warn("bookings are taken again");
        else log.error("no bookings are taken", { error: new GatewayError("kv", trouble, true) });
        told = trouble;
      }
      return Promise.resolve();
    },
  };
}

function lookForOthers({ bell }: Database, feed: Feed): Rounds {
  let seen: string | null = null;
  return {
    name: "looking at the feed",
    everyMs: LOOK_EVERY_MS,
    async round() {
      if (bell.listenerCount === 0) return;
      const head = await feed.head();
      if (head !== seen) bell.ring();
      seen = head;
    },
  };
}
