// A real denokv server, which several processes of the product share.
import assert from "node:assert/strict";
import { freePort } from "../../support/production-server.ts";
import { peerProgram } from "./peer-folder.ts";

/** The program, or null when it has not been built; says in one line what is left out. */
export function denokvProgram(leftOut: string): string | null {
  return peerProgram("denokv/bin/denokv", leftOut);
}

/** What its clients must know, in their environment. */
export const DENOKV_ENV = { DENO_KV_ACCESS_TOKEN: "a-token-of-this-test" } as const;

/** Most looks at whether it listens, ten milliseconds apart. */
const MOST_LOOKS = 500;

/** A running server. */
export interface RunningDenokv extends AsyncDisposable {
  url: string;
  /** Sends the process a signal. */
  signal(signal: Deno.Signal): void;
  /** Ends it as a crash does. */
  crash(): Promise<void>;
  /** Starts it again on the same file and port. */
  start(): Promise<void>;
}

/** Starts `program` on a file. */
export async function startDenokv(program: string, file: string): Promise<RunningDenokv> {
  const port = freePort();
  const spawn = () =>
    new Deno.Command(program, {
      args: ["--sqlite-path", file, "serve", "--addr", `127.0.0.1:${port}`],
      env: DENOKV_ENV,
      stdout: "null",
      stderr: "null",
    }).spawn();
  let child: Deno.ChildProcess | null = spawn();
  await listens(port);
  const crash = async () => {
    child?.kill("SIGKILL");
    await child?.status;
    child = null;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    signal: (signal) => child?.kill(signal),
    crash,
    async start() {
      child = spawn();
      await listens(port);
    },
    [Symbol.asyncDispose]: crash,
  };
}

async function listens(port: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port }).catch(() => null);
    if (connection !== null) return connection.close();
    // The server says nothing when it is ready; a connection is the only sign.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("denokv does not listen");
}
