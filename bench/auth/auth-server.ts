// A server of this bench in a process of its own, over a database of its own.
import { Wire } from "../overload/wire.ts";

/** A server that is running, and sockets to it. */
export class AuthServer implements AsyncDisposable {
  readonly wire: Wire;
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;

  private constructor(process: Deno.ChildProcess, folder: string, port: number) {
    this.#process = process;
    this.#folder = folder;
    this.wire = new Wire(port);
  }

  /** Starts one with so many people who have a password. */
  static async start(people: number): Promise<AuthServer> {
    const folder = await Deno.makeTempDir();
    const server = new URL("server.ts", import.meta.url).pathname;
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", server, `${folder}/kv.sqlite`, String(people)],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    return new AuthServer(process, folder, await listeningPort(process.stdout));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.wire.close();
    this.#process.kill("SIGKILL");
    await this.#process.status;
    await Deno.remove(this.#folder, { recursive: true });
  }
}

async function listeningPort(stream: ReadableStream<Uint8Array>): Promise<number> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    const match = /listening (\d+)/.exec(text);
    if (match) return Number(match[1]);
  }
  throw new Error("The server that is signed in at did not start");
}
