// What stands beside a backup: what it is of, and by what a damaged or a foreign one is told.
import { z } from "zod";

/** What is written beside each copy. */
export const manifestSchema = z.strictObject({
  backup: z.literal("avanti/1"),
  /** Instant. */
  madeAt: z.string(),
  /** Name of the copy, in the same folder. */
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().min(0),
  /** Hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The release it was made by, as the settings call it; "" where they do not. */
  release: z.string(),
  mode: z.string(),
  /** By what the database knows its secret again; says nothing about it. */
  secretMark: z.string(),
  /** Which ledger of erasures is its own. */
  ledger: z.string(),
  /** Versions of the key-encryption key it needs. None of them stands in it. */
  keyVersions: z.array(z.int().min(1)),
  /** Entries of the audit log; 0 where none was written. */
  auditEntries: z.int().min(0),
  /** Version of the rows of each family, as the release knows them. */
  families: z.record(z.string(), z.int().min(1)),
  /** Rows of each family. */
  rows: z.record(z.string(), z.int().min(0)),
});

/** The manifest of one backup. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where the manifest of a copy stands. */
export function manifestFileOf(copy: string): string {
  return `${copy}.json`;
}
