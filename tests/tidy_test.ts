// House rules a program can check: names, key literals, the environment, dead and untested files.
import assert from "node:assert/strict";
import { filesBelow, moduleGraph, ROOT } from "./support/module-graph.ts";

const SOURCE = ["lib", "routes", "islands", "scripts", "bench"].flatMap((folder) =>
  filesBelow(folder)
).concat("main.ts", "dev.ts").filter((path) => !path.startsWith("bench/web/site/"));
const APP = SOURCE.filter((path) => !path.startsWith("lib/jsr/"));

/** Names that say nothing. */
const BANNED = /(^|\/)(utils?|helpers?|common|misc|types|shared|index\.ts$)(\.|\/|$)/;

/** Longest file, in lines; past it, meaning has not been split. */
const MAX_LINES = 350;

Deno.test("no file has a name that says nothing", () => {
  assert.deepEqual(APP.filter((path) => BANNED.test(path) && !path.startsWith("routes/")), []);
});

Deno.test("files are kebab-case, components PascalCase", () => {
  const fits = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (path.startsWith("routes/")) {
      return /^(_?[a-z0-9-]+(\.[a-z]+)?|\[[a-zA-Z.]+\])\.tsx?$|^\[.*\]/.test(name);
    }
    return name.endsWith(".tsx") && !path.startsWith("bench/")
      ? /^[A-Z][A-Za-z0-9]+\.tsx$/.test(name)
      : /^[a-z0-9]+(-[a-z0-9]+)*(\.gen|\.d)?\.tsx?$/.test(name);
  };
  assert.deepEqual(APP.filter((path) => !fits(path)), []);
});

Deno.test("only lib/assembly/settings.ts reads the environment", async () => {
  assert.deepEqual(await filesWith(APP, /Deno\.env\b/), ["lib/assembly/settings.ts"]);
});

Deno.test("lib/ and routes/ speak through the log, never to the console", async () => {
  const speaking = APP.filter((path) => /^(lib|routes)\//.test(path));
  assert.deepEqual(await filesWith(speaking, /\bconsole\b/), []);
});

Deno.test("only lib/kv/keys.ts writes key literals", async () => {
  const literal = /\.(get|set|delete|list|check|sum)(<[^>]*>)?\(\s*\[|(prefix|start|end):\s*\[\s*"/;
  const found = await filesWith(APP.filter((path) => path !== "lib/kv/keys.ts"), literal);
  assert.deepEqual(found, []);
});

Deno.test("no file is too long to have one meaning", async () => {
  const long: string[] = [];
  for (const path of [...SOURCE, ...filesBelow("tests")]) {
    const lines = (await Deno.readTextFile(ROOT + path)).split("\n").length;
    if (lines > MAX_LINES) long.push(`${path}: ${lines} lines`);
  }
  assert.deepEqual(long, []);
});

Deno.test("every file says in its first lines what it is for", async () => {
  const silent: string[] = [];
  for (const path of APP.filter((path) => path.startsWith("lib/"))) {
    const text = await Deno.readTextFile(ROOT + path);
    if (!/^(\/\/|\/\*\*)/.test(text)) silent.push(path);
  }
  assert.deepEqual(silent, []);
});

Deno.test("every export of lib/ has a sentence of documentation", async () => {
  const bare: string[] = [];
  for (const path of APP.filter((path) => path.startsWith("lib/"))) {
    const lines = (await Deno.readTextFile(ROOT + path)).split("\n");
    lines.forEach((line, i) => {
      const declares = /^export (async )?(function|const|class|interface|type|abstract class) (\w+)/
        .exec(line);
      if (declares && !/\*\/\s*$/.test(lines[i - 1] ?? "")) bare.push(`${path}: ${declares[3]}`);
    });
  }
  assert.deepEqual(bare, []);
});

Deno.test("no test is switched off and no test waits for the clock", async () => {
  const off = /Deno\.test\.(only|ignore)|\bonly: true|ignore: true|@ts-nocheck|@ts-ignore/;
  const self = "tests/tidy_test.ts";
  assert.deepEqual((await filesWith(filesBelow("tests"), off)).filter((path) => path !== self), []);
});

Deno.test("every file of lib/ and islands/ is used by the product", async () => {
  const roots = ["main.ts", "dev.ts", "fresh.gen.ts", ...filesBelow("scripts")];
  const used = await moduleGraph(roots);
  const reachable = new Set([...used.values()].flatMap((m) => [m.path, ...m.types]));
  const dead = [...filesBelow("lib"), ...filesBelow("islands")]
    .filter((path) => !path.startsWith("lib/jsr/") && !reachable.has(path));
  assert.deepEqual(dead, []);
});

Deno.test("every module of lib/ with code in it is run by a test", async () => {
  const tests = filesBelow("tests", /_test\.tsx?$/);
  const graph = await moduleGraph([...tests, "fresh.gen.ts"]);
  const untested: string[] = [];
  for (const path of APP.filter((path) => path.startsWith("lib/"))) {
    const text = await Deno.readTextFile(ROOT + path);
    const hasCode = /^export (async )?(function|class|const)/m.test(text);
    if (hasCode && !graph.has(path)) untested.push(path);
  }
  assert.deepEqual(untested, []);
});

async function filesWith(paths: readonly string[], pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const text = (await Deno.readTextFile(ROOT + path)).replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, "");
    if (pattern.test(text)) found.push(path);
  }
  return found;
}
