// The port behind which rows are sealed. This room takes fields out of rows and puts them back; whose keys those are, where
// they come from and what sealing is, a room above knows.
import type { Key, SubjectName } from "./family.ts";

/** The commit that rows are sealed for; keys that are made for it belong to it. */
export interface SealingCommit {
  /** True when so many more checks and writes fit into it. */
  hasRoomFor(checks: number, writes: number): boolean;
  check(key: Deno.KvKey, versionstamp: string | null): this;
  set<Value>(key: Key<Value>, value: NoInfer<Value>): this;
  /** Calls back once: with its versionstamp, or null when nothing was written. */
  onSettled(callback: (versionstamp: string | null) => void): this;
}

/** Where sealed fields lie. */
export interface SealedPlace {
  family: string;
  /** The record's own key parts. */
  key: readonly Deno.KvKeyPart[];
}

/** Values to seal, as text. */
export interface PartToSeal extends SealedPlace {
  subject: SubjectName | null;
  /** Their paths in the row. */
  fields: readonly string[];
  text: string;
}

/** Something sealed. As text: KV takes fifty times as long to give back bytes. */
export interface SealedPart extends SealedPlace {
  envelope: string;
}

/** What came out: the text, null where the key was destroyed, or in a few words why nobody can open it. */
export type OpenedPart =
  | { fields: readonly string[]; text: string | null }
  | { unopened: string };

/** Seals and opens. Keys are loaded once for all that are asked together. */
export interface Sealer {
  /** In their order. May add to `tx` the keys of subjects who have none. Throws GatewayError. */
  seal(parts: readonly PartToSeal[], tx: SealingCommit): Promise<readonly string[]>;
  /** In their order. Throws GatewayError where keys cannot be had now. */
  open(parts: readonly SealedPart[]): Promise<readonly OpenedPart[]>;
}
