// Says whether the build in _fresh/ is of the sources as they are, so that a warm start need not build.

/** Folders and files a build depends on. */
const SOURCES = ["islands", "lib", "routes", "static", "deno.json", "deno.lock"];
const STAMP = "_fresh/stamp";

/** True when nothing has changed since `stampBuild`. */
export async function isBuildCurrent(root: string): Promise<boolean> {
  try {
    return await Deno.readTextFile(`${root}/${STAMP}`) === sourcesStamp(root);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
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
