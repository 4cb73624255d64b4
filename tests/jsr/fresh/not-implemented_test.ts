// What the original has and this implementation does not: an error that names it, never silence.
import assert from "node:assert/strict";
import { join } from "node:path";
import { App } from "fresh";
import { Builder } from "fresh/dev";
import { PROJECT, withProject } from "./support/project.ts";

Deno.test("app.ws() is an error when the application starts, which names it", () => {
  assert.throws(
    () => new App().ws("/chat", { message() {} }),
    /app\.ws\("\/chat"\) is not implemented/,
  );
});

Deno.test("partials stop the build with file and line", async () => {
  const sources: [string, string, RegExp][] = [
    [
      "routes/a.tsx",
      `// f-client-nav\nexport default () => <p f-client-nav>x</p>;`,
      /a\.tsx:2 uses f-client-nav/,
    ],
    [
      "islands/B.tsx",
      `\n\nexport default () => <a href="/" f-partial="/x">x</a>;`,
      /B\.tsx:3 uses f-partial/,
    ],
    [
      "lib/ui/c.tsx",
      `import { Partial } from "fresh/runtime";\nexport { Partial };`,
      /c\.tsx:1 uses Partial/,
    ],
  ];
  for (const [file, source, message] of sources) {
    await withProject({ ...PROJECT, [file]: source }, async (root) => {
      const build = () => new Builder({ root }).build({ snapshot: "memory" });
      await assert.rejects(build, message);
      await assert.rejects(build, /not implemented/);
    });
  }
  await withProject(
    { ...PROJECT, "lib/x.ts": "export type X = Partial<Y>; type Y = object;" },
    async (root) => {
      await new Builder({ root }).build({ snapshot: "memory" });
    },
  );
});

Deno.test("what a builder does not have is an error that names it", async () => {
  await withProject(PROJECT, async (root) => {
    assert.throws(() => new Builder({ root, staticDir: ["a", "b"] }), /list as staticDir/);
    const builder = new Builder({ root });
    assert.throws(() => builder.config.buildId, /builder\.config\.buildId/);
    for (const name of ["jsr:@scope/island", "npm:island", "https://x.example/I.tsx", "@scope/x"]) {
      const message = new RegExp(`registerIsland\\("${name}"\\) names no file`);
      assert.throws(() => builder.registerIsland(name), message);
    }
    const options = { pluginName: "red", filter: /\.css$/, exclude: ["a.css"] };
    assert.throws(
      () => builder.onTransformStaticFile(options, () => undefined),
      /"exclude" of red is not implemented/,
    );
    await builder.build({ snapshot: "memory" });
  });
});

Deno.test("environment variables in islands stop the build with file and line", async () => {
  const files = {
    ...PROJECT,
    "islands/Env.tsx":
      `import { key } from "../lib/key.ts";\nexport default () => <b>{key()}</b>;\n`,
    "lib/key.ts": `\nexport const key = () => Deno.env.get("FRESH_PUBLIC_KEY");\n`,
  };
  await withProject(files, async (root) => {
    const build = () => new Builder({ root }).build({ snapshot: "memory" });
    await assert.rejects(build, /Environment variables in islands are not implemented/);
    await assert.rejects(build, /lib\/key\.ts:2 uses FRESH_PUBLIC_KEY/);
    await Deno.writeTextFile(join(root, "islands/Env.tsx"), "export default () => <b>x</b>;\n");
    await build();
  });
});
