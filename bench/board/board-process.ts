// A server process over a database, from whichever sources.
import { firstLine } from "./first-line.ts";

/** How long the loop was held at most, see board-server.ts. */
export interface Holds {
  seenMs: number;
  ownMs: number;
}

/** A running board. */
export interface RunningBoard extends AsyncDisposable {
  origin: string;
  headers: Record<string, string>;
  /** Headers of another session. */
  session(): Promise<Record<string, string>>;
  /** Since it was last asked. */
  holds(): Promise<Holds>;
}

/** Starts it; resolves when it listens. */
export async function startBoard(folder: string, database: string): Promise<RunningBoard> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "bench/board/board-server.ts", database],
    ...{ cwd: folder, stdout: "piped" as const, stderr: "inherit" as const },
  }).spawn();
  const { port, control } = JSON.parse(await firstLine(child.stdout));
  const ask = async (path: string) =>
    await (await fetch(`http://127.0.0.1:${control}${path}`)).json();
  return {
    origin: `http://127.0.0.1:${port}`,
    headers: await ask("/session"),
    session: () => ask("/session"),
    holds: () => ask("/holds"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.status;
    },
  };
}
