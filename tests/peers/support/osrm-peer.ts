// A real OSRM server with the roads of Göteborg, on this machine.

/** The folder in which scripts/build-osrm.ts put it, below the folder of peers. */
export const OSRM_PROGRAM = "osrm/osrm/bin/osrm-routed";

/** A running server. */
export interface RunningOsrm extends AsyncDisposable {
  origin: string;
}

/** Starts the program; it stops when the answer is disposed of. */
export async function startOsrm(program: string): Promise<RunningOsrm> {
  const map = `${program.slice(0, program.indexOf("/osrm/bin/"))}/goteborg.osrm`;
  const port = freePort();
  const child = new Deno.Command(program, {
    args: ["--algorithm", "mld", "--ip", "127.0.0.1", "--port", `${port}`, map],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin);
  return {
    origin,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

/** Resolves once the server answers; it reads its map first. */
async function answers(origin: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const response = await fetch(`${origin}/nearest/v1/driving/11.97,57.7`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    // Written to a pipe, what it says arrives only when it ends; asking is the only sign.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("osrm-routed does not answer");
}

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}
