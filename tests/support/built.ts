// The finished build that real processes serve: made once, whichever test wants it first.
import { Builder } from "fresh/dev";
import { BUILD_OPTIONS, buildOf } from "../../scripts/build-stamp.ts";
import { ROOT } from "./module-graph.ts";

/** Builds where the sources have changed. Of many who ask at once one builds, and none deletes what another serves. */
export async function assertBuilt(): Promise<void> {
  await buildOf(ROOT, () => new Builder(BUILD_OPTIONS).build(), { onlyIfStale: true });
}
