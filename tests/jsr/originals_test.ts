import assert from "node:assert/strict";

interface Config {
  imports: Record<string, string>;
  compilerOptions: object;
}

const ROOT = new URL("../../", import.meta.url);
const read = async (name: string): Promise<Config> =>
  JSON.parse(await Deno.readTextFile(new URL(name, ROOT)));

Deno.test("deno.jsr.json maps every package of lib/jsr/ to its original and all others alike", async () => {
  const own = await read("deno.json");
  const originals = await read("deno.jsr.json");
  assert.deepEqual(originals.compilerOptions, own.compilerOptions);
  // Used by the packages of lib/jsr/ only, never by the application.
  const internal = new Set(["fresh/internal", "devalue", "esbuild"]);
  for (const [name, target] of Object.entries(own.imports)) {
    if (internal.has(name)) continue;
    const original = originals.imports[name];
    if (target.startsWith("./lib/jsr/")) assert.match(original ?? "", /^jsr:@/, name);
    else assert.equal(original, target, name);
  }
});

Deno.test("fresh, fresh/runtime and fresh/dev export the names of the originals", async () => {
  const names = async (specifier: string) => Object.keys(await import(specifier)).sort();
  assert.deepEqual(await names("fresh"), [
    ...["App", "HttpError", "cors", "createDefine", "csp", "csrf", "ipFilter", "page"],
    ...["staticFiles", "trailingSlashes"],
  ]);
  assert.deepEqual(await names("fresh/runtime"), [
    ...["Head", "HttpError", "IS_BROWSER", "Partial", "asset", "assetSrcSet"],
  ]);
  assert.deepEqual(await names("fresh/dev"), ["Builder"]);
});
