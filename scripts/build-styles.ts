// Joins the style sheets that lie beside their components: lib/ui/operator/ into static/board.css, all
// others into static/styles.css, one request each; a rule for `each-class` becomes one for every vehicle
// class. `--check` only says whether they are up to date.
import { VEHICLE_CLASSES } from "../lib/fleet/vehicle.ts";

const ROOT = new URL("../", import.meta.url);
/** Deepest folder the search enters; more would be a loop of links. */
const MAX_DEPTH = 6;

/** Parts come before the pages that arrange them. */
const ORDER = ["lib/ui/parts/", "lib/ui/styles/", "lib/ui/customer/", "lib/ui/operator/"];

const sheets = (await styleSheets("lib/ui")).sort(byFolderThenPath);
const stale: string[] = [];
await write("static/styles.css", sheets.filter((path) => !isOperators(path)));
await write("static/board.css", sheets.filter(isOperators));
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run: deno run -A scripts/build-styles.ts`);
  Deno.exit(1);
}

async function write(target: string, paths: string[]): Promise<void> {
  const order = "@layer reset, tokens, base, components, pages;\n";
  const parts = await Promise.all(
    paths.map(async (path) => {
      const source = await Deno.readTextFile(new URL(path, ROOT));
      return `/* ${path} */\n${forEachClass(source)}`;
    }),
  );
  const css = order + parts.join("\n");
  const file = new URL(target, ROOT);
  if (!Deno.args.includes("--check")) return await Deno.writeTextFile(file, css);
  if (await Deno.readTextFile(file).catch(() => "") !== css) stale.push(target);
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
