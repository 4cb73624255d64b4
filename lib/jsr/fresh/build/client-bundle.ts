// The browser build: one script per island file, shared parts split off, names with their hash.
import * as esbuild from "esbuild";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClientBuild, ClientScript, StaticAsset } from "../snapshot.ts";
import { isPackageFile, resolveFromImportMap, resolveFromPackage } from "./npm-resolve.ts";

/** A browser script or source map as it will be served. */
export interface ClientFile {
  readonly path: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** The result of the browser build. */
export interface ClientBundle {
  readonly client: ClientBuild;
  readonly files: readonly ClientFile[];
}

/** What goes into the browser build. */
export interface BundleInput {
  readonly root: string;
  /** Island files relative to `root`, or full URLs. */
  readonly islands: readonly string[];
  readonly minify: boolean;
  readonly target: string | string[];
  readonly sourceMap: esbuild.BuildOptions["sourcemap"];
  readonly sourceRoot?: string | undefined;
  readonly sourcesContent?: boolean | undefined;
  /** Static files that `asset()` must know in the browser. */
  readonly assets: Readonly<Record<string, StaticAsset>>;
}

const FOLDER = "/_fresh/js";
const PUBLIC = /\bFRESH_PUBLIC_\w+/;
const RUNTIME = ["boot", "revive", "signals", "slots"] as const;
const CLIENT_FOLDER = fileURLToPath(new URL("../client/", import.meta.url));
const ASSET_HASHES = fileURLToPath(new URL("../asset-hashes.ts", import.meta.url));

/** Bundles the islands and the start-up script. */
export async function bundleClient(input: BundleInput): Promise<ClientBundle> {
  const entryPoints: Record<string, string> = {};
  for (const name of RUNTIME) entryPoints[name] = join(CLIENT_FOLDER, `${name}.ts`);
  const entryNames = new Map<string, string>();
  for (const island of input.islands) {
    const name = entryName(island, entryNames);
    entryPoints[name] = island.includes(":") ? island : join(input.root, island);
  }
  const result = await esbuild.build({
    absWorkingDir: input.root,
    entryPoints,
    outdir: join(input.root, FOLDER),
    outbase: input.root,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: input.target,
    minify: input.minify,
    legalComments: "none",
    treeShaking: true,
    sourcemap: input.sourceMap ?? false,
    ...(input.sourceRoot === undefined ? {} : { sourceRoot: input.sourceRoot }),
    ...(input.sourcesContent === undefined ? {} : { sourcesContent: input.sourcesContent }),
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    metafile: true,
    logLevel: "silent",
    plugins: [resolver(input)],
  });
  await refusePublicVariables(result, input.root);
  return { client: clientBuild(result, input, entryNames), files: outputFiles(result, input.root) };
}

// The original writes the values of such variables into the scripts. Left as they are, they are
// calls that no browser knows.
async function refusePublicVariables(result: Result, root: string): Promise<void> {
  if (!result.outputFiles.some(({ path, text }) => path.endsWith(".js") && PUBLIC.test(text))) {
    return;
  }
  const places: string[] = [];
  for (const input of Object.keys(result.metafile.inputs)) {
    const file = resolve(root, input);
    if (isPackageFile(file)) continue;
    const lines = (await Deno.readTextFile(file).catch(() => "")).split("\n");
    lines.forEach((line, i) => {
      const [name] = PUBLIC.exec(line) ?? [];
      if (name !== undefined) places.push(`  ${input}:${i + 1} uses ${name}`);
    });
  }
  throw new Error(
    `Environment variables in islands are not implemented; pass their values as props:\n${
      places.join("\n")
    }`,
  );
}

function entryName(island: string, taken: Map<string, string>): string {
  const base = island.split("/").at(-1)?.replace(/\.[^.]+$/, "").replace(/[^\w$]/g, "_") ?? "";
  const used = new Set([...RUNTIME, ...taken.values()]);
  let name = base;
  for (let n = 2; used.has(name); n++) name = `${base}_${n}`;
  taken.set(island, name);
  return name;
}

function resolver(input: BundleInput): esbuild.Plugin {
  return {
    name: "import-map",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, importer, kind, namespace }) => {
        if (kind === "entry-point" && !path.includes(":")) return { path };
        if (namespace !== "file" && namespace !== "") return undefined;
        if (path.startsWith(".") || path.startsWith("/")) {
          // Inside packages the bundler's own rules hold (extensions, index files).
          if (isPackageFile(importer)) return undefined;
          const file = resolve(dirname(importer), path);
          return file === ASSET_HASHES ? { path: file, namespace: "asset-hashes" } : { path: file };
        }
        if (path.startsWith("file:")) return { path: fileURLToPath(path) };
        if (importer !== "" && isPackageFile(importer)) {
          return { path: await resolveFromPackage(path, importer) };
        }
        const file = await resolveFromImportMap(path);
        return file === null ? undefined : { path: file };
      });
      build.onLoad({ filter: /.*/, namespace: "asset-hashes" }, () => ({
        contents: hashModule(input.assets),
        loader: "js",
      }));
    },
  };
}

function hashModule(assets: Readonly<Record<string, StaticAsset>>): string {
  const hashes = Object.fromEntries(Object.entries(assets).map(([path, { hash }]) => [path, hash]));
  return `const hashes = ${JSON.stringify(hashes)};
export const hashOf = (path) => Object.hasOwn(hashes, path) ? hashes[path] : undefined;
export const useAssets = () => {};`;
}

type Result = esbuild.BuildResult<{ metafile: true; write: false }>;

function outputFiles(result: Result, root: string): ClientFile[] {
  return result.outputFiles.map(({ path, contents }) => ({
    path: `/${relative(root, path)}`,
    contents: new Uint8Array(contents),
  }));
}

function clientBuild(
  result: Result,
  input: BundleInput,
  entryNames: ReadonlyMap<string, string>,
): ClientBuild {
  const { outputs } = result.metafile;
  const script = (name: string): ClientScript => {
    const pattern = new RegExp(`/${name.replace(/\$/g, "\\$")}-[A-Z0-9]{8}\\.js$`);
    const file = Object.keys(outputs).find((path) =>
      pattern.test(`/${path}`) && outputs[path]?.entryPoint !== undefined
    );
    if (file === undefined) throw new Error(`The browser build has no script "${name}"`);
    return { url: urlOf(file), imports: [...staticImports(file, outputs)].map(urlOf) };
  };
  const islands = Object.fromEntries(
    input.islands.map((island) => [island, script(entryNames.get(island) ?? "")]),
  );
  const [boot, revive, signals, slots] = RUNTIME.map(script) as [
    ClientScript,
    ClientScript,
    ClientScript,
    ClientScript,
  ];
  return { boot, revive, signals, slots, islands };
}

function urlOf(output: string): string {
  return `/${output.replace(/^\.?\//, "")}`;
}

function staticImports(
  file: string,
  outputs: Result["metafile"]["outputs"],
  found: Set<string> = new Set(),
): Set<string> {
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind !== "import-statement" || found.has(path)) continue;
    found.add(path);
    staticImports(path, outputs, found);
  }
  return found;
}
