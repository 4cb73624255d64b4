// Says whether the build in _fresh/ is of the sources as they are, so that a warm start need not build.
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";

/** Folders and files a build depends on. */
const SOURCES = ["islands", "lib", "routes", "static", "deno.json", "deno.lock"];
const STAMP = "_fresh/stamp";

/** How the product is built: source maps lie beside the build, so that a failure in a page is found in the sources. */
export const BUILD_OPTIONS = { sourceMap: { kind: "external" } } as const;

/** True when nothing has changed since `stampBuild`. */
export async function isBuildCurrent(root: string): Promise<boolean> {
  try {
    return await Deno.readTextFile(`${root}/${STAMP}`) === sourcesStamp(root);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Builds and remembers what of; `onlyIfStale` leaves a current build alone. Of many who ask at once one builds. */
export async function buildOf(
  root: string,
  build: () => Promise<unknown>,
  { onlyIfStale = false } = {},
): Promise<void> {
  using lock = await Deno.open(lockPath(root), { create: true, write: true });
  await lock.lock(true);
  if (onlyIfStale && await isBuildCurrent(root)) return;
  await build();
  await stampBuild(root);
}

/** Not in the build's folder: a build begins by deleting that. */
function lockPath(root: string): string {
  const place = createHash("sha256").update(Deno.realPathSync(root)).digest("hex").slice(0, 16);
  return `${tmpdir()}/avanti-build-${place}.lock`;
}

/** Remembers that the build is of the sources as they are now. */
export async function stampBuild(root: string): Promise<void> {
  await Deno.writeTextFile(`${root}/${STAMP}`, sourcesStamp(root));
}

/** The framework, and path, size and time of change of every source; what `make` goes by, and more. */
function sourcesStamp(root: string): string {
  const lines = SOURCES.flatMap((source) => stampsOf(`${root}/${source}`, source));
  // A build by one Fresh is nothing the other can serve.
  return [Deno.version.deno, import.meta.resolve("fresh"), ...lines].join("\n");
}

function stampsOf(path: string, name: string): string[] {
  const { isDirectory, size, mtime } = Deno.statSync(path);
  if (!isDirectory) return [`${name} ${size} ${mtime?.getTime()}`];
  const entries = [...Deno.readDirSync(path)].map((entry) => entry.name).sort();
  return entries.flatMap((entry) => stampsOf(`${path}/${entry}`, `${name}/${entry}`));
}
