// The impact assessment of places has what Art. 35.7 asks for, and a day on which it is looked at again.
import assert from "node:assert/strict";
import { isReviewDue, reviewDay } from "../../lib/compliance/dpia-due.ts";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { reviewWarnings } from "../../scripts/law-due.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

const text = await Deno.readTextFile(`${ROOT}docs/dpia-location.md`);

Deno.test("the assessment has each part of Art. 35.7, and none is empty", () => {
  for (const part of ["35.7 a", "35.7 b", "35.7 c", "35.7 d"]) {
    const [, after = ""] = text.split(`(Art. ${part})\n`);
    const [body = ""] = after.split("\n## ");
    assert(body.trim().length > 400, part);
  }
});

Deno.test("families it names are stored", () => {
  const names = new Set(KEY_FAMILIES.map(({ name }) => name));
  const [, table = ""] = text.split("(Art. 35.7 a)");
  const rows = table.split("\n## ")[0]?.split("\n").filter((line) => line.startsWith("| ")) ?? [];
  const named = rows.flatMap((row) =>
    [...(row.split("|")[4] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "")
  );
  assert(named.length >= 5);
  assert.deepEqual(named.filter((name) => !names.has(name)), []);
});

Deno.test("whoever checks the product is warned from the day after the review is due, not before", () => {
  const due = reviewDay(text);
  assert(due !== null);
  assert.equal(isReviewDue(text, due), false);
  const dayAfter = Temporal.PlainDate.from(due).add({ days: 1 }).toString();
  assert.equal(isReviewDue(text, dayAfter), true);
  assert.deepEqual(reviewWarnings(text, due), []);
  assert.match(reviewWarnings(text, dayAfter).join(), /docs\/dpia-location\.md/);
  assert.equal(isReviewDue("Reviewed: sometime.", "2026-11-27"), true);
  assert.equal(reviewDay("Reviewed: 2026-11-27. Review again by: 2027-02-30."), null);
});

Deno.test("nobody claims that all of the law is kept: the words stand nowhere in the product", async () => {
  const claim = new RegExp(["100", "\\s?%\\s?", "compliant"].join(""), "i");
  const found: string[] = [];
  for (const folder of ["lib", "routes", "islands", "docs", "scripts"]) {
    for (const path of filesBelow(folder, /\.(tsx?|md)$/)) {
      if (claim.test(await Deno.readTextFile(ROOT + path))) found.push(path);
    }
  }
  assert.deepEqual(found, []);
  assert.match("We are 100 % compliant", claim);
});
