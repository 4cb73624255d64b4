// The patterns of every route, as their files say.
import { filePattern, isRouteFile } from "../../lib/jsr/fresh/file-routes.ts";
import { filesBelow } from "./module-graph.ts";

/** Patterns of all routes: of the operators, of the API, and of everybody. */
export function allRoutes(): string[] {
  return filesBelow("routes").map((path) => path.slice("routes/".length))
    .filter((path) => isRouteFile(path) && !path.split("/").at(-1)?.startsWith("_"))
    .map(filePattern);
}
