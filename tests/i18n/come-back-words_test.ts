import assert from "node:assert/strict";
import { comeBackWords } from "../../lib/i18n/come-back-words.ts";

Deno.test("a wait is said in seconds up to a minute and a half, in whole minutes from there, one of each in the singular", () => {
  const said = (seconds: number) => comeBackWords("en", seconds);
  assert.equal(said(1), "Wait 1 second and try again.");
  assert.equal(said(90), "Wait 90 seconds and try again.");
  assert.equal(said(91), "Wait 2 minutes and try again.");
  assert.equal(said(3_600), "Wait 60 minutes and try again.");
  assert.equal(comeBackWords("sv", 1), "Vänta 1 sekund och försök igen.");
  assert.equal(comeBackWords("sv", 600), "Vänta 10 minuter och försök igen.");
});
