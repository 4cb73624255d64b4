import assert from "node:assert/strict";
import { openCheckpoint, signCheckpoint } from "../../lib/audit/checkpoint.ts";
import { leafHash } from "../../lib/audit/merkle.ts";
import { NoteError, noteSigner, noteVerifier, openNote } from "../../lib/audit/signed-note.ts";

/** The key, text and signature of the example in Go's golang.org/x/mod/sumdb/note. */
const NAME = "PeterNeumann";
const SEED = Uint8Array.fromBase64("gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=");
const VERIFIER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT = "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n";
const SIGNATURE = "— PeterNeumann " +
  "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

Deno.test("a note is signed byte for byte as Go's implementation signs it, and the key is written as there", () => {
  const signer = noteSigner(NAME, SEED);
  assert.equal(signer.verifierKey, VERIFIER_KEY);
  assert.equal(signer.sign(TEXT), `${TEXT}\n${SIGNATURE}`);
  assert.equal(openNote(`${TEXT}\n${SIGNATURE}`, noteVerifier(VERIFIER_KEY)), TEXT);
});

Deno.test("a note whose text, signature, signer or form is another is refused, and signatures of others do not matter", () => {
  const verifier = noteVerifier(VERIFIER_KEY);
  const note = `${TEXT}\n${SIGNATURE}`;
  const other = noteSigner("other.example/log", new Uint8Array(32).fill(1));
  const otherLine = other.sign(TEXT).slice(TEXT.length + 1);
  assert.match(otherLine, /^— other.*\n$/);
  assert.equal(openNote(`${TEXT}\n${otherLine}${SIGNATURE}`, verifier), TEXT);
  const wrong = {
    "another text": note.replace("answer", "question"),
    "another signature": note.replace("x08go/ZJ", "x08go/ZK"),
    "another signer": other.sign(TEXT),
    "no signature": `${TEXT}\n`,
    "no blank line": `${TEXT}${SIGNATURE}`,
    "no newline at the end": note.slice(0, -1),
    "a tab": note.replace("If you", "If\tyou"),
    "a carriage return": note.replace("\n", "\r\n"),
    "text behind": `${note}more\n`,
    "a hyphen for the dash": note.replace("—", "-"),
    "empty": "",
  };
  for (const [name, one] of Object.entries(wrong)) {
    assert.throws(() => openNote(one, verifier), NoteError, name);
  }
});

Deno.test("a verifier's key that was copied wrongly is refused", () => {
  for (
    const key of [
      "",
      "PeterNeumann",
      VERIFIER_KEY.replace("c74f20a3", "c74f20a4"),
      VERIFIER_KEY.replace("ARpc", "ARpd"),
      VERIFIER_KEY.replace("ARpc", "AhpC"),
      VERIFIER_KEY.slice(0, -4),
      VERIFIER_KEY.replace("Peter", "Peter "),
    ]
  ) assert.throws(() => noteVerifier(key), NoteError, key);
});

Deno.test("a checkpoint says origin, size and root in three lines and nothing else", () => {
  const signer = noteSigner("avanti.example/audit", new Uint8Array(32).fill(2));
  const verifier = noteVerifier(signer.verifierKey);
  const root = leafHash("one");
  const note = signCheckpoint(signer, { size: 20_852_163, root });
  assert.equal(
    note.split("\n— ")[0],
    `avanti.example/audit\n20852163\n${Uint8Array.from(root).toBase64()}\n`,
  );
  const { origin, size, root: read } = openCheckpoint(note, verifier);
  assert.deepEqual([origin, size, Uint8Array.from(read)], [
    signer.name,
    20_852_163,
    Uint8Array.from(root),
  ]);
  const base64 = Uint8Array.from(root).toBase64();
  for (
    const text of [
      `other.example/audit\n1\n${base64}\n`,
      `avanti.example/audit\n01\n${base64}\n`,
      `avanti.example/audit\n-1\n${base64}\n`,
      `avanti.example/audit\n1\n${base64.slice(4)}\n`,
      `avanti.example/audit\n1\n${base64}\nmore\n`,
      `avanti.example/audit\n1\n`,
    ]
  ) assert.throws(() => openCheckpoint(signer.sign(text), verifier), NoteError, text);
});
