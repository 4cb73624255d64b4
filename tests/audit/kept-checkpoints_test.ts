// A checkpoint is found in whatever somebody kept it in, and nothing else is taken for one.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { signCheckpoint } from "../../lib/audit/checkpoint.ts";
import { notesIn } from "../../lib/audit/kept-checkpoints.ts";
import { TEST_SIGNER } from "../support/audit-log.ts";

const NOTE = signCheckpoint(TEST_SIGNER, { size: 300, root: new Uint8Array(32).fill(5) });
const MAIL = `Hej,\n\n${NOTE}\nHälsningar från loggen, som är så lång att breven bryter raden\n`;

Deno.test("a checkpoint is found as it is, indented, quoted, with the lines of Windows, and in a saved mail", () => {
  const bytes = Buffer.from(MAIL);
  const quotedPrintable = [...bytes].map((byte) =>
    byte === 10
      ? "\r\n"
      : byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase()}`
      : String.fromCharCode(byte)
  ).join("").replaceAll(/([^\r\n=]{60})/g, "$1=\r\n");
  const base64 = bytes.toString("base64").replaceAll(/(.{76})/g, "$1\r\n");
  const kept = [
    MAIL,
    MAIL.replaceAll(/^/gm, "  "),
    MAIL.replaceAll(/^/gm, "> > "),
    MAIL.replaceAll("\n", "\r\n"),
    `Content-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable}`,
    `Content-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`,
  ];
  for (const text of kept) assert.deepEqual(notesIn(text), [NOTE], text);
});

Deno.test("what is no checkpoint is none, and bytes that are no base64 are passed over", () => {
  assert.deepEqual(notesIn(MAIL.replace("\n300\n", "\nmany\n")), []);
  assert.deepEqual(notesIn(`${"A".repeat(76)}\r\nAAA\r\n`), []);
});
