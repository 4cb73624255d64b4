// Setups of tests: files from text, services to plan over, and what a plan says.
import { NO_CACHE } from "../../lib/cache/no-cache.ts";
import { memoryDatabase } from "./databases.ts";
import { FleetStore } from "../../lib/fleet/fleet-store.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import type { Database } from "../../lib/kv/open.ts";
import { LandmarkStore } from "../../lib/places/landmark-store.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { applySetup } from "../../lib/setup/apply-setup.ts";
import { exportSetup } from "../../lib/setup/export-setup.ts";
import { planFiles, readSetup, type SetupPlan } from "../../lib/setup/plan-setup.ts";
import { SETUP_KINDS } from "../../lib/setup/table.ts";
import { template } from "../../lib/setup/templates.ts";

/** The day of the tests. */
export const TODAY = "2026-11-23";

const places = loadPlaceIndex();

/** Files by name, as they come from the disk. */
export function files(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
}

/** The templates, by the names of their files. */
export const TEMPLATES: Readonly<Record<string, string>> = Object.fromEntries(
  SETUP_KINDS.map((kind) => template(kind, TODAY)).map(({ name, text }) => [name, text]),
);

/** Loading over a database, on a day. */
export function loading(db: Database, today = TODAY) {
  const deps = {
    db,
    fleet: new FleetStore(db),
    landmarks: new LandmarkStore(db, places, NO_CACHE),
    places,
    clock: manualClock(`${today}T05:00:00Z`),
    randomBytes: secureRandomBytes,
  };
  const plan = (texts: Readonly<Record<string, string>>) => planFiles(deps, files(texts), today);
  return {
    deps,
    plan,
    load: async (texts: Readonly<Record<string, string>>) =>
      await applySetup(deps, await plan(texts), "Karin"),
    exported: async () =>
      Object.fromEntries(
        exportSetup(await readSetup(deps)).map(({ name, text }) => [name, text]),
      ),
    state: () => readSetup(deps),
  };
}

/** An empty database to load into, to be disposed of. */
export async function emptySetup() {
  const test = await memoryDatabase();
  return { ...test, ...loading(test.db) };
}

/** The problems of a plan: `vehicles.csv 2 plate: plate`. */
export function problemsOf({ problems }: SetupPlan): string[] {
  return problems.map(({ file, line, column, code }) => `${file} ${line} ${column}: ${code}`);
}
