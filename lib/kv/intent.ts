// What a commit writes beside its rows about itself: who did it and what it changed. This room knows when, and which
// rows; what is made of it is said by whoever stands behind this port.

import type { SealingCommit } from "./sealer.ts";

/** One row a commit changes. */
export interface RowChange {
  key: Deno.KvKey;
  /** As it will stand, sealed; undefined when it is deleted. */
  row: unknown;
  /** What was set, before anything of it was sealed. */
  value?: unknown;
  /** The versionstamp it was checked to have, or had when it was read just before; null for none. */
  was: string | null;
}

/** What a use case adds to what is known anyway. */
export interface AuditNote {
  /** What the commit tells of, where it is no change. */
  kind?: "read" | "security";
  /** What was read, or what happened, where the command does not say it. */
  what?: string;
  /** How many rows were shown, or how often it happened. */
  count?: number;
  /** What was done, in the word of the use case: `cancel`. */
  act?: string;
  /** The reason somebody gave. */
  why?: string;
  /** Whose data it touches, by marks. */
  subjects?: readonly string[];
}

/** A row to write under the commit's versionstamp. */
export interface IntentRow {
  prefix: Deno.KvKey;
  row: unknown;
  /** Rows of the same commit that it refers to. */
  beside?: readonly { key: Deno.KvKey; row: unknown }[];
  /** Told the versionstamp once it stands. */
  onCommitted?(versionstamp: string): void;
}

/** Says what a commit writes about itself. */
export interface IntentWriter {
  /** False for families whose rows follow from others, or are of the machinery. */
  isAudited(family: Deno.KvKeyPart | undefined): boolean;
  /** Null when there is nothing worth a row. */
  intentOf(
    changes: readonly RowChange[],
    notes: readonly AuditNote[],
    tx: SealingCommit,
  ): Promise<IntentRow | null>;
}
