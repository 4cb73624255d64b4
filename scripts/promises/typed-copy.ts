// A copy of the sources as a linter of plain TypeScript understands them: it knows neither Deno's types, nor the map
// of imports, nor where Deno keeps packages, and takes its `tsconfig.json` only from above the files.
import { TYPES } from "./tools.ts";

/** What TypeScript is told; strict, because without it every promise might be undefined and some pass. */
const OPTIONS = {
  lib: ["esnext", "dom", "dom.iterable", "dom.asynciterable"],
  target: "esnext",
  module: "preserve",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  jsx: "react-jsx",
  jsxImportSource: "preact",
  types: ["node"],
  // Packages are links into Deno's cache; followed, they would not find each other.
  preserveSymlinks: true,
};

const FOLDERS = ["bench", "islands", "lib", "routes", "scripts", "tests"];

/** What is copied and where to. */
export interface CopyOptions {
  /** Ends in a slash, as all folders here. */
  root: string;
  copy: string;
  /** Where Deno keeps the packages of its registry. */
  packages: string;
  /** Sources beside those of the root: text by path. */
  planted: Readonly<Record<string, string>>;
}

interface Lock {
  specifiers: Record<string, string>;
  npm: Record<string, unknown>;
}

/** Writes the copy; the packages that sources import and Deno has not downloaded, which would hide their promises. */
export async function copyTyped({ root, copy, packages, planted }: CopyOptions): Promise<string[]> {
  const settings: { imports: Record<string, string>; exclude: string[] } = JSON.parse(
    await Deno.readTextFile(`${root}deno.json`),
  );
  const isWanted = (path: string) => !settings.exclude.some((name) => path.startsWith(name));
  for (const path of sourcesOf(root).filter(isWanted)) {
    writeSource(copy, path, await Deno.readTextFile(root + path));
  }
  for (const [path, text] of Object.entries(planted)) writeSource(copy, path, text);
  await Deno.writeFile(`${copy}deno.d.ts`, await denoTypes());
  const own = Object.entries(settings.imports).filter(([, target]) => target.startsWith("./"));
  const compilerOptions = {
    ...OPTIONS,
    paths: Object.fromEntries(own.map(([name, target]) => [name, [target]])),
  };
  const include = ["**/*.ts", "**/*.tsx"];
  await Deno.writeTextFile(
    `${copy}tsconfig.json`,
    JSON.stringify({ compilerOptions, include, exclude: ["node_modules"] }),
  );
  return linkPackages(
    JSON.parse(await Deno.readTextFile(`${root}tests/deno.lock`)),
    copy,
    packages,
  );
}

/** Paths of all sources, from the root. */
function sourcesOf(root: string, folder = ""): string[] {
  return [...Deno.readDirSync(root + folder)].flatMap(({ name, isDirectory }) => {
    const path = folder + name;
    if (!isDirectory) return /\.tsx?$/.test(name) ? [path] : [];
    return folder !== "" || FOLDERS.includes(name) ? sourcesOf(root, `${path}/`) : [];
  });
}

/** `npm:zod@4.6.7/mini` is `zod/mini` to others; lines and most columns stay as they were. */
function writeSource(copy: string, path: string, text: string): void {
  const plain = text.replace(/(["'])npm:\/?(@?[^@"'\s]+)@[^"'/\s]+/g, "$1$2");
  makeParent(copy + path);
  Deno.writeTextFileSync(copy + path, plain);
}

function linkPackages({ specifiers, npm }: Lock, copy: string, packages: string): string[] {
  const linked = new Set<string>();
  for (const id of Object.keys(npm)) {
    // `preact-render-to-string@6.8.2_preact@10.29.8` names what it was resolved beside.
    const [, name = "", version = ""] = /^(@?[^@]+)@([^_]+)/.exec(id) ?? [];
    const target = `${packages}/${name}/${version}`;
    // Binaries of other machines are never downloaded; of two versions the first is taken.
    if (linked.has(name) || !isFolder(target)) continue;
    linked.add(name);
    makeParent(`${copy}node_modules/${name}`);
    Deno.symlinkSync(target, `${copy}node_modules/${name}`, { type: "dir" });
  }
  const imported = [...Object.keys(specifiers), TYPES]
    .map((specifier) => /^npm:(@?[^@]+)/.exec(specifier)?.[1] ?? specifier);
  return imported.filter((name) => !linked.has(name));
}

async function denoTypes(): Promise<Uint8Array> {
  return (await new Deno.Command(Deno.execPath(), { args: ["types"] }).output()).stdout;
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

function makeParent(path: string): void {
  Deno.mkdirSync(path.replace(/[^/]*$/, ""), { recursive: true });
}
