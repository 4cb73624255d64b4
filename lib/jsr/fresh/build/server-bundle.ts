// The framework's server side in one file, and the import map that names it: loading fifty small
// modules is a third of what the framework adds to the time until the first page.
import { build } from "esbuild";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withBundler } from "./bundler-process.ts";

type Imports = Readonly<Record<string, string>>;

const FRAMEWORK = new URL("../", import.meta.url);
const BUNDLE = "framework.js";
const IMPORT_MAP = "imports.json";

/** The bundled names and their modules, which share state and so must be one instance. */
const MODULES: Imports = {
  "fresh": "mod.ts",
  "fresh/internal": "internal.ts",
  "fresh/runtime": "runtime.ts",
};

/** Throws in a process that runs on the bundle: its islands would get the server's side. */
export function refuseBundledImports(outDir: string): void {
  if (import.meta.resolve("fresh") !== pathToFileURL(join(outDir, BUNDLE)).href) return;
  throw new Error(`${IMPORT_MAP} is for serving: build without --import-map`);
}

/**
 * Writes `framework.js` and `imports.json` (for `deno serve --import-map`) to `outDir`. Nothing is
 * written when the imports of the nearest `deno.json` do not name this framework's own source.
 */
export async function writeServerBundle(
  { root, outDir }: { readonly root: string; readonly outDir: string },
): Promise<void> {
  const file = await nearestConfig(root);
  if (file === null) return;
  const imports = bundledImports(await importsIn(file), pathToFileURL(file), outDir);
  if (imports === null) return;
  await Deno.writeTextFile(join(outDir, BUNDLE), await withBundler(bundleServer));
  await Deno.writeTextFile(
    join(outDir, IMPORT_MAP),
    `${JSON.stringify({ imports }, null, 2)}\n`,
  );
}

async function nearestConfig(folder: string): Promise<string | null> {
  const file = join(folder, "deno.json");
  const info = await Deno.stat(file).catch(() => null);
  if (info?.isFile) return file;
  const parent = dirname(folder);
  return parent === folder ? null : await nearestConfig(parent);
}

async function importsIn(file: string): Promise<Imports> {
  const { imports }: { imports?: Imports } = JSON.parse(await Deno.readTextFile(file));
  return imports ?? {};
}

function bundledImports(imports: Imports, base: URL, outDir: string): Imports | null {
  const rewritten: Record<string, string> = {};
  for (const [name, target] of Object.entries(imports)) {
    const module = MODULES[name];
    if (module !== undefined) {
      if (new URL(target, base).href !== new URL(module, FRAMEWORK).href) return null;
      rewritten[name] = `./${BUNDLE}`;
    } else if (/^\.\.?\//.test(target)) {
      rewritten[name] = from(outDir, new URL(target, base));
    } else {
      rewritten[name] = target;
      // Deno adds the entry for subpaths to a configuration's imports, but not to an import map.
      if (/^(?:npm|jsr):.*[^/]$/.test(target)) {
        rewritten[`${name}/`] ??= `${target.replace(/^(npm|jsr):\/?/, "$1:/")}/`;
      }
    }
  }
  return Object.keys(MODULES).every((name) => name in rewritten) ? rewritten : null;
}

function from(outDir: string, url: URL): string {
  const path = relative(outDir, fileURLToPath(url)).replaceAll("\\", "/");
  const relativePath = path.startsWith("../") ? path : `./${path}`;
  return url.pathname.endsWith("/") ? `${relativePath}/` : relativePath;
}

// Packages stay imports: the application imports the same ones and must share them.
async function bundleServer(): Promise<string> {
  const folder = fileURLToPath(FRAMEWORK);
  const exports = Object.values(MODULES).map((module) => `export * from "./${module}";\n`);
  const { outputFiles: [file] } = await build({
    absWorkingDir: folder,
    stdin: { contents: exports.join(""), resolveDir: folder },
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "neutral",
    target: "esnext",
    tsconfigRaw: {},
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  if (file === undefined) throw new Error("The bundler returned no file for the server");
  return file.text;
}
