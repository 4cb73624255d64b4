// The files of the API's routes, read from their folder: a new one is known without being listed.

const ROUTES_FOLDER = new URL("../../routes/api/", import.meta.url);

/** Files of the API's routes, below `routes/api/`. */
export async function apiRouteFiles(folder = ROUTES_FOLDER, prefix = ""): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory) {
      const inner = new URL(`${encodeURIComponent(entry.name)}/`, folder);
      files.push(...await apiRouteFiles(inner, `${prefix}${entry.name}/`));
    } else if (isRoute(entry.name)) {
      files.push(prefix + entry.name);
    }
  }
  return files.sort();
}

/** A rest of an address is no resource: nothing can be asked of it that it would accept. */
function isRoute(name: string): boolean {
  return !/^_|^\[\.\.\./.test(name) && /\.tsx?$/.test(name);
}
