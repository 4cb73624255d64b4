// The module graph as Deno sees it: files of this repository and what they import.

/** Scripts of pages that are bundled by themselves: no module of the product imports them. */
export const PAGE_SCRIPTS: readonly string[] = ["lib/ui/trail/session-trail.ts"];

/** The repository's folder, with a slash at the end. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** One file of the repository; paths start at its root. */
export interface SourceModule {
  path: string;
  /** What runs with it: repository paths and `npm:` names. */
  code: string[];
  /** What only its types come from. */
  types: string[];
}

interface InfoModule {
  specifier: string;
  dependencies?: {
    code?: { specifier?: string };
    type?: { specifier?: string };
    isDynamic?: boolean;
  }[];
}

/** The modules reachable from `roots` (paths from the repository's `root`), by path. */
export async function moduleGraph(
  roots: readonly string[],
  root = ROOT,
): Promise<Map<string, SourceModule>> {
  const folder = await Deno.makeTempDir();
  try {
    const entry = `${folder}/entry.ts`;
    await Deno.writeTextFile(
      entry,
      roots.map((path) => `import ${JSON.stringify(`file://${root}${path}`)};`).join("\n"),
    );
    const info = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", `--config=${root}deno.json`, `--lock=${root}tests/deno.lock`, entry],
      cwd: root,
    }).output();
    if (!info.success) throw new Error(new TextDecoder().decode(info.stderr));
    const { modules } = JSON.parse(new TextDecoder().decode(info.stdout));
    const found = (modules as InfoModule[]).flatMap((module) => toModule(module, root));
    return new Map(found.map((module) => [module.path, module]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Files below `folder` (a repository path) whose name fits, as repository paths, sorted. */
export function filesBelow(folder: string, fits = /\.tsx?$/): string[] {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(ROOT + folder)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...filesBelow(path, fits));
    else if (fits.test(entry.name)) found.push(path);
  }
  return found.sort();
}

function toModule(module: InfoModule, root: string): SourceModule[] {
  const path = inRepository(module.specifier, root);
  if (path === null) return [];
  const dependencies = module.dependencies ?? [];
  const named = (kind: "code" | "type") =>
    dependencies.flatMap((dependency) => {
      const specifier = dependency[kind]?.specifier;
      return specifier === undefined ? [] : [inRepository(specifier, root) ?? specifier];
    });
  return [{ path, code: named("code"), types: named("type") }];
}

function inRepository(specifier: string, root: string): string | null {
  const prefix = `file://${root}`;
  return specifier.startsWith(prefix) ? decodeURI(specifier.slice(prefix.length)) : null;
}
