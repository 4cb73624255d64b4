// The files of static/ as they will be served: transformed, hashed, CSS minified with locked URLs.
import { transform } from "esbuild";
import { extname, relative } from "node:path";
import { CACHE_KEY } from "../asset.ts";
import type { StaticAsset } from "../snapshot.ts";
import { contentHash } from "./content-hash.ts";
import { listFiles } from "./crawl.ts";
import { mediaType } from "./media-types.ts";

/** A file of the build with its content. */
export interface BuiltFile {
  readonly path: string;
  readonly contents: Uint8Array<ArrayBuffer>;
  readonly immutable: boolean;
}

/** What a transform of a static file is told. */
export interface OnTransformArgs {
  readonly path: string;
  readonly target: string | string[];
  readonly text: string;
  readonly content: Uint8Array;
  readonly mode: "development" | "production";
}

/** What a transform returns; `path` gives the file another name. */
export interface OnTransformResult {
  content: string | Uint8Array;
  path?: string;
  map?: string | Uint8Array;
}

/** Changes a static file during the build; nothing returned means unchanged. */
export type TransformFn = (
  args: OnTransformArgs,
) =>
  | undefined
  | OnTransformResult
  | OnTransformResult[]
  | Promise<undefined | OnTransformResult | OnTransformResult[]>;

/** Which static files a transform is for. */
export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
  /** Not implemented: giving it is an error. */
  exclude?: (string | RegExp)[];
}

/** A registered transform. */
export interface Transform {
  readonly options: OnTransformOptions;
  readonly fn: TransformFn;
}

/** How static files are built. */
export interface StaticInput {
  readonly folder: string;
  readonly ignore: readonly RegExp[];
  readonly target: string | string[];
  readonly mode: "development" | "production";
  readonly transforms: readonly Transform[];
}

/** Reads and processes the static files. */
export async function buildStaticFiles(input: StaticInput): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const file of await listFiles(input.folder, input.ignore)) {
    const path = `/${relative(input.folder, file).replaceAll("\\", "/")}`;
    files.push(...await transformFile(path, await Deno.readFile(file), input));
  }
  const hashes = new Map<string, string>();
  for (const { path, contents } of files) {
    if (extname(path) !== ".css") hashes.set(path, await contentHash(contents));
  }
  return await Promise.all(files.map((file) => finishCss(file, hashes, input)));
}

/** The table entry for `file`; `encodings` are added when it is compressed. */
export async function describeAsset(
  file: BuiltFile,
  encodings: StaticAsset["encodings"] = [],
): Promise<StaticAsset> {
  return {
    type: mediaType(file.path),
    hash: await contentHash(file.contents),
    size: file.contents.byteLength,
    immutable: file.immutable,
    encodings,
  };
}

async function transformFile(
  path: string,
  original: Uint8Array<ArrayBuffer>,
  input: StaticInput,
): Promise<BuiltFile[]> {
  let results: BuiltFile[] = [{ path, contents: original, immutable: false }];
  for (const { options, fn } of input.transforms) {
    const next: BuiltFile[] = [];
    for (const file of results) {
      next.push(...options.filter.test(file.path) ? await runTransform(fn, file, input) : [file]);
    }
    results = next;
  }
  return results;
}

async function runTransform(
  fn: TransformFn,
  file: BuiltFile,
  { target, mode }: StaticInput,
): Promise<BuiltFile[]> {
  const { path, contents } = file;
  const args: OnTransformArgs = {
    path,
    target,
    mode,
    content: contents,
    get text() {
      return new TextDecoder().decode(contents);
    },
  };
  const result = await fn(args);
  if (result === undefined) return [file];
  return [result].flat().map((output) => ({
    path: output.path ?? path,
    contents: typeof output.content === "string"
      ? new TextEncoder().encode(output.content)
      : new Uint8Array(output.content),
    immutable: false,
  }));
}

async function finishCss(
  file: BuiltFile,
  hashes: ReadonlyMap<string, string>,
  input: StaticInput,
): Promise<BuiltFile> {
  if (extname(file.path) !== ".css") return file;
  const locked = lockUrls(new TextDecoder().decode(file.contents), file.path, hashes);
  if (input.mode === "development") {
    return { ...file, contents: new TextEncoder().encode(locked) };
  }
  const { code } = await transform(locked, {
    loader: "css",
    minify: true,
    target: input.target,
    legalComments: "none",
    logLevel: "silent",
  });
  return { ...file, contents: new TextEncoder().encode(code) };
}

/** Adds the content hash to every `url()` in `css` that names a static file. */
export function lockUrls(css: string, path: string, hashes: ReadonlyMap<string, string>): string {
  return css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, quote: string, url: string) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url) || url.includes(CACHE_KEY)) return whole;
    const target = new URL(url, `http://static${path}`);
    const hash = hashes.get(decodeURI(target.pathname));
    if (hash === undefined) return whole;
    const query = target.search === "" ? "?" : `${target.search}&`;
    return `url(${quote}${target.pathname}${query}${CACHE_KEY}=${hash}${target.hash}${quote})`;
  });
}
