import assert from "node:assert/strict";
import { signCheckpoint } from "../../lib/audit/checkpoint.ts";
import { Frontier, inclusionProof, leafHash } from "../../lib/audit/merkle.ts";
import { noteSigner, noteVerifier } from "../../lib/audit/signed-note.ts";
import { checkProof, ProofError, proofText, readProof } from "../../lib/audit/tlog-proof.ts";
import { subtreesFrom, TileWriter } from "../../lib/audit/tiles.ts";
import { TEST_SIGNER } from "../support/audit-log.ts";

const KEY = noteVerifier(TEST_SIGNER.verifierKey);

/** The proof of an entry in a log of so many. */
async function proofOf(index: number, size: number) {
  const tree = new Frontier();
  const tiles = new TileWriter(() => Promise.resolve(new Uint8Array()));
  for (let i = 0; i < size; i++) tree.append(leafHash(`entry ${i} åäö`), tiles.note);
  const rows = new Map(
    tiles.take().map(({ name, bytes }) => [`${name.height}/${name.index}`, bytes]),
  );
  const read = subtreesFrom(({ height, index }) =>
    Promise.resolve(rows.get(`${height}/${index}`) ?? new Uint8Array())
  );
  const note = signCheckpoint(TEST_SIGNER, { size, root: tree.root() });
  const proof = await inclusionProof(index, size, read);
  return { text: `entry ${index} åäö`, index, proof, note };
}

Deno.test("a proof is a file as C2SP says it, read back and checked without the log", async () => {
  const proof = await proofOf(5, 7);
  const file = proofText(proof);
  const lines = file.split("\n");
  assert.equal(lines[0], "c2sp.org/tlog-proof@v1");
  assert.match(lines[1] ?? "", /^extra [A-Za-z0-9+/]+=*$/);
  assert.equal(lines[2], "index 5");
  assert.equal(lines.slice(3, lines.indexOf("")).length, proof.proof.length);
  assert(file.endsWith(`\n\n${proof.note}`));
  const read = readProof(file);
  assert.deepEqual({ ...read, proof: read.proof.map((one) => [...one]) }, {
    ...proof,
    proof: proof.proof.map((one) => [...one]),
  });
  assert.equal(checkProof(read, [KEY]), 7);
  assert.equal(checkProof(readProof(proofText(await proofOf(0, 1))), [KEY]), 1);
});

Deno.test("a proof whose text, index, hashes or signature were changed proves nothing", async () => {
  const proof = await proofOf(5, 7);
  const other = noteVerifier(noteSigner(KEY.name, new Uint8Array(32).fill(9)).verifierKey);
  assert.throws(() => checkProof({ ...proof, text: "entry 6 åäö" }, [KEY]), ProofError);
  assert.throws(() => checkProof({ ...proof, index: 4 }, [KEY]), ProofError);
  assert.throws(() => checkProof({ ...proof, index: 7 }, [KEY]), ProofError);
  assert.throws(() => checkProof({ ...proof, proof: proof.proof.slice(1) }, [KEY]), ProofError);
  assert.throws(() => checkProof(proof, [other]), /No signature/);
  const file = proofText(proof);
  for (
    const spoilt of [
      "",
      file.replace("@v1", "@v2"),
      file.replace("index 5", "index 05"),
      file.replace(/extra .*\n/, ""),
      file.replace(/\n[A-Za-z0-9+/]{43}=\n/, "\nAAAA\n"),
      file.replace("\n\n", "\n"),
    ]
  ) assert.throws(() => readProof(spoilt), ProofError, spoilt.slice(0, 60));
});
