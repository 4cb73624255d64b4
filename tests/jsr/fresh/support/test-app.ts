// An application over route modules given by the test, without a build.
import { App, type FreshConfig } from "fresh";
import { makeSnapshot, type SnapshotData, useSnapshot } from "fresh/internal";

/** Route or island modules by file name. */
export type Modules = Record<string, object>;

const SCRIPT = { url: "/_fresh/js/x.js", imports: [] };

/** The data of a build without static files. */
export function emptyData(islands: Modules = {}): SnapshotData {
  const scripts = Object.keys(islands).map((file) => [file, {
    url: `/_fresh/js/${file.replace(/\W/g, "_")}.js`,
    imports: ["/_fresh/js/chunk.js", "/_fresh/js/part.js"],
  }]);
  return {
    buildId: "test",
    assets: {},
    client: {
      boot: { url: "/_fresh/js/boot.js", imports: ["/_fresh/js/chunk.js"] },
      revive: SCRIPT,
      signals: SCRIPT,
      slots: SCRIPT,
      islands: Object.fromEntries(scripts),
    },
  };
}

/** Gives `app` the modules as if they had been built. */
export function withModules<State>(
  app: App<State>,
  routes: Modules,
  islands: Modules = {},
): App<State> {
  const read = () => new Uint8Array();
  useSnapshot(app, makeSnapshot(emptyData(islands), { routes, islands }, read));
  return app;
}

/** A request handler for file routes alone. */
export function fileApp(routes: Modules, config?: FreshConfig) {
  return caller(withModules(new App(config).fsRoutes(), routes));
}

/** Calls `app` with a path or a request. */
export function caller<State>(app: App<State>) {
  const handler = app.handler();
  return (input: string | Request, init?: RequestInit): Promise<Response> =>
    handler(typeof input === "string" ? new Request(`http://localhost${input}`, init) : input);
}

/** Runs `test` and returns what it logged as errors. */
export async function logged(test: () => unknown): Promise<unknown[]> {
  const original = console.error;
  const entries: unknown[] = [];
  console.error = (...values) => entries.push(...values);
  try {
    await test();
  } finally {
    console.error = original;
  }
  return entries;
}
