// The proof of one entry as a file of its own, as https://c2sp.org/tlog-proof says it: the entry's text as extra data, where it
// stands, the hashes up to the root, and the signed checkpoint.
import { openBySome } from "./checkpoint.ts";
import { type Hash, HASH_BYTES, isIncluded, leafHash } from "./merkle.ts";
import type { NoteVerifier } from "./signed-note.ts";

/** What such a file begins with. */
export const PROOF_HEAD = "c2sp.org/tlog-proof@v1";
/** Most hashes of a proof: of a log of 2^63 entries. */
const MAX_HASHES = 63;

/** A proof as it is written down. */
export interface TlogProof {
  /** The entry's text. */
  text: string;
  index: number;
  proof: readonly Hash[];
  /** The checkpoint, a signed note. */
  note: string;
}

/** The file is none, or proves nothing. */
export class ProofError extends Error {
  override name = "ProofError";
}

/** The file of a proof. */
export function proofText({ text, index, proof, note }: TlogProof): string {
  const hashes = proof.map((hash) => `${Uint8Array.from(hash).toBase64()}\n`).join("");
  const extra = new TextEncoder().encode(text).toBase64();
  return `${PROOF_HEAD}\nextra ${extra}\nindex ${index}\n${hashes}\n${note}`;
}

/** Reads such a file. Throws ProofError. */
export function readProof(file: string): TlogProof {
  const cut = file.indexOf("\n\n");
  const [head, extra = "", at = "", ...hashes] = file.slice(0, cut).split("\n");
  const index = /^index (0|[1-9]\d{0,15})$/.exec(at)?.[1];
  if (cut < 0 || head !== PROOF_HEAD || index === undefined || !extra.startsWith("extra ")) {
    throw new ProofError("This is no proof of an entry");
  }
  if (hashes.length > MAX_HASHES) throw new ProofError("The proof has too many hashes");
  const text = new TextDecoder().decode(bytesOf(extra.slice("extra ".length)));
  const proof = hashes.map(bytesOf);
  if (proof.some(({ length }) => length !== HASH_BYTES)) throw new ProofError("A hash is none");
  return { text, index: Number(index), proof, note: file.slice(cut + 2) };
}

/** The size of the log whose signed root the entry is proved to be under. Throws ProofError and NoteError. */
export function checkProof(
  { text, index, proof, note }: TlogProof,
  verifiers: readonly NoteVerifier[],
): number {
  const { size, root } = openBySome(note, verifiers);
  if (!isIncluded({ index, size, leaf: leafHash(text), root, proof })) {
    throw new ProofError(`Entry ${index} is not what was signed`);
  }
  return size;
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64, { lastChunkHandling: "strict" });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProofError("A line of the proof cannot be read");
  }
}
