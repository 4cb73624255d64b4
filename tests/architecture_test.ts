// The direction of imports, as a table. A forbidden edge, a cycle or a browser file that reaches the
// server fails here.
import assert from "node:assert/strict";
import { filesBelow, moduleGraph, ROOT, type SourceModule } from "./support/module-graph.ts";

const BROWSER_MARK = "// Browser-safe.";

/** Rooms of the house, outermost first; the first pattern that fits names a file's room. */
const ROOMS: readonly [room: string, pattern: RegExp][] = [
  ["framework", /^lib\/jsr\//],
  ["leaves", /^lib\/[\w-]+\.ts$/],
  ["library", /^lib\//],
  ["routes", /^routes\//],
  ["islands", /^islands\//],
  ["assembly", /^(main|dev|fresh\.gen)\.ts$/],
];

/** Which folder of lib/ may run code of which; types may come from anywhere. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  i18n: [],
  security: [],
  kv: ["errors"],
  places: ["errors"],
  routing: ["errors", "places"],
  dispatch: ["errors", "kv"],
  pricing: ["dispatch", "errors", "kv", "places", "routing"],
  booking: ["dispatch", "errors", "kv", "places", "pricing"],
  accounts: ["errors", "kv"],
  http: [
    "accounts",
    "booking",
    "dispatch",
    "errors",
    "i18n",
    "kv",
    "places",
    "pricing",
    "routing",
    "security",
  ],
  ui: ["booking", "dispatch", "http", "i18n", "places", "pricing", "routing"],
};

const files = ["lib", "routes", "islands"].flatMap((folder) => filesBelow(folder))
  .filter((path) => !path.startsWith("lib/jsr/"));
const graph = await moduleGraph([...files, "main.ts"]);

Deno.test("folders of lib/ import only what the table allows", () => {
  const wrong = [...graph.values()].flatMap((module) => {
    const from = folderOf(module.path);
    if (from === null) return [];
    return module.code.flatMap((target) => {
      const to = folderOf(target);
      const isAllowed = to === null || to === from || ALLOWED[from]?.includes(to);
      return isAllowed ? [] : [`${module.path} → ${target}`];
    });
  });
  assert.deepEqual(wrong, []);
});

Deno.test("the table of folders has no cycle either", () => {
  const folders = Object.entries(ALLOWED).map(([path, code]): [string, SourceModule] => [
    path,
    { path, code: [...code], types: [] },
  ]);
  assert.deepEqual(findCycle(new Map(folders)), []);
});

Deno.test("lib/ never imports routes or the assembly; only shared components place islands", () => {
  const wrong = [...graph.values()].filter(({ path }) => path.startsWith("lib/"))
    .flatMap(({ path, code, types }) =>
      [...code, ...types].filter((target) =>
        ["routes", "islands", "assembly"].includes(room(target))
      )
        .filter((target) => !(path.startsWith("lib/ui/") && room(target) === "islands"))
        .map((target) => `${path} → ${target}`)
    );
  assert.deepEqual(wrong, []);
});

Deno.test("leaves import nothing above them", () => {
  const wrong = [...graph.values()].filter(({ path }) => room(path) === "leaves")
    .flatMap(({ path, code }) =>
      code.filter((target) => target.startsWith("lib/") && room(target) !== "leaves")
        .map((target) => `${path} → ${target}`)
    );
  assert.deepEqual(wrong, []);
});

Deno.test("rules run nothing but nouns, rules, errors and leaves", () => {
  const wrong = [...graph.values()].filter(({ path }) => path.endsWith("-rules.ts"))
    .flatMap(({ path, code }) =>
      code.filter((target) => /-(store|gateway)\.ts$|^lib\/(kv|http)\//.test(target))
        .map((target) => `${path} → ${target}`)
    );
  assert.deepEqual(wrong, []);
});

Deno.test("only lib/kv opens databases or builds atomics", async () => {
  const wrong: string[] = [];
  for (const path of files.filter((path) => !path.startsWith("lib/kv/"))) {
    const text = await Deno.readTextFile(ROOT + path);
    if (/Deno\.openKv|\.atomic\(/.test(text)) wrong.push(path);
  }
  assert.deepEqual(wrong, []);
});

Deno.test("no module imports itself over others", () => {
  assert.deepEqual(findCycle(graph), []);
});

Deno.test("findCycle() sees a planted cycle", () => {
  const planted = new Map<string, SourceModule>([
    ["a.ts", { path: "a.ts", code: ["b.ts"], types: [] }],
    ["b.ts", { path: "b.ts", code: ["c.ts"], types: [] }],
    ["c.ts", { path: "c.ts", code: ["a.ts"], types: [] }],
  ]);
  assert.deepEqual(findCycle(planted), ["a.ts", "b.ts", "c.ts", "a.ts"]);
});

Deno.test("islands reach browser-safe files only", async () => {
  const marks = await browserMarks();
  const wrong = filesBelow("islands").flatMap((path) => unsafeReach(path, marks));
  assert.deepEqual(wrong, []);
});

Deno.test("browser-safe files reach browser-safe files only, and no Deno API", async () => {
  const marks = await browserMarks();
  const safe = [...marks].filter(([, isSafe]) => isSafe).map(([path]) => path);
  assert(safe.length > 20);
  const wrong = safe.flatMap((path) => unsafeReach(path, marks));
  for (const path of safe) {
    const text = await Deno.readTextFile(ROOT + path);
    if (/\bDeno\.|node:/.test(text.replace(/^\s*(\/\/|\*).*$/gm, ""))) {
      wrong.push(`${path} uses Deno`);
    }
  }
  assert.deepEqual(wrong, []);
});

function room(path: string): string {
  return ROOMS.find(([, pattern]) => pattern.test(path))?.[0] ?? "outside";
}

/** Addresses are words of the whole product, so `lib/http/paths.ts` belongs to no folder. */
function folderOf(path: string): string | null {
  if (path === "lib/http/paths.ts") return null;
  return /^lib\/(?!jsr\/)([\w-]+)\//.exec(path)?.[1] ?? null;
}

async function browserMarks(): Promise<Map<string, boolean>> {
  const marks = new Map<string, boolean>();
  for (const path of files.filter((path) => path.startsWith("lib/"))) {
    marks.set(path, (await Deno.readTextFile(ROOT + path)).startsWith(BROWSER_MARK));
  }
  return marks;
}

/** Edges from `path` into files of lib/ that are not marked browser-safe. */
function unsafeReach(path: string, marks: ReadonlyMap<string, boolean>): string[] {
  const code = graph.get(path)?.code ?? [];
  return code.filter((target) => marks.get(target) === false).map((target) =>
    `${path} → ${target}`
  );
}

/** The paths of one cycle of running code, first and last the same; empty when there is none. */
function findCycle(modules: ReadonlyMap<string, SourceModule>): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return [];
    trail.push(path);
    for (const target of modules.get(path)?.code ?? []) {
      const cycle = modules.has(target) ? visit(target) : [];
      if (cycle.length > 0) return cycle;
    }
    trail.pop();
    done.add(path);
    return [];
  };
  for (const path of modules.keys()) {
    const cycle = visit(path);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
