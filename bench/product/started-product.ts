// The product as its README starts it, on a free port and an empty database, for benches that look at it from outside.
import { UNLIMITED } from "../../tests/support/unlimited.ts";
const ROOT = new URL("../..", import.meta.url).pathname;
/** Longest wait for the build and the demo data, ms. */
const START_MS = 120_000;
const LOOK_MS = 100;

/** A product in a process of its own. */
export interface StartedProduct extends AsyncDisposable {
  origin: string;
}

/** Starts it with demo data and waits until it takes requests; disposing stops it and removes its database. */
export async function startProduct(): Promise<StartedProduct> {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "scripts/start.ts"],
    cwd: ROOT,
    env: { ...UNLIMITED, PORT: String(port), AVANTI_DATABASE: `${folder}/avanti.sqlite` },
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill("SIGTERM");
    await server.status;
    await Deno.remove(folder, { recursive: true });
  };
  for (const before = Date.now(); Date.now() - before < START_MS;) {
    if (await isReady(origin)) return { origin, [Symbol.asyncDispose]: stop };
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  await stop();
  throw new Error("The product did not start");
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/readyz`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
