// The families that belong to the database itself: its feed, its jobs, its counters, what it knows of itself.
import {
  all,
  anything,
  either,
  flag,
  instant,
  listOf,
  number,
  orNull,
  record,
  type Shape,
  text,
} from "../kernel/shape.ts";
import type { Cursor, FeedBody, FeedEntry, FeedRow, ReaderRow } from "./feed-row.ts";
import { family } from "./family.ts";
import { type DeadJob, type Job, jobSchema, readDeadJob } from "./job.ts";
import type { IdempotencyRecord } from "./idempotency-record.ts";

/** How long a commit stays on the feed, whatever its readers do: a board away for longer loads anew. */
export const FEED_KEPT_MS = 2 * 24 * 60 * 60_000;

/** How long an idempotency key is remembered, in milliseconds: a day, as long as a phone may sit in a tunnel. */
export const IDEMPOTENCY_TTL_MS = 24 * 60 * 60 * 1000;

/** How long a try counts at most, in milliseconds. */
export const TRIES_KEPT_MS = 60 * 60_000;

/** How long a pace is kept at most, in milliseconds: all of it has come back long before. */
export const PACES_KEPT_MS = 24 * 60 * 60_000;

/** How far a walk over old rows has come. */
export interface BackfillRow {
  /** Key of the last row it has covered; the first part alone when there was none. */
  after: Deno.KvKey;
  isDone: boolean;
}

/** Which edition the rows that are read together are of. */
export interface EditionRow {
  /** One higher with every change of any of them. */
  number: number;
  /** A change that was decided and is being carried out: the first `done` of its `count` rows are in place. */
  pending: { id: string; count: number; done: number } | null;
}

/** A row that waits for the edition it belongs to. */
export interface StagedRow {
  key: Deno.KvKey;
  /** As it will stand in the database, with the mark of its version. */
  row: unknown;
}

const jobShape: Shape = (value) => jobSchema.safeParse(value).success;
const keyShape = listOf(either(either(text, number), flag));

const feedRowShape = record<FeedRow>({
  at: instant,
  entries: listOf(record<FeedEntry>({ kind: text, body: record<FeedBody>({ at: instant }) })),
});
const readerShape = either(
  record<{ cursor: string }>({ cursor: text }),
  record<ReaderRow & { cursor: null }>({ cursor: (value) => value === null, leasedUntil: instant }),
);
const idempotencyShape = record<IdempotencyRecord>({
  bodyHash: text,
  resultId: text,
  expiresAt: instant,
});
const backfillShape = record<BackfillRow>({ after: keyShape, isDone: flag });
const editionShape = record<EditionRow>({
  number,
  pending: orNull(
    record<NonNullable<EditionRow["pending"]>>({ id: text, count: number, done: number }),
  ),
});
const stagedShape = record<StagedRow>({ key: keyShape, row: anything });

/** Families of the database itself. */
export const kvKeys = {
  /** What happened, a row a commit, in commit order; the last part is the commit's versionstamp. */
  feed: family<[versionstamp: string], FeedRow>("feed", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "age", ms: FEED_KEPT_MS },
    unsealed: "rows that are sealed themselves",
    shape: feedRowShape,
  }),
  /** How far each reader of the feed has come; moved in the commit of its effect. */
  feedReader: family<[name: string], ReaderRow>("feedReader", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: readerShape,
  }),
  /** The newest commit that was pruned from the feed: whoever stands before it has missed something. */
  feedPruned: family<[], Cursor>("feedPruned", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: text,
  }),
  job: family<[dueMs: number, id: string], Job>("job", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    shape: jobShape,
  }),
  /** Jobs that failed too often, until a person retries or drops them. */
  deadJob: family<[id: string], DeadJob>("deadJob", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    stored: { version: 2, upgrade: readDeadJob },
    shape: all(jobShape, record<{ diedAt: string }>({ diedAt: orNull(instant) })),
  }),
  counter: family<[name: string, day: string], number>("counter", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    // The first release summed up `Deno.KvU64`.
    stored: {
      version: 2,
      // What is neither has no shape of a counter.
      upgrade: (stored) =>
        stored instanceof Deno.KvU64
          ? Number(stored.value)
          : Number(typeof stored === "number" ? stored : NaN),
    },
    shape: number,
  }),
  idempotency: family<[scope: string, keyHash: string], IdempotencyRecord>("idempotency", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: IDEMPOTENCY_TTL_MS },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    shape: idempotencyShape,
  }),
  /** Walks over rows that were there before what follows from them; moved in the commit of their effect. */
  backfill: family<[name: string], BackfillRow>("backfill", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: backfillShape,
  }),
  /** When something was tried lately, epoch milliseconds, oldest first; `who` is a keyed hash. */
  tries: family<[what: string, who: string], number[]>("tries", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: TRIES_KEPT_MS },
    endsMs: (times) => (times.at(-1) ?? 0) + TRIES_KEPT_MS,
    unsealed: "keyed marks, ids and times only",
    shape: listOf(number),
  }),
  /** When all of a pace is there again, epoch milliseconds; `who` is a keyed hash. */
  pace: family<[what: string, who: string], number>("pace", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: PACES_KEPT_MS },
    endsMs: (fullAtMs) => fullAtMs,
    unsealed: "keyed marks, ids and times only",
    shape: number,
  }),
  /** What fleet, tariffs and landmarks are of one moment by. */
  edition: family<[], EditionRow>("edition", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: editionShape,
  }),
  /** Rows of an edition to come. */
  staged: family<[id: string, index: number], StagedRow>("staged", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "done" },
    unsealed: "rows that are sealed themselves",
    shape: stagedShape,
  }),
  /** Facts about this database, for example when it was seeded. */
  about: family<[fact: string], string>("about", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: text,
  }),
} as const;
