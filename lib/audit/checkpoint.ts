// Checkpoints of the log as https://c2sp.org/tlog-checkpoint says them: origin, size and root, as a signed note.
import { type Hash, HASH_BYTES } from "./merkle.ts";
import { NoteError, type NoteSigner, type NoteVerifier, openNote } from "./signed-note.ts";

/** What a checkpoint says of the log. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
}

/** The signed note of a tree. The key's name is the log's origin. */
export function signCheckpoint(signer: NoteSigner, { size, root }: Omit<Checkpoint, "origin">) {
  return signer.sign(`${signer.name}\n${size}\n${Uint8Array.from(root).toBase64()}\n`);
}

/** What a note says that one of some keys has signed: there is another after the secret was replaced. Throws NoteError. */
export function openBySome(note: string, verifiers: readonly NoteVerifier[]): Checkpoint {
  let said: NoteError | null = null;
  for (const verifier of verifiers) {
    try {
      return openCheckpoint(note, verifier);
    } catch (error) {
      if (!(error instanceof NoteError)) throw error;
      said = error;
    }
  }
  throw said ?? new NoteError("No key is known");
}

/** The size a note claims, whoever signed it; 0 for what is no checkpoint. */
export function claimedSize(note: string): number {
  return Number(/^[^\n]+\n(\d{1,16})\n/.exec(note)?.[1] ?? 0);
}

/** What a note says that the key has signed. Throws NoteError. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint {
  const [origin = "", size = "", root = "", ...further] = openNote(note, verifier).split("\n");
  if (origin !== verifier.name) throw new NoteError(`The checkpoint is of the log ${origin}`);
  if (!/^(0|[1-9]\d{0,15})$/.test(size)) throw new NoteError("The checkpoint has no size");
  // The text ends in a newline; what stands before it would be extensions, which we never sign.
  if (further.length !== 1 || further[0] !== "") {
    throw new NoteError("The checkpoint says too much");
  }
  return { origin, size: Number(size), root: rootOf(root) };
}

function rootOf(text: string): Hash {
  const isRoot = /^[A-Za-z0-9+/]{43}=$/.test(text);
  const root = isRoot ? Uint8Array.fromBase64(text) : new Uint8Array();
  if (root.length !== HASH_BYTES) throw new NoteError("The checkpoint has no root");
  return root;
}
