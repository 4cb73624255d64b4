import assert from "node:assert/strict";
import { pinnedWords } from "../../../../lib/ui/customer/trip/pinned-words.ts";

Deno.test("pinnedWords() keeps the words that made us ask for the pin, and no others", () => {
  assert.equal(pinnedWords("Globen, entré 2", true, "Plats på kartan"), "Globen, entré 2");
  assert.equal(pinnedWords(" ", true, "Plats på kartan"), "Plats på kartan");
  assert.equal(pinnedWords("Vasagatan 1", false, "Plats på kartan"), "Plats på kartan");
});
