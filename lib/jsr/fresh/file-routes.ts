// File routing: what the path of a file under routes/ means.
import type { ModuleMap } from "./snapshot.ts";

/** What a route file is for. */
export type FileKind = "app" | "middleware" | "layout" | "error" | "notFound" | "route";

/** A file under `routes/` and where it applies. */
export interface RouteFile {
  readonly path: string;
  readonly kind: FileKind;
  /** The folders above it as scope names: `:id`, `(group)`, `admin`. */
  readonly folders: readonly string[];
  /** The URL pattern of a route. */
  readonly pattern: string;
  readonly module: object;
}

const SPECIAL: Readonly<Record<string, FileKind>> = {
  _app: "app",
  _middleware: "middleware",
  _layout: "layout",
  _error: "error",
  _500: "error",
  _404: "notFound",
};

const KIND_ORDER: readonly FileKind[] = [
  "app",
  "notFound",
  "error",
  "middleware",
  "layout",
  "route",
];

/** Whether the file at `path` (below the routes folder) takes part in routing. */
export function isRouteFile(path: string): boolean {
  if (!/\.[tj]sx?$/.test(path) || /[._]test\.[tj]sx?$/.test(path)) return false;
  return !/(?:^|\/)\(_[^/]*\)\//.test(path);
}

/** The files of `routes` (paths below the routes folder) in the order in which they register. */
export function orderRouteFiles(routes: ModuleMap): RouteFile[] {
  const files = Object.keys(routes).filter(isRouteFile).map((path) =>
    describeFile(path, routes[path] as object)
  );
  return files.sort(compareFiles);
}

/** The URL pattern of a route file: `docs/[[v]]/index.tsx` is `/docs{/:v}?`. */
export function filePattern(path: string): string {
  const pieces = path.replace(/\.[tj]sx?$/, "").split("/");
  if (pieces.at(-1) === "index") pieces.pop();
  const pattern = pieces.map(pieceInPattern).filter((piece) => piece !== null)
    .map((piece) => piece.startsWith("{/") ? piece : `/${piece}`).join("");
  return pattern === "" ? "/" : pattern;
}

function describeFile(path: string, module: object): RouteFile {
  const folders = path.split("/");
  const name = (folders.pop() ?? "").replace(/\.[tj]sx?$/, "");
  return {
    path,
    kind: SPECIAL[name] ?? "route",
    folders: folders.map((folder) => pieceInPattern(folder) ?? folder),
    pattern: filePattern(path),
    module,
  };
}

/** `[id]` is `:id`, `[...path]` is `:path*`, `[[v]]` is `{/:v}?`; a group has no piece. */
function pieceInPattern(piece: string): string | null {
  if (/^\(.*\)$/.test(piece)) return null;
  const optional = /^\[\[([^\]]+)\]\]$/.exec(piece);
  if (optional !== null) return `{/:${optional[1]}}?`;
  const rest = /^\[\.\.\.([^\]]+)\]$/.exec(piece);
  if (rest !== null) return `:${rest[1]}*`;
  return piece.split(/(\[[^\]]+\])/).map((part) => {
    const name = /^\[([^\]]+)\]$/.exec(part)?.[1];
    return name === undefined ? part.replace(/[:*+?(){}\\]/g, "\\$&") : `:${name}`;
  }).join("");
}

function compareFiles(a: RouteFile, b: RouteFile): number {
  // Everything that wraps routes comes before the routes, outer folders before inner ones: a
  // route captures what was registered before it.
  if (a.kind !== "route" || b.kind !== "route") {
    const byRoute = Number(a.kind === "route") - Number(b.kind === "route");
    return byRoute || a.folders.length - b.folders.length ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || compareText(a.path, b.path);
  }
  return compareRoutes(a.pattern, b.pattern) || compareText(a.path, b.path);
}

/** Fixed pieces before `:param`, before `:rest*`; a shorter path before its continuation. */
function compareRoutes(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    const byRank = rank(x) - rank(y);
    if (byRank !== 0) return byRank;
    if (x !== y) return compareText(x, y);
  }
  return left.length - right.length;
}

function rank(piece: string): number {
  if (/^:\w+\*$/.test(piece)) return 4;
  if (piece.endsWith("{")) return 1;
  if (piece.includes(":")) return /^:\w+(?:\}\?)?$/.test(piece) ? 3 : 2;
  return 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
