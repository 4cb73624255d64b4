// `fresh/dev`: builds the application and runs the development server.
import { isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { App } from "./app.ts";
import type { ListenOptions } from "./config.ts";
import { crawlProject, type ProjectFiles } from "./build/crawl.ts";
import { withLiveReload } from "./build/live-reload.ts";
import { refusePartials } from "./build/partial-guard.ts";
import { refuseBundledImports, writeServerBundle } from "./build/server-bundle.ts";
import { buildSnapshot, type Built } from "./build/snapshot-build.ts";
import type { OnTransformOptions, Transform, TransformFn } from "./build/static-assets.ts";
import { writeOutput } from "./build/write-output.ts";
import { listen } from "./listen.ts";
import { writeManifest } from "./manifest.ts";
import type { ModuleMap, Snapshot } from "./snapshot.ts";
import { makeSnapshot, useSnapshot } from "./snapshots.ts";

export type {
  OnTransformArgs,
  OnTransformOptions,
  OnTransformResult,
  TransformFn,
} from "./build/static-assets.ts";

/** Settings of a {@linkcode Builder}. */
export interface BuildOptions {
  /** Browsers to compile for, as esbuild names them. */
  target?: string | string[];
  root?: string;
  outDir?: string;
  /** One folder: a list of them is an error. */
  staticDir?: string | string[];
  islandDir?: string;
  routeDir?: string;
  serverEntry?: string;
  ignore?: RegExp[];
  sourceMap?: {
    kind?: boolean | "linked" | "inline" | "external" | "both";
    sourceRoot?: string;
    sourcesContent?: boolean;
  };
}

/** The settings with absolute paths and every default filled in. */
export interface ResolvedBuildConfig {
  readonly target: string | string[];
  readonly root: string;
  readonly outDir: string;
  readonly staticDir: string;
  readonly islandDir: string;
  readonly routeDir: string;
  readonly serverEntry: string;
  readonly ignore: readonly RegExp[];
  readonly sourceMap: BuildOptions["sourceMap"];
  /** Throws: it is the hash of what is built, so it is not known before. */
  readonly buildId: string;
}

/** Gives a build to an application. */
export type ApplySnapshot = <State>(app: App<State>) => void;

interface Prepared {
  readonly built: Built;
  readonly files: ProjectFiles;
}

type Mode = "development" | "production";

// Builds in memory, by their settings: a test suite asks for the same one many times.
const inMemory = new Map<string, Promise<Snapshot>>();

/** Builds an application for the browser and the server. */
export class Builder {
  readonly config: ResolvedBuildConfig;
  readonly #islands = new Set<string>();
  readonly #transforms: Transform[] = [];

  constructor(options: BuildOptions = {}) {
    const { staticDir = "static" } = options;
    if (typeof staticDir !== "string") {
      throw new TypeError("Builder: a list as staticDir is not implemented, name one folder");
    }
    const root = resolve(options.root ?? Deno.cwd());
    const within = (path: string) => isAbsolute(path) ? path : join(root, path);
    this.config = {
      target: options.target ?? ["chrome99", "firefox99", "safari15"],
      root,
      outDir: within(options.outDir ?? "_fresh"),
      staticDir: within(staticDir),
      islandDir: within(options.islandDir ?? "islands"),
      routeDir: within(options.routeDir ?? "routes"),
      serverEntry: within(options.serverEntry ?? "main.ts"),
      ignore: options.ignore ?? [],
      sourceMap: options.sourceMap,
      get buildId(): string {
        throw new Error("builder.config.buildId is not there: the id is the hash of what is built");
      },
    };
    // Settings are compared and printed by their properties, of which this is none.
    Object.defineProperty(this.config, "buildId", { enumerable: false });
  }

  /** Adds an island from outside the islands folder: the path of a file or its `file:` URL. */
  registerIsland(specifier: string): void {
    const { root } = this.config;
    const path = specifier.startsWith("file:") ? fileURLToPath(specifier) : specifier;
    const file = resolve(root, path);
    if (/^[a-z]+:/.test(path) || !isFile(file)) {
      throw new TypeError(
        `registerIsland("${specifier}") names no file: islands of packages are not implemented`,
      );
    }
    this.#islands.add(relative(root, file).replaceAll("\\", "/"));
  }

  /** Changes static files whose path matches `options.filter` during the build. */
  onTransformStaticFile(options: OnTransformOptions, fn: TransformFn): void {
    if (options.exclude !== undefined) {
      throw new TypeError(
        `onTransformStaticFile: "exclude" of ${options.pluginName} is not implemented, use "filter"`,
      );
    }
    this.#transforms.push({ options, fn });
  }

  /** Builds and returns a function that gives the build to an application. */
  async build(
    options: { mode?: Mode; snapshot?: "disk" | "memory" } = {},
  ): Promise<ApplySnapshot> {
    const mode = options.mode ?? "production";
    const snapshot = options.snapshot === "memory"
      ? await this.#memorySnapshot(mode)
      : await this.#diskSnapshot(mode);
    return (app) => {
      app.config.mode = mode;
      useSnapshot(app, snapshot);
    };
  }

  /** Serves the application for development; resolves when it listens. */
  async listen<State>(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    const { built, files } = await this.#prepare("development", false);
    await writeManifest(this.config.root, files);
    const imported = await importApp();
    const app = "app" in imported ? imported.app : imported;
    app.config.mode = "development";
    useSnapshot(app, await this.#inProcess(built, files));
    listen(withLiveReload(app.handler()), options, app.config);
  }

  async #memorySnapshot(mode: Mode): Promise<Snapshot> {
    const make = async () => {
      const { built, files } = await this.#prepare(mode, false);
      return await this.#inProcess(built, files);
    };
    if (this.#transforms.length > 0) return await make();
    const key = JSON.stringify([mode, this.config, [...this.#islands], String(this.config.ignore)]);
    let snapshot = inMemory.get(key);
    if (snapshot === undefined) {
      snapshot = make();
      inMemory.set(key, snapshot);
      snapshot.catch(() => inMemory.delete(key));
    }
    return await snapshot;
  }

  async #diskSnapshot(mode: Mode): Promise<Snapshot> {
    const { built, files } = await this.#prepare(mode, true);
    await writeManifest(this.config.root, files);
    await writeOutput(this.config, built);
    if (mode === "production") await writeServerBundle(this.config);
    return await this.#inProcess(built, files);
  }

  async #prepare(mode: Mode, compress: boolean): Promise<Prepared> {
    const { config } = this;
    refuseBundledImports(config.outDir);
    const found = await crawlProject(config, config.ignore);
    const islands = [...new Set([...found.islands, ...this.#islands])].sort();
    const files = { ...found, islands };
    await refusePartials(config.root, files);
    const { staticDir: folder, ignore, target, root, sourceMap } = config;
    const built = await buildSnapshot(
      { folder, ignore, target, mode, transforms: this.#transforms },
      {
        root,
        islands,
        minify: mode === "production",
        target,
        sourceMap: mode === "development" ? "inline" : sourceMap?.kind,
        sourceRoot: sourceMap?.sourceRoot,
        sourcesContent: sourceMap?.sourcesContent,
      },
      compress,
    );
    return { built, files };
  }

  async #inProcess(built: Built, files: ProjectFiles): Promise<Snapshot> {
    const { root } = this.config;
    const manifest = {
      routes: await importAll(root, files.routes, files.routePrefix),
      islands: await importAll(root, files.islands, ""),
    };
    return makeSnapshot(built.data, manifest, (path) => {
      const bytes = built.files.get(path);
      if (bytes === undefined) throw new Error(`Static file ${path} is not in the build`);
      return bytes;
    });
  }
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function importAll(
  root: string,
  files: readonly string[],
  prefix: string,
): Promise<ModuleMap> {
  const modules: Record<string, object> = {};
  for (const file of files) {
    modules[file.slice(prefix.length)] = await import(pathToFileURL(join(root, file)).href);
  }
  return modules;
}
