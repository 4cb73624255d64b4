// The routes of the operators, as their files say.
import { filePattern, isRouteFile } from "../../lib/jsr/fresh/file-routes.ts";

/** Patterns of all of them, pages and API. */
export async function operatorRoutes(): Promise<string[]> {
  return [...await routesUnder("admin"), ...await routesUnder("api/admin")];
}

/** An address of a route: of a booking, and of things the demo has. */
export function pathOf(pattern: string, bookingId: string): string {
  return pattern.replace(":bookingId", bookingId).replace(":action", "depart").replace(
    ":kind",
    "change",
  ).replace(
    ":jobId",
    "01J",
  ).replace(":slug", "ullevi").replace(":vehicleId", "V01").replace("vehicles/:id", "vehicles/V01")
    .replace("holders/:id", "holders/H1").replace(":id", "D01");
}

async function routesUnder(folder: string, below = ""): Promise<string[]> {
  const patterns: string[] = [];
  for await (const entry of Deno.readDir(`routes/${folder}${below}`)) {
    const path = `${folder}${below}/${entry.name}`;
    if (entry.isDirectory) patterns.push(...await routesUnder(folder, `${below}/${entry.name}`));
    else if (isRouteFile(path) && !entry.name.startsWith("_")) patterns.push(filePattern(path));
  }
  return patterns;
}
