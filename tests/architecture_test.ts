// The direction of imports, as a table of rooms, floor by floor. A room above that is named from below, a
// circle, or a browser file that reaches the server fails here; types count like code.
import assert from "node:assert/strict";
import { ROOMS } from "./support/rooms.ts";
import { outsideCalls } from "./support/syntax.ts";
import { filesBelow, moduleGraph, ROOT, type SourceModule } from "./support/module-graph.ts";

const ORDER = Object.keys(ROOMS);

/** Packages a browser may load. */
const BROWSER_PACKAGES =
  /^npm:\/?(preact|@preact\/signals|leaflet|@simplewebauthn\/browser)(@|\/|$)/;

const files = ["lib", "routes", "islands"].flatMap((folder) => filesBelow(folder))
  .filter((path) => !path.startsWith("lib/jsr/"));
const graph = await moduleGraph([...files, "main.ts"]);

Deno.test("every room stands in the table, and every room of the table stands", () => {
  const standing = new Set(files.flatMap((path) => /^lib\/([\w-]+)\//.exec(path)?.[1] ?? []));
  assert.deepEqual([...standing].sort(), [...ORDER].sort());
});

Deno.test("a room may name only rooms below it", () => {
  const wrong = Object.entries(ROOMS).flatMap(([room, { may }]) =>
    may.filter((other) => !(ORDER.indexOf(other) < ORDER.indexOf(room)) || !(other in ROOMS))
      .map((other) => `${room} → ${other}`)
  );
  assert.deepEqual(wrong, []);
});

Deno.test("rooms import, types too, only what the table allows", () => {
  assert.deepEqual(forbiddenImports(graph), []);
});

Deno.test("forbiddenImports() sees a planted type, a planted import upwards and one of a route", () => {
  const planted = modules([
    { path: "lib/kv/jobs.ts", code: [], types: ["lib/booking/booking.ts"] },
    { path: "lib/pricing/quote.ts", code: ["lib/http/body.ts"], types: [] },
    {
      path: "lib/ui/parts/Field.tsx",
      code: ["routes/index.tsx"],
      types: ["lib/assembly/services.ts"],
    },
    { path: "lib/booking/booking.ts", code: ["lib/kv/read.ts"], types: ["lib/trip/trip.ts"] },
  ]);
  assert.deepEqual(forbiddenImports(planted), [
    "lib/kv/jobs.ts → lib/booking/booking.ts",
    "lib/pricing/quote.ts → lib/http/body.ts",
    "lib/ui/parts/Field.tsx → routes/index.tsx",
    "lib/ui/parts/Field.tsx → lib/assembly/services.ts",
  ]);
});

Deno.test("rules name nothing but nouns, rules, errors and the ground", () => {
  const wrong = [...graph.values()].filter(({ path }) => path.endsWith("-rules.ts"))
    .flatMap(({ path, code, types }) =>
      [...code, ...types].filter((target) => /-(store|gateway)\.ts$|^lib\/(kv|http)\//.test(target))
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

/** Who may reach another machine by itself, and why. */
const OUTSIDE: Readonly<Record<string, string>> = {
  "lib/resilience/download.ts": "the one place: what it asks goes through a dependency",
  "lib/resilience/dependency.ts": "opens the connections for it",
  "lib/http-out/pinned-gateway.ts":
    "connects to an address that was looked at, which fetch cannot; how often a dependency decides",
  "lib/mail/smtp-gateway.ts": "speaks SMTP over sockets of its own; how often a dependency decides",
  "lib/jsr/kv-oauth/host.ts": "asks by itself only where the program around gave it no way",
  "scripts/local-stripe/webhooks.ts": "posts the events of the local Stripe to this machine",
  "scripts/smoke.ts": "asks the server it has just started, as a browser would",
};

/** What runs in a browser asks the product's own server, and has `fetch` alone. */
const IN_A_BROWSER = /^(islands|lib\/ui|lib\/jsr\/fresh\/client)\//;

Deno.test("services of others are asked through lib/resilience alone", async () => {
  const ours = [...filesBelow("lib"), ...filesBelow("routes"), ...filesBelow("scripts"), "main.ts"]
    .filter((path) => !IN_A_BROWSER.test(path));
  const said: string[] = [];
  for (const path of ours) said.push(...outsideCalls(path, await Deno.readTextFile(ROOT + path)));
  const pathOf = (line: string) => line.slice(0, line.indexOf(":"));
  assert.deepEqual(said.filter((line) => !(pathOf(line) in OUTSIDE)), []);
  const found = new Set(said.map(pathOf));
  assert.deepEqual(Object.keys(OUTSIDE).filter((path) => !found.has(path)), [], "no longer needed");
});

Deno.test("outsideCalls() sees each planted way out, also one passed on, and no method of that name", () => {
  const planted = [
    "await fetch(url);",
    "const ask = fetch;",
    "gateway({ baseUrl, fetch });",
    "globalThis.fetch(url);",
    "new WebSocket(url);",
    "Deno.connect({ port: 1 });",
    "Deno.createHttpClient({});",
    'import { request } from "node:https";',
    'import SMTPConnection from "nodemailer/lib/smtp-connection";',
  ];
  for (const line of planted) assert.equal(outsideCalls("a.ts", line).length, 1, line);
  const others = [
    "built.fetch(request);",
    "const server = { fetch: (request: Request) => handle(request) };",
    "type Send = typeof fetch;",
    "// fetch(url)",
    'const text = "fetch(url)";',
  ];
  for (const line of others) assert.deepEqual(outsideCalls("a.ts", line), [], line);
});

Deno.test("no module imports itself over others, not even for a type", () => {
  assert.deepEqual(findCycle(graph), []);
});

Deno.test("findCycle() sees a planted circle, and one closed by a type", () => {
  const planted = modules([
    { path: "a.ts", code: ["b.ts"], types: [] },
    { path: "b.ts", code: ["c.ts"], types: [] },
    { path: "c.ts", code: [], types: ["a.ts"] },
  ]);
  assert.deepEqual(findCycle(planted), ["a.ts", "b.ts", "c.ts", "a.ts"]);
});

Deno.test("what islands load is of rooms the browser may load, and asks nothing of the server", async () => {
  assert.deepEqual(await serverParts(graph, filesBelow("islands"), readSource), []);
});

Deno.test("serverParts() sees a planted store, a planted Deno call and a planted package", async () => {
  const planted = modules([
    { path: "islands/A.tsx", code: ["lib/ui/parts/a.ts", "lib/board/b.ts"], types: [] },
    { path: "lib/ui/parts/a.ts", code: ["lib/kv/read.ts"], types: [] },
    { path: "lib/board/b.ts", code: ["npm:/zod@4.6.7", "npm:/preact@10.29.8/hooks"], types: [] },
    { path: "lib/kv/read.ts", code: [], types: [] },
  ]);
  const source = (path: string) =>
    Promise.resolve(path === "islands/A.tsx" ? "// Deno.env\nDeno.exit();" : "");
  assert.deepEqual(await serverParts(planted, ["islands/A.tsx"], source), [
    "islands/A.tsx uses the server's API",
    "lib/ui/parts/a.ts → lib/kv/read.ts",
    "lib/board/b.ts → npm:/zod@4.6.7",
  ]);
});

/** Imports the table forbids. Islands belong to ui; routes and main stand above all rooms. */
function forbiddenImports(modules: ReadonlyMap<string, SourceModule>): string[] {
  return [...modules.values()].flatMap(({ path, code, types }) => {
    const from = roomOf(path);
    if (from === null) return [];
    const targets = [...new Set([...code, ...types])].filter((target) => {
      if (/^(routes\/|main\.ts|dev\.ts|scripts\/|tests\/|fresh\.gen\.ts)/.test(target)) return true;
      const to = roomOf(target);
      return to !== null && to !== from && !ROOMS[from]?.may.includes(to);
    });
    return targets.map((target) => `${path} → ${target}`);
  });
}

function roomOf(path: string): string | null {
  if (path.startsWith("islands/")) return "ui";
  return /^lib\/(?!jsr\/)([\w-]+)\//.exec(path)?.[1] ?? null;
}

/** What islands would load that belongs to the server. */
async function serverParts(
  modules: ReadonlyMap<string, SourceModule>,
  islands: readonly string[],
  source: (path: string) => Promise<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set(islands);
  for (const path of seen) {
    const text = (await source(path)).replace(/^\s*(\/\/|\/?\*).*$/gm, "");
    if (/\bDeno\.|["']node:/.test(text)) wrong.push(`${path} uses the server's API`);
    for (const target of modules.get(path)?.code ?? []) {
      const room = roomOf(target);
      const isOurs = target.startsWith("lib/jsr/fresh/") || (room !== null && ROOMS[room]?.browser);
      if (isOurs) seen.add(target);
      else if (!BROWSER_PACKAGES.test(target)) wrong.push(`${path} → ${target}`);
    }
  }
  return wrong;
}

function readSource(path: string): Promise<string> {
  return path.startsWith("lib/jsr/") ? Promise.resolve("") : Deno.readTextFile(ROOT + path);
}

function modules(list: readonly SourceModule[]): Map<string, SourceModule> {
  return new Map(list.map((module) => [module.path, module]));
}

/** The paths of one circle of imports, first and last the same; empty when there is none. */
function findCycle(modules: ReadonlyMap<string, SourceModule>): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return [];
    trail.push(path);
    const { code = [], types = [] } = modules.get(path) ?? {};
    for (const target of [...code, ...types]) {
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
