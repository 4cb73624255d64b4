// Finds the route and island files of a project.
import { join, relative } from "node:path";
import { isRouteFile } from "../file-routes.ts";

/** The folders of a project, absolute. */
export interface ProjectFolders {
  readonly root: string;
  readonly routeDir: string;
  readonly islandDir: string;
}

/** Route and island files, relative to the root with forward slashes, sorted. */
export interface ProjectFiles {
  /** The routes folder relative to the root, with a slash at the end. */
  readonly routePrefix: string;
  readonly routes: string[];
  readonly islands: string[];
}

// Far above any real project; a folder that links to itself must not run for ever.
const MAX_FILES = 20_000;

/** The files of the project that the framework loads by their place. */
export async function crawlProject(
  folders: ProjectFolders,
  ignore: readonly RegExp[],
): Promise<ProjectFiles> {
  const routeFiles = await listFiles(folders.routeDir, ignore);
  const islandFiles = await listFiles(folders.islandDir, ignore);
  const fromRoot = (file: string) => relative(folders.root, file).replaceAll("\\", "/");
  const colocated = routeFiles.filter((file) => /\/\(_islands\)\//.test(file) && isSource(file));
  return {
    routePrefix: `${fromRoot(folders.routeDir)}/`,
    routes: routeFiles.filter((file) =>
      isRouteFile(relative(folders.routeDir, file).replaceAll("\\", "/"))
    ).map(fromRoot),
    islands: [...islandFiles.filter(isSource), ...colocated].map(fromRoot).sort(),
  };
}

/** Every file below `folder`, sorted; an absent folder has none. */
export async function listFiles(
  folder: string,
  ignore: readonly RegExp[] = [],
): Promise<string[]> {
  const files: string[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await entriesOf(next)) {
      const path = join(next, entry.name);
      if (ignore.some((pattern) => pattern.test(path))) continue;
      if (entry.isDirectory) pending.push(path);
      else if (entry.isFile) files.push(path);
    }
    if (files.length > MAX_FILES) throw new Error(`More than ${MAX_FILES} files in ${folder}`);
  }
  return files.sort();
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function isSource(file: string): boolean {
  return /\.[tj]sx?$/.test(file) && !/[._]test\.[tj]sx?$/.test(file);
}
