// A part of a run: the rows of some families, looked at a page at a time from the first to the last.
import type { Transaction } from "../kv/transaction.ts";
import type { Effects } from "./retention-run.ts";
import type { KeptReason } from "./retention-rules.ts";

/** Rows looked at in one page: other work gets its turn after each. */
export const ROWS_PER_PAGE = 250;

/** What must be done so that some rows are over: commits in their order, and what they do together. */
export interface Deed {
  effects: Effects;
  commits: readonly ((tx: Transaction) => void)[];
}

/** Rows that share a fate. */
export interface Look {
  family: string;
  rows: number;
  /** Everything up to here is covered once this has been dealt with. */
  at: Deno.KvKey;
  /** Why they stay, or how to find out what must be done; null says that nothing is left to do. */
  fate: KeptReason | (() => Promise<Deed | null>);
}

/** A page of looks. */
export interface Page {
  looks: readonly Look[];
  /** Where the next page begins; null after the last. */
  next: Deno.KvKey | null;
}

/** One part; a run goes through all of them in their order. */
export interface RetentionPart {
  page(now: Temporal.Instant, after: Deno.KvKey | null): Promise<Page>;
}
