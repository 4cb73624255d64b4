// A text is as wide as V8 writes it.
import assert from "node:assert/strict";
import { serialize } from "node:v8";
import { bytesPerCharacter } from "../../lib/kernel/text-width.ts";

Deno.test("a character takes the bytes that V8 writes for it, at each border of Latin-1 and of the planes", () => {
  for (const text of ["", "Maja", "Öberg", "\u0000ÿ", "Ā", "aĀ", "€", "\uffff", "🚕", "\ud83d"]) {
    const many = text.repeat(100);
    const frame = 20;
    const written = serialize(many).byteLength;
    const told = many.length * bytesPerCharacter(many);
    assert(written >= told && written <= told + frame, `${text}: ${written} for ${told}`);
  }
});
