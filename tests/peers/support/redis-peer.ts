// A real Redis or Valkey server, without a disk.
import assert from "node:assert/strict";
import { freePort } from "../../support/production-server.ts";

/** Its programs, whichever is there. */
const PROGRAMS = ["valkey-server", "redis-server"];
/** Most looks at whether it listens, ten milliseconds apart. */
const MOST_LOOKS = 500;

/** A running server. */
export interface RunningRedis extends AsyncDisposable {
  url: string;
  /** Ends it as a crash does. */
  crash(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  /** Stops and continues its process. */
  signal(signal: Deno.Signal): void;
}

/** The program, or null where there is none; says in one line what is left out. */
export function redisProgram(leftOut: string): string | null {
  for (const folder of (Deno.env.get("PATH") ?? "").split(":")) {
    for (const name of PROGRAMS) {
      try {
        Deno.statSync(`${folder}/${name}`);
        return `${folder}/${name}`;
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
    }
  }
  console.info(`Left out: ${leftOut} (Debian's redis-server or valkey is not installed)`);
  return null;
}

/** Starts it on a port of its own. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const port = freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const spawn = () => new Deno.Command(program, { args, stdout: "null", stderr: "null" }).spawn();
  let child: Deno.ChildProcess | null = spawn();
  await listens(port);
  const crash = async () => {
    child?.kill("SIGKILL");
    await child?.status;
    child = null;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    crash,
    async start() {
      child = spawn();
      await listens(port);
    },
    signal: (signal) => child?.kill(signal),
    [Symbol.asyncDispose]: crash,
  };
}

async function listens(port: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port }).catch(() => null);
    if (connection !== null) return connection.close();
    // The server says nothing to us when it is ready; a connection is the only sign.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("Redis does not listen");
}

/** The tier once it is connected. */
export async function connected<Tier extends { head(): Promise<unknown> }>(
  tier: Tier,
): Promise<Tier> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if (await tier.head().then(() => true, () => false)) return tier;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return assert.fail("The tier does not connect");
}
