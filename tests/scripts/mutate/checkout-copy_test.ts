// Copies of a checkout, and what belongs to one.
import assert from "node:assert/strict";
import { checkoutFiles, copyCheckout } from "../../../scripts/mutate/checkout-copy.ts";
import { tempFolder } from "../../support/databases.ts";

Deno.test("copyCheckout() copies the files it is given, and nothing else, and takes all away again", async () => {
  await using source = await tempFolder();
  await using within = await tempFolder();
  await Deno.mkdir(`${source.path}/lib/deep`, { recursive: true });
  await Deno.writeTextFile(`${source.path}/lib/deep/a.ts`, "a");
  await Deno.writeTextFile(`${source.path}/main.ts`, "main");
  await Deno.writeTextFile(`${source.path}/ignored.ts`, "ignored");
  const files = ["lib/deep/a.ts", "main.ts"];
  const copy = await copyCheckout(`${source.path}/`, files, within.path);
  assert.equal(await Deno.readTextFile(`${copy.root}lib/deep/a.ts`), "a");
  assert.equal(await Deno.readTextFile(`${copy.root}main.ts`), "main");
  assert.deepEqual([...Deno.readDirSync(copy.root)].map(({ name }) => name).sort(), [
    "lib",
    "main.ts",
  ]);
  assert.deepEqual([...Deno.readDirSync(copy.temporary)], []);
  await copy.remove();
  assert.deepEqual([...Deno.readDirSync(within.path)], []);
});

Deno.test("checkoutFiles() does not take a folder that is no checkout for an empty one", async () => {
  await using folder = await tempFolder();
  await assert.rejects(checkoutFiles(`${folder.path}/`));
});
