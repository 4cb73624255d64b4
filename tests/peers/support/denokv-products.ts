// Processes of the product on a real denokv server.
import assert from "node:assert/strict";
import { ROOT } from "../../support/module-graph.ts";
import { freePort } from "../../support/production-server.ts";
import { DENOKV_ENV } from "./denokv-peer.ts";
import { UNLIMITED } from "../../support/unlimited.ts";

const SECRET = new Uint8Array(32).fill(5).toBase64();

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
      ...{ AVANTI_DATABASE: database, ...DENOKV_ENV, ...UNLIMITED },
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
