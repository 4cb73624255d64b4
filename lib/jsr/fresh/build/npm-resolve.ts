// Finds the files of npm packages for the browser build, in Deno's package cache.
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the browser build may use of a package's `exports`, best first. */
const CONDITIONS = ["browser", "module", "import", "production", "default"];

interface PackageJson {
  exports?: unknown;
  browser?: unknown;
  module?: string;
  main?: string;
}

/** The file for `specifier`, a bare name in the import map, or null when it is not npm's. */
export async function resolveFromImportMap(specifier: string): Promise<string | null> {
  let url = resolveUrl(specifier);
  if (url?.startsWith("npm:")) {
    // Not part of this program's own modules, so not installed yet. Loading it installs it; that
    // a browser package fails to run here does not matter.
    await import(url).catch(() => {});
    url = resolveUrl(specifier);
  }
  if (url === null) return null;
  if (!url.startsWith("file:")) {
    throw new Error(`Cannot bundle "${specifier}" for the browser: it resolves to ${url}`);
  }
  const file = new URL(url).pathname;
  if (!isPackageFile(file)) return decodeURIComponent(file);
  const root = packageRoot(decodeURIComponent(file));
  const target = await importMapTarget(specifier);
  return await browserFile(root, subpathOf(target ?? specifier)) ?? decodeURIComponent(file);
}

/** The file for `specifier` as imported by the package file `importer`. */
export async function resolveFromPackage(specifier: string, importer: string): Promise<string> {
  const file = createRequire(importer).resolve(specifier);
  const root = packageRoot(file);
  return await browserFile(root, subpathOf(specifier)) ?? file;
}

/** Whether `file` belongs to an npm package. */
export function isPackageFile(file: string): boolean {
  return /\/npm\/[^/]+\/|\/node_modules\//.test(file);
}

function resolveUrl(specifier: string): string | null {
  try {
    return import.meta.resolve(specifier);
  } catch {
    return null;
  }
}

// The import map may give an entry another name than the package has; only its target tells
// which of the package's entry points is meant.
async function importMapTarget(specifier: string): Promise<string | null> {
  importMap ??= await readImportMap();
  if (specifier.startsWith("npm:")) return specifier;
  const exact = importMap[specifier];
  if (exact !== undefined) return exact;
  const prefix = Object.keys(importMap).find((key) =>
    key.endsWith("/") && specifier.startsWith(key)
  );
  return prefix === undefined ? null : importMap[prefix] + specifier.slice(prefix.length);
}

let importMap: Record<string, string> | null = null;

async function readImportMap(): Promise<Record<string, string>> {
  const file = new URL("../../../../deno.json", import.meta.url);
  const text = await Deno.readTextFile(file).catch(() => "{}");
  const { imports }: { imports?: Record<string, string> } = JSON.parse(text);
  return imports ?? {};
}

/** `npm:@scope/name@1.2.3/sub` and `@scope/name/sub` are `./sub`; no subpath is `.`. */
function subpathOf(specifier: string): string {
  const match = /^(?:npm:\/?)?(?:@[^/]+\/)?[^/]+(\/.*)?$/.exec(specifier);
  return match?.[1] === undefined ? "." : `.${match[1]}`;
}

// Packages may hold further package.json files in subfolders, so the root is told from the place:
// a folder per version in Deno's cache, a folder per name in node_modules.
function packageRoot(file: string): string {
  const root = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ??
    /^.*?\/npm\/[^/]+\/(?:@[^/]+\/)?[^/@]+\/[^/]+(?=\/)/.exec(file);
  if (root === null) throw new Error(`${file} is not part of an npm package`);
  return root[0];
}

async function readPackageJson(folder: string): Promise<PackageJson | null> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, "package.json")));
  } catch {
    return null;
  }
}

async function browserFile(root: string, subpath: string): Promise<string | null> {
  const json = await readPackageJson(root);
  if (json === null) return null;
  const exported = json.exports === undefined ? null : fromExports(json.exports, subpath);
  if (exported !== null) return join(root, exported);
  if (subpath !== ".") return null;
  const browser = typeof json.browser === "string" ? json.browser : undefined;
  const entry = browser ?? json.module ?? await esModuleBeside(root, json.main) ?? json.main;
  return entry === undefined ? null : join(root, entry);
}

// Older packages ship an ES module next to their main file without naming it (leaflet). It is
// smaller, and only an ES module has its named exports when it is imported dynamically.
async function esModuleBeside(root: string, main: string | undefined): Promise<string | null> {
  if (main === undefined) return null;
  for (const ending of [".esm.js", ".mjs"]) {
    const candidate: string = main.replace(/\.js$/, ending);
    const info = await Deno.stat(join(root, candidate)).catch(() => null);
    if (candidate !== main && info?.isFile) return candidate;
  }
  return null;
}

function fromExports(exports: unknown, subpath: string): string | null {
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) {
    return subpath === "." ? firstTarget(exports) : null;
  }
  const entries = exports as Record<string, unknown>;
  if (!Object.keys(entries).some((key) => key.startsWith("."))) {
    return subpath === "." ? firstTarget(entries) : null;
  }
  if (subpath in entries) return firstTarget(entries[subpath]);
  for (const [key, target] of Object.entries(entries)) {
    const [before = "", after] = key.split("*");
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    const star = subpath.slice(before.length, subpath.length - after.length);
    return firstTarget(target)?.replaceAll("*", star) ?? null;
  }
  return null;
}

function firstTarget(target: unknown): string | null {
  if (typeof target === "string") return target;
  if (Array.isArray(target)) {
    for (const item of target) {
      const found = firstTarget(item);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof target !== "object" || target === null) return null;
  for (const [condition, value] of Object.entries(target)) {
    if (!CONDITIONS.includes(condition)) continue;
    const found = firstTarget(value);
    if (found !== null) return found;
  }
  return null;
}
