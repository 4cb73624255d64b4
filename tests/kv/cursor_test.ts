import assert from "node:assert/strict";
import { readCursor, signCursor } from "../../lib/kv/cursor.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { fc } from "../support/property.ts";
import { refusal } from "../support/refusal.ts";

const { cursorKey, linkKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
const SCOPE = "admin-bookings/2026-11-24";
const AFTER = [1_795_410_000_000, "01KAMZ8N00AVANT1B00K1NG001"] as const;

Deno.test("readCursor() gives back what signCursor() was given, whatever the parts", async () => {
  const part = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer());
  await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (after) => {
    const cursor = await signCursor(cursorKey, SCOPE, after);
    assert.deepEqual(await readCursor(cursorKey, SCOPE, cursor), after);
    assert.match(cursor, /^[\w-]+\.[\w-]+$/);
  }));
});

Deno.test("readCursor() refuses a cursor with any one character changed, added or left out", async () => {
  const cursor = await signCursor(cursorKey, SCOPE, AFTER);
  for (let at = 0; at < cursor.length; at++) {
    for (const other of ["A", "B", "_", " ", ".", "=", "%"]) {
      if (other === cursor[at]) continue;
      const changed = cursor.slice(0, at) + other + cursor.slice(at + 1);
      await refusal(readCursor(cursorKey, SCOPE, changed), "link-invalid");
    }
    const shorter = cursor.slice(0, at) + cursor.slice(at + 1);
    await refusal(readCursor(cursorKey, SCOPE, shorter), "link-invalid");
  }
  for (const tail of ["A", "=", ".", ".x", " ", "\n"]) {
    await refusal(readCursor(cursorKey, SCOPE, cursor + tail), "link-invalid");
  }
});

Deno.test("readCursor() refuses a cursor of another list and of another key", async () => {
  const cursor = await signCursor(cursorKey, SCOPE, AFTER);
  await refusal(readCursor(cursorKey, "admin-bookings/2026-11-25", cursor), "link-invalid");
  await refusal(readCursor(linkKey, SCOPE, cursor), "link-invalid");
});

Deno.test("readCursor() refuses what is no cursor at all", async () => {
  for (const text of ["", ".", "..", "a.b", "null", "x".repeat(5_000), "{}", "😀.😀"]) {
    await refusal(readCursor(cursorKey, SCOPE, text), "link-invalid");
  }
});
