// Joins the style sheets that lie beside their components: lib/ui/operator/ into static/board.css, all
// others into static/styles.css, one request each; a rule for `each-class` becomes one for every vehicle
// class.
import { VEHICLE_CLASSES } from "../lib/fleet/vehicle.ts";

const ROOT = new URL("../", import.meta.url);
/** Deepest folder the search enters; more would be a loop of links. */
const MAX_DEPTH = 6;

/** Parts come before the pages that arrange them. */
const ORDER = ["lib/ui/parts/", "lib/ui/styles/", "lib/ui/customer/", "lib/ui/operator/"];

/** The joined sheets that differ from their sources, by path; they are written unless `onlyLook`. */
export async function joinStyles({ onlyLook = false } = {}): Promise<string[]> {
  const sheets = (await styleSheets("lib/ui")).sort(byFolderThenPath);
  const targets = {
    "static/styles.css": sheets.filter((path) => !isOperators(path)),
    "static/board.css": sheets.filter(isOperators),
  };
  const stale: string[] = [];
  for (const [target, paths] of Object.entries(targets)) {
    const css = await joined(paths);
    const file = new URL(target, ROOT);
    // A file that is as it should be is left alone: whoever watches it would start again.
    if (await textOf(file) === css) continue;
    stale.push(target);
    if (!onlyLook) await Deno.writeTextFile(file, css);
  }
  return stale;
}

async function joined(paths: readonly string[]): Promise<string> {
  const parts = await Promise.all(paths.map(async (path) => {
    const source = await Deno.readTextFile(new URL(path, ROOT));
    return `/* ${path} */\n${forEachClass(source)}`;
  }));
  return "@layer reset, tokens, base, components, pages;\n" + parts.join("\n");
}

async function textOf(file: URL): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** Repeats a selector that names `each-class` for every vehicle class, so that none can be forgotten. */
function forEachClass(css: string): string {
  return css.replace(/^( *)(.*each-class.*) \{$/gm, (_, indent: string, selector: string) => {
    const each = VEHICLE_CLASSES.map((name) => indent + selector.replaceAll("each-class", name));
    return `${each.join(",\n")} {`;
  });
}

async function styleSheets(folder: string, depth = 0): Promise<string[]> {
  if (depth > MAX_DEPTH) return [];
  const found: string[] = [];
  for await (const entry of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...await styleSheets(path, depth + 1));
    else if (entry.name.endsWith(".css")) found.push(path);
  }
  return found;
}

function byFolderThenPath(a: string, b: string): number {
  const folder = (path: string) => ORDER.findIndex((prefix) => path.startsWith(prefix));
  return folder(a) - folder(b) || (a < b ? -1 : 1);
}

function isOperators(path: string): boolean {
  return path.startsWith("lib/ui/operator/");
}
