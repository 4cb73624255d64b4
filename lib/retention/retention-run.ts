// A run of retention: how far it has come, and what it found and did, family by family.
import type { KeptReason } from "./retention-rules.ts";

/** Rows of one family. */
export interface FamilyCount {
  looked: number;
  deleted: number;
  anonymised: number;
  kept: { readonly [Reason in KeptReason]?: number };
}

/** What was found and done, by family. */
export type RunCounts = Readonly<Record<string, FamilyCount>>;

/** One run. */
export interface RetentionRun {
  /** A ULID. */
  id: string;
  /** Instants, ISO in UTC. What is over is over at this one, however long the run takes. */
  startedAt: string;
  /** Null while it goes on. */
  finishedAt: string | null;
  /** The number of the part that goes on, and the last row it has covered there. */
  part: number;
  after: Deno.KvKey | null;
  counts: RunCounts;
}

/** What an act did to rows: how many of which family were deleted, how many anonymised. */
export type Effects = Readonly<
  Record<string, { readonly deleted?: number; readonly anonymised?: number }>
>;

const NOTHING: FamilyCount = { looked: 0, deleted: 0, anonymised: 0, kept: {} };

/** The counts with rows that were looked at. */
export function withLooked(counts: RunCounts, family: string, looked: number): RunCounts {
  const count = counts[family] ?? NOTHING;
  return { ...counts, [family]: { ...count, looked: count.looked + looked } };
}

/** The counts with rows that stay. */
export function withKept(
  counts: RunCounts,
  family: string,
  reason: KeptReason,
  rows: number,
): RunCounts {
  const count = counts[family] ?? NOTHING;
  const kept = { ...count.kept, [reason]: (count.kept[reason] ?? 0) + rows };
  return { ...counts, [family]: { ...count, kept } };
}

/** The counts with what an act did. */
export function withEffects(counts: RunCounts, effects: Effects): RunCounts {
  const next = { ...counts };
  for (const [family, { deleted = 0, anonymised = 0 }] of Object.entries(effects)) {
    const count = next[family] ?? NOTHING;
    next[family] = {
      ...count,
      deleted: count.deleted + deleted,
      anonymised: count.anonymised + anonymised,
    };
  }
  return next;
}

/** Sums over all families, for a line in a list. */
export function totalsOf(counts: RunCounts): Omit<FamilyCount, "kept"> {
  return Object.values(counts).reduce(
    (sum, { looked, deleted, anonymised }) => ({
      looked: sum.looked + looked,
      deleted: sum.deleted + deleted,
      anonymised: sum.anonymised + anonymised,
    }),
    { looked: 0, deleted: 0, anonymised: 0 },
  );
}
