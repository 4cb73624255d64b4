// The finished build that real processes and the apps of tests serve: made once, whichever test wants it first.
import type { App } from "fresh";
import { Builder } from "fresh/dev";
import type { State } from "../../lib/http/define.ts";
import { BUILD_OPTIONS, buildOf } from "../../scripts/build-stamp.ts";
import { ON_ORIGINAL } from "./framework.ts";
import { ROOT } from "./module-graph.ts";

/** Builds where the sources have changed. Of many who ask at once one builds, and none deletes what another serves. */
export async function assertBuilt(): Promise<void> {
  await buildOf(ROOT, () => new Builder(BUILD_OPTIONS).build(), { onlyIfStale: true });
}

/** Gives the finished build to `app`, whose handler has to be made afterwards; read once a test file. */
export async function useBuilt(app: App<State>): Promise<void> {
  apply ??= readBuilt();
  (await apply)(app);
}

type Apply = (app: App<State>) => void;

let apply: Promise<Apply> | null = null;

/** As a server of the build reads it; nobody but the original Fresh reads what that has built. */
async function readBuilt(): Promise<Apply> {
  if (ON_ORIGINAL) return await new Builder({ root: ROOT }).build({ snapshot: "memory" });
  await assertBuilt();
  const { diskReader, makeSnapshot, useSnapshot } = await import("fresh/internal");
  const { manifest } = await import("../../fresh.gen.ts");
  const { default: data } = await import(`${ROOT}_fresh/snapshot.js`);
  const snapshot = makeSnapshot(data, manifest, diskReader(`file://${ROOT}_fresh/static/`));
  return (app) => {
    app.config.mode = "production";
    useSnapshot(app, snapshot);
  };
}
