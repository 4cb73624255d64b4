// The generated manifest: every route and island as a static import, so that starting up reads no
// folders and a bundler for the edge sees every module.
import { join } from "node:path";
import { crawlProject, type ProjectFiles } from "./build/crawl.ts";

/** Name of the generated file in the project's root. */
export const MANIFEST_FILE = "fresh.gen.ts";

/** Whether the manifest in `root` differs from what its folders hold; writes nothing. */
export async function checkManifest(root: string): Promise<{ stale: boolean }> {
  const files = await crawlProject({
    root,
    routeDir: join(root, "routes"),
    islandDir: join(root, "islands"),
  }, []);
  return { stale: await readManifest(root) !== manifestText(files) };
}

/** Writes the manifest when it differs; an unchanged file keeps watchers quiet. */
export async function writeManifest(root: string, files: ProjectFiles): Promise<boolean> {
  const text = manifestText(files);
  if (await readManifest(root) === text) return false;
  await Deno.writeTextFile(join(root, MANIFEST_FILE), text);
  return true;
}

/** The manifest for `files`, in the form `deno fmt` gives it. */
export function manifestText(files: ProjectFiles): string {
  const routes = files.routes.map((file, i) => ({
    file,
    key: file.slice(files.routePrefix.length),
    name: `route${i}`,
  }));
  const islands = files.islands.map((file, i) => ({ file, key: file, name: `island${i}` }));
  const imports = [...routes, ...islands].map(({ file, name }) =>
    `import * as ${name} from "${specifierOf(file)}";\n`
  );
  return `// Generated from routes/ and islands/ by \`deno task build\`. Do not edit.
import type { Manifest } from "fresh/internal";
${imports.join("")}
/** The modules of every route and island, by path. */
export const manifest: Manifest = {
  routes: ${objectText(routes)},
  islands: ${objectText(islands)},
};
`;
}

async function readManifest(root: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(join(root, MANIFEST_FILE));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function specifierOf(file: string): string {
  return file.includes(":") ? file : `./${file}`;
}

function objectText(entries: readonly { key: string; name: string }[]): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map(({ key, name }) => `    ${JSON.stringify(key)}: ${name},\n`);
  return `{\n${lines.join("")}  }`;
}
