// Proves one entry against the newest signed checkpoint: what stands in the database is hashed, and the hashes up to the root
// are compared with what was signed.
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { openBySome } from "./checkpoint.ts";
import { auditKeys } from "./keys.ts";
import { type Hash, inclusionProof, isIncluded, leafHash } from "./merkle.ts";
import { NoteError, type NoteSigner, noteVerifier } from "./signed-note.ts";
import { subtreesFrom } from "./tiles.ts";
import type { TlogProof } from "./tlog-proof.ts";

/** What proving needs. */
export interface ProveDeps {
  db: Pick<Database, "read">;
  auditSigner: Pick<NoteSigner, "verifierKey">;
}

/** What was found. */
export type EntryVerdict =
  /** It is what was signed. */
  | "proved"
  /** No checkpoint has it yet: one is signed every five minutes. */
  | "unsigned"
  /** The checkpoint is not of this server's key. */
  | "other-key"
  /** It is not what was signed. */
  | "altered";

/** An entry with its proof. */
export interface ProvedEntry {
  verdict: EntryVerdict;
  leaf: Hash;
  /** Entries the checkpoint is of, and when it was signed; 0 and "" without one. */
  size: number;
  signedAt: string;
  /** The root that was signed. */
  root: Hash;
  /** The file; null where there is no checkpoint that has it. */
  proof: TlogProof | null;
}

/** Proves the entry with this text. */
export async function proveEntry(
  { db, auditSigner }: ProveDeps,
  { index, text }: { index: number; text: string },
): Promise<ProvedEntry> {
  const leaf = leafHash(text);
  const { value: head } = await readIfReadable(db.read, auditKeys.head());
  const size = head?.signedSize ?? 0;
  const unsigned: ProvedEntry = {
    ...{ verdict: "unsigned", leaf, size, signedAt: head?.signedAt ?? "", root: new Uint8Array() },
    proof: null,
  };
  if (index >= size) return unsigned;
  const { value: checkpoint } = await readIfReadable(db.read, auditKeys.checkpoint(size));
  if (checkpoint === null) return { ...unsigned, verdict: "altered" };
  const read = subtreesFrom(async ({ height, index }) =>
    (await readIfReadable(db.read, auditKeys.tile(height, index))).value ?? new Uint8Array()
  );
  const proof = await inclusionProof(index, size, read);
  const signed = signedRoot(checkpoint.note, auditSigner);
  const isProved = signed !== null && signed.size === size &&
    isIncluded({ index, size, leaf, root: signed.root, proof });
  return {
    verdict: signed === null ? "other-key" : isProved ? "proved" : "altered",
    ...{ leaf, size, signedAt: checkpoint.at, root: signed?.root ?? new Uint8Array() },
    proof: { text, index, proof, note: checkpoint.note },
  };
}

function signedRoot(note: string, { verifierKey }: ProveDeps["auditSigner"]) {
  try {
    return openBySome(note, [noteVerifier(verifierKey)]);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    return null;
  }
}
