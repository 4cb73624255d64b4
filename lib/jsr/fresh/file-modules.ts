// The modules of a build as the application needs them.
import type { ComponentType } from "preact";
import type { Island } from "./handler.ts";
import type { ModuleMap, Snapshot } from "./snapshot.ts";

/** The route modules of `snapshot` by path below the routes folder. */
export function routesFolder(snapshot: Snapshot | null): ModuleMap {
  return snapshot?.routes ?? {};
}

/** Every function exported by an island module is an island. */
export function islandsOf(modules: ModuleMap): Island[] {
  const islands: Island[] = [];
  for (const [file, module] of Object.entries(modules)) {
    for (const [exportName, fn] of Object.entries(module)) {
      if (typeof fn !== "function") continue;
      const name = exportName === "default" ? fileIdentifier(file) : exportName;
      islands.push({ file, exportName, name, fn: fn as ComponentType });
    }
  }
  return islands;
}

/** The name of an island's default export: its file name as an identifier. */
export function fileIdentifier(file: string): string {
  const base = file.split("/").at(-1)?.replace(/\.[^.]+$/, "") ?? "";
  return base.replace(/[^\p{ID_Continue}$]/gu, "_").replace(/^(?=\d)/, "_");
}
