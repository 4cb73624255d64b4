// A place in a minified script is found in our sources: with the map of the very bundler that builds them.
import assert from "node:assert/strict";
import { build, stop } from "npm:esbuild@0.28.2";
import { parseSourceMap, sourcePlace } from "../../lib/trail/source-map.ts";
import { SourcePlaces } from "../../lib/trail/source-map-gateway.ts";

const SOURCE = `// Steps.
const MAX = 9;

export function stepped(value) {
  const next = value.steps + 1;
  if (next > MAX) throw new RangeError("planted");
  return next;
}
`;

async function built(): Promise<{ script: string; map: string }> {
  const result = await build({
    stdin: { contents: SOURCE, sourcefile: "islands/Stepper.tsx", resolveDir: "/", loader: "tsx" },
    outfile: "/_fresh/js/Stepper-ABCDEFGH.js",
    bundle: true,
    minify: true,
    format: "esm",
    sourcemap: "external",
    write: false,
    logLevel: "silent",
  });
  await stop();
  const [map, script] = result.outputFiles;
  const text = JSON.parse(map?.text ?? "{}");
  return {
    script: script?.text ?? "",
    map: JSON.stringify({ ...text, sources: ["../../islands/Stepper.tsx"] }),
  };
}

Deno.test("a minified place is its line in our sources, with the declaration around it", async () => {
  const { script, map } = await built();
  const column = script.indexOf("new RangeError") + 1;
  assert(column > 0);
  const place = sourcePlace(parseSourceMap(map)!, 1, column);
  assert.deepEqual([place?.file, place?.line, place?.name], ["islands/Stepper.tsx", 6, "stepped"]);
});

Deno.test("what came from a package, a line that is not there and a text that is no map are nowhere", async () => {
  const map = parseSourceMap((await built()).map);
  assert(map);
  const packages = { ...map, sources: ["../../../cache/npm/preact/10.29.8/src/diff.js"] };
  assert.equal(sourcePlace(packages, 1, 20), null);
  assert.equal(sourcePlace(map, 500, 1), null);
  assert.equal(parseSourceMap("<html>"), null);
  assert.equal(parseSourceMap("{}"), null);
});

Deno.test("maps are read once, by names of the build alone; without one an island's file is known", async () => {
  const { map } = await built();
  const asked: string[] = [];
  const places = new SourcePlaces((script) => {
    asked.push(script);
    return Promise.resolve(script.startsWith("Stepper") ? map : null);
  });
  const found = await places.find([["Stepper-ABCDEFGH.js", 1, 5], ["Stepper-ABCDEFGH.js", 1, 9]]);
  assert.deepEqual(found.map((one) => one?.file), ["islands/Stepper.tsx", "islands/Stepper.tsx"]);
  assert.deepEqual(asked, ["Stepper-ABCDEFGH.js"]);
  const others = await places.find([
    ["../../deno.json", 1, 1],
    ["TimeField-ABCDEFGH.js", 1, 1],
    ["chunk-ABCDEFGH.js", 1, 1],
  ]);
  assert.deepEqual(others.map((one) => one?.file), [undefined, "islands/TimeField.tsx", undefined]);
  assert(!asked.includes("../../deno.json"));
});
