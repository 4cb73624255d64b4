import assert from "node:assert/strict";
import { join } from "node:path";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { checkManifest } from "../../../lib/jsr/fresh/manifest.ts";
import { PROJECT, withProject } from "./support/project.ts";
import { caller } from "./support/test-app.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const SITE = join(import.meta.dirname as string, "fixtures/site");

/** A route that fails, and an error page that knows the error from both of the framework's names. */
const FAILING = {
  "routes/fails.ts": `import { HttpError } from "fresh";
export const handler = () => { throw new HttpError(418); };
`,
  "routes/_error.tsx": `import { HttpError } from "fresh";
import { HttpError as Shared } from "fresh/runtime";
export default ({ error }: { error: unknown }) =>
  <p>{String(error instanceof HttpError)} {String(error instanceof Shared)}</p>;
`,
};

/** The imports of the repository, for a project outside it. */
async function ownImports(): Promise<string> {
  const { imports } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  const absolute = Object.entries<string>(imports).map(([name, target]) =>
    [name, target.startsWith("./") ? new URL(target, `file://${ROOT}`).href : target] as const
  );
  return JSON.stringify({ imports: Object.fromEntries(absolute) });
}

async function run(
  args: string[],
): Promise<{ code: number; out: string; err: string }> {
  // The import map and the format rules of the repository, for files outside it.
  const [command = "", ...rest] = args;
  const withConfig = [command, "--config", join(ROOT, "deno.json"), ...rest];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: withConfig,
    cwd: ROOT,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

Deno.test("a build in memory serves routes, islands and static files", async () => {
  const builder = new Builder({ root: SITE });
  const app = new App().use(staticFiles()).fsRoutes();
  (await builder.build({ snapshot: "memory" }))(app);
  const call = caller(app);
  const html = await (await call("/counter")).text();
  const script = /src="([^"]+)"/.exec(html)?.[1] ?? "";
  assert.match(script, /^\/_fresh\/js\/boot-\w{8}\.js$/);
  const response = await call(script);
  assert.equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.match(response.headers.get("cache-control") ?? "", /immutable/);
  const css = await (await call("/site.css")).text();
  assert.match(css, /^body{color:red;background:url\(\/dot\.svg\?__frsh_c=\w{20}\)}\s*$/);
});

Deno.test("building the same in memory again gives the same build", async () => {
  const builds = await Promise.all([1, 2].map(async () => {
    const app = new App().fsRoutes();
    (await new Builder({ root: SITE }).build({ snapshot: "memory" }))(app);
    return await (await caller(app)("/counter")).text();
  }));
  assert.equal(builds[0], builds[1]);
});

Deno.test("a build on disk is served by its entry points, the edge one without a file system", async () => {
  await withProject(PROJECT, async (root) => {
    await new Builder({ root }).build();
    for (const [entry, denied] of [["server.js", []], ["edge.js", ["readFile", "open"]]] as const) {
      const program = `
        import server from ${JSON.stringify(join(root, "_fresh", entry))};
        for (const name of ${JSON.stringify(denied)}) {
          Deno[name] = () => { throw new Error("no file system"); };
        }
        const get = (path, headers) => server.fetch(new Request("http://x" + path, { headers }));
        const page = await (await get("/")).text();
        const css = await get("/a.css", { "accept-encoding": "br" });
        const js = await get(/src="([^"]+)"/.exec(page)[1], {});
        console.log(JSON.stringify({
          page, type: css.headers.get("content-encoding"), status: css.status,
          js: (await js.text()).length > 100,
          info: (await get("/_fresh/js/metafile.json")).status,
          map: (await get("/snapshot.js")).status,
        }));`;
      const file = join(root, "try.ts");
      await Deno.writeTextFile(file, program);
      const { out, err } = await run(["run", "--no-check", "-A", file]);
      assert.notEqual(out, "", err);
      const result = JSON.parse(out);
      assert.match(result.page, /<button type="button" >x<\/button>|<button type="button">x/);
      assert.deepEqual({ ...result, page: "" }, {
        page: "",
        type: "br",
        status: 200,
        js: true,
        info: 404,
        map: 404,
      });
    }
  });
});

Deno.test("the bundled framework answers as its source does, and is one instance", async () => {
  await withProject({ ...PROJECT, ...FAILING, "deno.json": await ownImports() }, async (root) => {
    await new Builder({ root }).build();
    const read = (name: string) => Deno.readTextFile(join(root, "_fresh", name));
    const written = [await read("framework.js"), await read("imports.json")];
    const file = join(root, "try.ts");
    await Deno.writeTextFile(
      file,
      `import server from "./_fresh/server.js";
       const answers = [];
       for (const path of ["/", "/a.css", "/fails", "/missing"]) {
         const response = await server.fetch(new Request("http://x" + path));
         answers.push([path, response.status, [...response.headers], await response.text()]);
       }
       console.log(JSON.stringify({ answers, framework: import.meta.resolve("fresh") }));`,
    );
    const options = [[], ["--import-map", join(root, "_fresh/imports.json")]];
    const [source, bundle] = await Promise.all(options.map(async (extra) => {
      const { out, err } = await run(["run", "--no-check", "-A", ...extra, file]);
      assert.notEqual(out, "", err);
      return JSON.parse(out);
    }));
    assert.match(source.framework, /\/lib\/jsr\/fresh\/mod\.ts$/);
    assert.match(bundle.framework, /\/_fresh\/framework\.js$/);
    assert.deepEqual(bundle.answers, source.answers);
    const [page, , failed] = bundle.answers;
    assert.match(page[3], /<!--frsh:island:0-->/);
    assert.equal(failed[1], 418);
    assert.match(failed[3], /true true/);
    await Deno.writeTextFile(
      file,
      `import { Builder } from "fresh/dev"; await new Builder({ root: import.meta.dirname }).build();`,
    );
    const { err } = await run(["run", "--no-check", "-A", ...options[1] ?? [], file]);
    assert.match(err, /imports\.json is for serving/);
    await new Builder({ root }).build();
    assert.deepEqual([await read("framework.js"), await read("imports.json")], written);
  });
});

Deno.test("the framework is not bundled for a project that has it from elsewhere", async () => {
  const imports = { "fresh": "jsr:@fresh/core@2.3.3", "fresh/runtime": "./own-runtime.ts" };
  for (const config of [{}, { imports }]) {
    await withProject({ ...PROJECT, "deno.json": JSON.stringify(config) }, async (root) => {
      await new Builder({ root }).build();
      const files = [...Deno.readDirSync(join(root, "_fresh"))].map(({ name }) => name).sort();
      assert.deepEqual(files, ["edge.js", "embedded.js", "server.js", "snapshot.js", "static"]);
    });
  }
});

Deno.test("the edge entry needs no read permission", async () => {
  await withProject(PROJECT, async (root) => {
    await new Builder({ root }).build();
    const file = join(root, "try.ts");
    await Deno.writeTextFile(
      file,
      `import server from "./_fresh/edge.js";
       const state = await Deno.permissions.query({ name: "read" });
       const css = await server.fetch(new Request("http://x/a.css"));
       console.log(state.state, css.status, (await css.text()).length > 20);`,
    );
    const { out, err } = await run(["run", "--no-check", "--no-prompt", file]);
    assert.equal(out.trim(), "prompt 200 true", err);
  });
});

Deno.test("the output holds compressed files and no source maps among the served ones", async () => {
  await withProject(PROJECT, async (root) => {
    await new Builder({ root, sourceMap: { kind: "linked" } }).build();
    const { default: data } = await import(`file://${root}/_fresh/snapshot.js`);
    assert.deepEqual(data.assets["/a.css"].encodings, ["br", "gzip"]);
    assert.deepEqual(data.assets["/img/dot.svg"].encodings, []);
    assert.equal(Object.keys(data.assets).filter((path) => /\.map$|meta/.test(path)).length, 0);
    const css = await Deno.readTextFile(join(root, "_fresh/static/a.css"));
    assert.match(css, /url\(\/img\/dot\.svg\?__frsh_c=/);
    assert.doesNotMatch(css, /comment/);
    const maps = [...Deno.readDirSync(join(root, "_fresh/maps/_fresh/js"))];
    assert.ok(maps.length > 0);
  });
});

Deno.test("two builds of the same sources are the same", async () => {
  await withProject(PROJECT, async (root) => {
    const read = () => Deno.readTextFile(join(root, "_fresh/snapshot.js"));
    await new Builder({ root }).build();
    const first = await read();
    await new Builder({ root }).build();
    assert.equal(await read(), first);
  });
});

Deno.test("the manifest is written by a build, formatted and clean, and noticed when stale", async () => {
  await withProject(PROJECT, async (root) => {
    assert.deepEqual(await checkManifest(root), { stale: true });
    await new Builder({ root }).build();
    assert.deepEqual(await checkManifest(root), { stale: false });
    const file = join(root, "fresh.gen.ts");
    const formatted = await run(["fmt", "--check", file]);
    assert.equal(formatted.code, 0, formatted.err);
    const linted = await run(["lint", file]);
    assert.equal(linted.code, 0, linted.err);
    const before = await Deno.readTextFile(file);
    await Deno.writeTextFile(join(root, "routes/new.ts"), "export const handler = {};\n");
    assert.deepEqual(await checkManifest(root), { stale: true });
    assert.equal(await Deno.readTextFile(file), before, "checking writes nothing");
  });
});

Deno.test("an empty project has a formatted manifest too", async () => {
  await withProject({ "main.ts": PROJECT["main.ts"] }, async (root) => {
    await new Builder({ root }).build();
    const formatted = await run(["fmt", "--check", join(root, "fresh.gen.ts")]);
    assert.equal(formatted.code, 0, formatted.err);
  });
});

Deno.test("a server module in an island stops the build with its name", async () => {
  const island = `import { connect } from "no-such-package";\nexport default () => connect;`;
  await withProject({ ...PROJECT, "islands/Bad.tsx": island }, async (root) => {
    const build = () => new Builder({ root }).build({ snapshot: "memory" });
    await assert.rejects(
      build,
      /islands\/Bad\.tsx:1:\d+: ERROR: Could not resolve "no-such-package"/,
    );
  });
});

Deno.test("static files can be transformed, islands registered from elsewhere", async () => {
  const files = {
    ...PROJECT,
    "widgets/my-widget.tsx": `export default function W() { return <b>widget</b>; }\n`,
    "routes/index.tsx": `import W from "../widgets/my-widget.tsx";\nexport default () => <W />;\n`,
  };
  await withProject(files, async (root) => {
    const builder = new Builder({ root });
    builder.registerIsland("widgets/my-widget.tsx");
    builder.onTransformStaticFile({ pluginName: "red", filter: /\.css$/ }, ({ text, path }) => ({
      content: `i { color: red }${text.length > 0 ? `/*${path}*/` : ""}`,
    }));
    const app = new App().use(staticFiles()).fsRoutes();
    (await builder.build({ snapshot: "memory" }))(app);
    const call = caller(app);
    assert.equal((await (await call("/a.css")).text()).trim(), "i{color:red}");
    const html = await (await call("/")).text();
    assert.match(html, /<!--frsh:island:0--><b>widget<\/b>/);
    assert.match(html, /my_widget-\w{8}\.js/);
  });
});

Deno.test("islands beside their route are found, and are no routes", async () => {
  const files = {
    ...PROJECT,
    "routes/a/(_islands)/Near.tsx": `export default () => <i>near</i>;\n`,
    "routes/a/index.tsx":
      `import Near from "./(_islands)/Near.tsx";\nexport default () => <Near />;\n`,
  };
  await withProject(files, async (root) => {
    const app = new App().fsRoutes();
    (await new Builder({ root }).build({ snapshot: "memory" }))(app);
    assert.match(await (await caller(app)("/a")).text(), /<!--frsh:island:0--><i>near/);
  });
});
