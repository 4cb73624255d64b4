import assert from "node:assert/strict";
import { checkDocs, referencedPaths } from "../../scripts/check-docs.ts";
import { ROOT } from "../support/module-graph.ts";

Deno.test("checkDocs() finds nothing wrong with the documents as they are", async () => {
  assert.deepEqual(await checkDocs(ROOT), []);
});

Deno.test("checkDocs() names the file and line of a link that leads nowhere", async () => {
  const folder = await Deno.makeTempDir();
  for (const name of ["README.md", "CHANGELOG.md", "NOTICE"]) {
    await Deno.writeTextFile(`${folder}/${name}`, "");
  }
  await Deno.mkdir(`${folder}/docs`);
  await Deno.writeTextFile(`${folder}/docs/a.md`, "See [b](b.md) and [it](../README.md).\n");
  assert.deepEqual(await checkDocs(folder), ["docs/a.md:1: docs/b.md does not exist"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("referencedPaths() reads links and code words, not addresses of the web", () => {
  const text = "[a](https://example.se/x) [b](../lib/b.ts#part) `lib/c.ts` `not/ours.ts`";
  assert.deepEqual(referencedPaths(text, "docs/x.md").map(({ path }) => path), [
    "lib/b.ts",
    "lib/c.ts",
  ]);
});
