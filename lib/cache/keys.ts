// What a network tier in Deno KV holds. It is a database of its own: none of these rows stands beside bookings.
import { family } from "../kv/family.ts";
import { MAX_LOG_RECORDS } from "./network-tier.ts";

/** An entry. Its value as text with a character a byte: KV takes many times as long to give back bytes. */
export interface CacheEntryRow {
  /** Epoch milliseconds. */
  expiresAt: number;
  /** The bytes, or null when they stand in parts. */
  text: string | null;
  /** Which write it was, and how many parts it has; parts of another write are not taken for its own. */
  write: string;
  parts: number;
}

/** A part of an entry that is larger than a row. */
export interface CachePartRow {
  expiresAt: number;
  text: string;
}

/** How far the log has come. */
export interface CacheHeadRow {
  epoch: string;
  seq: number;
}

/** Longest an entry stands, in milliseconds: the longest life of any policy, with room. */
const MOST_MS = 30 * 24 * 3_600_000;

const FACTS = { privacy: "C1", subject: "nobody" } as const;

/** The families of the cache's own database. */
export const cacheKeys = {
  entry: family<[name: string], CacheEntryRow>("cacheEntry", {
    ...FACTS,
    kept: { until: "expiry", atMostMs: MOST_MS },
    endsMs: ({ expiresAt }) => expiresAt,
  }),
  part: family<[name: string, write: string, part: number], CachePartRow>("cachePart", {
    ...FACTS,
    kept: { until: "expiry", atMostMs: MOST_MS },
    endsMs: ({ expiresAt }) => expiresAt,
  }),
  head: family<[], CacheHeadRow>("cacheHead", { ...FACTS, kept: { until: "erased" } }),
  record: family<[seq: number], string>("cacheRecord", { ...FACTS, kept: { until: "done" } }),
};

/** The record that goes when one is appended. */
export function recordGone(seq: number): number {
  return seq - MAX_LOG_RECORDS;
}
