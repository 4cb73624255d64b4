import assert from "node:assert/strict";
import { buildOf, isBuildCurrent, stampBuild } from "../../scripts/build-stamp.ts";

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

Deno.test("of many who want a build at once one makes it, and the others find it", async () => {
  const root = await Deno.makeTempDir();
  try {
    for (const folder of ["islands", "lib", "routes", "static", "_fresh"]) {
      await Deno.mkdir(`${root}/${folder}`);
    }
    for (const file of ["deno.json", "deno.lock"]) await Deno.writeTextFile(`${root}/${file}`, "");
    let builds = 0;
    let atOnce = 0;
    const build = async () => {
      builds++;
      assert.equal(++atOnce, 1);
      await Deno.writeTextFile(`${root}/_fresh/server.js`, "");
      atOnce--;
    };
    await Promise.all(
      Array.from({ length: 5 }, () => buildOf(root, build, { onlyIfStale: true })),
    );
    assert.equal(builds, 1);
    await buildOf(root, build);
    assert.equal(builds, 2, "who asks for a build without condition gets one");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
