// A real denokv server and processes of the product on it.
import assert from "node:assert/strict";
import { ROOT } from "../../support/module-graph.ts";

const TOKEN = "a-token-of-this-test";
const SECRET = new Uint8Array(32).fill(5).toBase64();

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
      env: { DENO_KV_ACCESS_TOKEN: TOKEN },
      stdout: "null",
      stderr: "null",
    }).spawn();
  let child: Deno.ChildProcess | null = spawn();
  await answers(port);
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
      await answers(port);
    },
    [Symbol.asyncDispose]: crash,
  };
}

/** A running process of the product. */
export interface Product extends AsyncDisposable {
  origin: string;
  /** The one-time link it printed at its start. */
  link: string;
}

/** Starts the product on a database. */
export async function startProduct(database: string): Promise<Product> {
  const port = freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `${ROOT}scripts/start.ts`],
    cwd: ROOT,
    env: {
      ...{ NO_COLOR: "1", PORT: String(port), AVANTI_ORIGIN: origin, AVANTI_SECRET: SECRET },
      ...{ AVANTI_DATABASE: database, DENO_KV_ACCESS_TOKEN: TOKEN },
    },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const [output, rest] = child.stdout.tee();
  const drained = rest.pipeTo(new WritableStream()).catch(() => {});
  let printed = "";
  const text = output.pipeThrough(new TextDecoderStream() as never);
  for await (const chunk of text as unknown as AsyncIterable<string>) {
    printed += chunk;
    if (/Operator link.*\n/.test(printed)) break;
  }
  const link = /Operator link.*(http\S+)/.exec(printed)?.[1];
  assert(link, printed);
  return {
    origin,
    link,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await Promise.all([child.status, drained]);
    },
  };
}

/** Resolves once something listens on the port. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port }).catch(() => null);
    if (connection !== null) return connection.close();
    // The server says nothing when it is ready; a connection is the only sign.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("denokv does not listen");
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
