import assert from "node:assert/strict";
import { isBuildCurrent, stampBuild } from "../../scripts/build-stamp.ts";

Deno.test("a build is current until a source is added, changed or removed", async () => {
  const root = await Deno.makeTempDir();
  try {
    for (const folder of ["islands", "lib/booking", "routes", "static", "_fresh"]) {
      await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    }
    for (const file of ["deno.json", "deno.lock", "lib/booking/a.ts", "static/a.css"]) {
      await Deno.writeTextFile(`${root}/${file}`, "one");
    }
    assert.equal(await isBuildCurrent(root), false);
    await stampBuild(root);
    assert.equal(await isBuildCurrent(root), true);

    await Deno.writeTextFile(`${root}/lib/booking/a.ts`, "another");
    assert.equal(await isBuildCurrent(root), false);
    await stampBuild(root);
    await Deno.writeTextFile(`${root}/routes/new.ts`, "");
    assert.equal(await isBuildCurrent(root), false);
    await stampBuild(root);
    await Deno.remove(`${root}/static/a.css`);
    assert.equal(await isBuildCurrent(root), false);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
