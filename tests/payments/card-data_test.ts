// Card data never come to us (PCI DSS, self-assessment A): no form of ours has a field that could carry any.
import assert from "node:assert/strict";
import { filesBelow, ROOT } from "../support/module-graph.ts";

/** What a field for a card is called, by browsers that fill it in and by people who write it. */
const CARD_FIELD =
  /autocomplete\s*[=:]\s*["'{`]+\s*cc-|(?:name|id)\s*[=:]\s*["'{`]+\s*(?:card-?_?(?:number|no|holder)|cc-?_?(?:number|num|exp|csc)|cvc|cvv|cvc2|pan|kortnummer)["'`]/i;

async function cardFields(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    for (const line of (await Deno.readTextFile(ROOT + path)).split("\n")) {
      if (CARD_FIELD.test(line)) found.push(`${path}: ${line.trim()}`);
    }
  }
  return found;
}

Deno.test("no form of ours has a field that could carry card data", async () => {
  const ours = ["lib", "routes", "islands", "static"].flatMap((folder) => filesBelow(folder))
    .filter((path) => /\.(tsx?|js|html)$/.test(path));
  assert.deepEqual(await cardFields(ours), []);
});

Deno.test("the fields of the local Stripe, which stand on its own origin, are seen", async () => {
  const found = await cardFields(["scripts/local-stripe/pages.ts"]);
  assert.equal(found.length, 3);
});
