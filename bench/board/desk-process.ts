// The server process of a day of dispatchers: started, killed and started again on the same database file.
import { firstLine } from "./first-line.ts";

/** How long it is away, in milliseconds of the wall clock. */
export const OUTAGE_MS = 30_000;

/** A server under the hand of who leads the day. */
export class DeskProcess {
  readonly #folder: string;
  readonly #database: string;
  #child: Deno.ChildProcess | null = null;
  #control = "";
  /** Where the product answers; another address after each outage. */
  origin = "";
  /** The server's clock as it last said it, epoch milliseconds. */
  nowMs: number;

  /** `folder` has the sources. */
  constructor(folder: string, database: string, startMs: number) {
    this.#folder = folder;
    this.#database = database;
    this.nowMs = startMs;
  }

  /** Starts it; resolves when it listens. */
  async start(): Promise<void> {
    const server = "bench/board/desk-server.ts";
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", server, this.#database, String(this.nowMs)],
      cwd: this.#folder,
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#child = child;
    const { port, control } = JSON.parse(await firstLine(child.stdout));
    this.origin = `http://127.0.0.1:${port}`;
    this.#control = `http://127.0.0.1:${control}`;
  }

  /** Kills it in the middle of what it does. */
  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#child?.status;
    this.#child = null;
  }

  /** An outage: killed, away, and back with a clock that went on meanwhile. Returns how long, in milliseconds. */
  async outage(): Promise<number> {
    const started = performance.now();
    await this.leap(0);
    await this.kill();
    await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS));
    this.nowMs += performance.now() - started;
    this.nowMs = Math.round(this.nowMs);
    await this.start();
    return performance.now() - started;
  }

  /** Moves the clock ahead. */
  async leap(minutes: number): Promise<void> {
    const answer = await fetch(`${this.#control}/clock?leap=${minutes}`);
    this.nowMs = (await answer.json()).nowMs;
  }

  /** The headers of a dispatcher who has just signed in. */
  async signIn(name: string): Promise<Record<string, string>> {
    return await (await fetch(`${this.#control}/session?name=${encodeURIComponent(name)}`)).json();
  }
}
