// House rules a program can check in a file's name or text: names, purpose, key literals, dead files.
import assert from "node:assert/strict";
import { filesBelow, moduleGraph, PAGE_SCRIPTS, ROOT } from "./support/module-graph.ts";

const SOURCE = ["lib", "routes", "islands", "scripts", "bench"].flatMap((folder) =>
  filesBelow(folder)
).concat("main.ts", "dev.ts").filter((path) => !path.startsWith("bench/web/site/"));
/** What tests of the framework serve is named as the framework wants it. */
const TESTS = filesBelow("tests").filter((path) => !path.startsWith("tests/jsr/"));
const APP = SOURCE.filter((path) => !path.startsWith("lib/jsr/"));

/** Words of names that say nothing, alone or as a part of a name; an `index.ts` is a barrel. */
const EMPTY_WORD =
  /(^|[/-])(utils?|helpers?|common|misc|types|shared|stuff)([./-]|$)|\/index\.tsx?$/;

Deno.test("no file or folder has a name that says nothing", () => {
  assert.deepEqual([...APP, ...TESTS].filter(saysNothing), []);
});

Deno.test("saysNothing() sees planted names, alone, in folders and in compounds, and passes addresses", () => {
  const planted = [
    "lib/kernel/utils.ts",
    "lib/booking/types.ts",
    "lib/helpers/money.ts",
    "lib/booking/date-utils.ts",
    "tests/support/test-helpers.ts",
    "lib/booking/index.ts",
    "routes/shared/menu.tsx",
  ];
  assert.deepEqual(planted.filter(saysNothing), planted);
  const honest = ["routes/index.tsx", "routes/api/quotes/index.ts", "lib/places/place-index.ts"];
  assert.deepEqual(honest.filter(saysNothing), []);
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

Deno.test("no packed file lies beside the sources", () => {
  const packed = [...Deno.readDirSync(ROOT)].map(({ name }) => name)
    .filter((name) => /\.(tgz|zip|tar|gz|zst|7z)$/.test(name));
  assert.deepEqual(packed, []);
});

Deno.test("every file begins with a sentence that says what it is for", async () => {
  const silent: string[] = [];
  const files = [
    ...APP.filter((path) => !path.startsWith("routes/")),
    ...filesBelow("tests/support"),
  ];
  for (const path of files.filter((path) => !path.startsWith("bench/"))) {
    if (!hasPurpose(await Deno.readTextFile(ROOT + path))) silent.push(path);
  }
  assert.deepEqual(silent, []);
});

Deno.test("hasPurpose() refuses planted markers, licences and half sentences", () => {
  const silent = [
    "import a from 'a';",
    "",
    "// deno-lint-ignore-file no-explicit-any",
    "// Copyright 2026 Avanti AB",
    "// SPDX-License-Identifier: MIT",
    "// money",
    "// Money.",
    "/** @module */",
    "// amounts in whole öre, without floats.",
    "// Amounts in whole öre, without floats",
    "\n// Amounts in whole öre, without floats.",
  ];
  assert.deepEqual(silent.filter(hasPurpose), []);
  const spoken = [
    "// Amounts in whole öre, without floats.\n",
    '// "Which place do you mean?": the choices when words fit several.\nimport',
    "// `deno task check`: format, lint and types. Says which of them failed.",
    "// Swedish: what the API says when a request is refused.",
    "/** What a client may send about a trip. */",
    "/**\n * What a client may send about\n * a trip.\n */",
    "// Where two lines are needed to say\n// what it is for: this.",
  ];
  assert.deepEqual(spoken.filter((text) => !hasPurpose(text)), []);
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

Deno.test("no test is switched off, and no file is hidden from the compiler", async () => {
  const off = /Deno\.test\.(only|ignore)|\bonly: true|ignore: true/;
  const self = "tests/tidy_test.ts";
  assert.deepEqual((await filesWith(filesBelow("tests"), off)).filter((path) => path !== self), []);
  const hidden: string[] = [];
  for (const path of [...SOURCE, ...filesBelow("tests")].filter((path) => path !== self)) {
    if (/@ts-(nocheck|ignore)/.test(await Deno.readTextFile(ROOT + path))) {
      hidden.push(path);
    }
  }
  assert.deepEqual(hidden, []);
});

Deno.test("no file only passes on what others export", async () => {
  assert.deepEqual(await filesWith(APP, /^export\s+(\*|\{[^}]*\})\s*(as \w+ )?from\b/m), []);
});

Deno.test("every file of lib/ and islands/ is used by the product", async () => {
  const roots = ["main.ts", "dev.ts", "fresh.gen.ts", ...PAGE_SCRIPTS, ...filesBelow("scripts")];
  const used = await moduleGraph(roots);
  const reachable = new Set([...used.values()].flatMap((m) => [m.path, ...m.types]));
  const dead = [...filesBelow("lib"), ...filesBelow("islands")]
    .filter((path) => !path.startsWith("lib/jsr/") && !reachable.has(path));
  assert.deepEqual(dead, []);
});

/** In routes/ the name `index` is an address. */
function saysNothing(path: string): boolean {
  return EMPTY_WORD.test(path.startsWith("routes/") ? path.replace(/\/index\.tsx?$/, "") : path);
}

/** A comment in the first line that is a sentence: a capital letter, four words, an end. */
function hasPurpose(text: string): boolean {
  const [comment = ""] = /^(\/\/[^\n]*\n?)+|^\/\*[\s\S]*?\*\//.exec(text) ?? [];
  const words = comment.replace(/^\s*(\/\/+|\/\*+|\*\/|\*)/gm, "").replace(/\*\/\s*$/, "").trim();
  if (/^(Copyright|SPDX|Licen[cs]ed)\b/.test(words)) return false;
  return /^["`]?[A-ZÅÄÖ`]/.test(words) && /[.:](\s|$)/.test(words) &&
    words.split(/\s+/).length >= 4;
}

async function filesWith(paths: readonly string[], pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const text = (await Deno.readTextFile(ROOT + path)).replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, "");
    if (pattern.test(text)) found.push(path);
  }
  return found;
}
