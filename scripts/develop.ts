// `deno task dev`: the product as `start` serves it, from sources that are built anew at every change.
import type { Builder } from "fresh/dev";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { joinStyles } from "./join-styles.ts";
import { assertPortFree, isForPeople, runScript } from "./terminal.ts";

/** Serves for development; a fault in the sources is shown in the browser until they are changed. */
export async function develop(builder: Builder): Promise<void> {
  await runScript(async () => {
    const config = loadConfig(processEnvironment());
    assertPortFree(config);
    try {
      // Before the build reads static/: a changed style beside its component is served at once.
      await joinStyles();
      // Loaded here, so that a fault in any source of the product is caught.
      const { serve } = await import("./serve.ts");
      await serve(await import("../main.ts"), () => listen(builder, config));
    } catch (error) {
      if (isForPeople(error)) throw error;
      console.error(error);
      await showFault(config, error);
    }
  });
}

async function listen(builder: Builder, { host, port }: Config): Promise<() => Promise<void>> {
  const options = { hostname: host, port, onListen: () => {} };
  await builder.listen(() => import("../main.ts"), options);
  // Nobody waits for the requests of a development server.
  return () => Promise.resolve();
}

/** Answers every request with the fault; the page looks again each second whether the sources were changed. */
async function showFault({ host, port }: Config, error: unknown): Promise<void> {
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  const html = `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="1">` +
    `<title>Fault in the sources</title><h1>Fault in the sources</h1><pre>${escaped(text)}</pre>`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  await Deno.serve(
    { hostname: host, port, onListen: () => {} },
    () => new Response(html, { status: 500, headers }),
  ).finished;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
