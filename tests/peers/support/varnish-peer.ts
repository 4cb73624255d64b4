// A real Varnish with xkey in front of a product, both on this machine.
import { freePort } from "../../support/production-server.ts";

/** Its program, below the folder of peers. */
export const VARNISH_PROGRAM = "varnish/usr/sbin/varnishd";

const VCL = new URL("../../../ops/varnish/default.vcl", import.meta.url);

/** One that runs. */
export interface RunningVarnish extends AsyncDisposable {
  /** Where people ask. */
  origin: string;
  /** Where it is told what to throw away. */
  purgeUrl: string;
}

/** Starts `program` by the file that ships, in front of `backend`; it stops when the answer is disposed of. */
export async function startVarnish(program: string, backend: string): Promise<RunningVarnish> {
  const folder = await Deno.makeTempDir();
  const { hostname, port } = new URL(backend);
  const vcl = (await Deno.readTextFile(VCL))
    .replace('.host = "127.0.0.1";', `.host = "${hostname}";`)
    .replace('.port = "8000";', `.port = "${port}";`);
  await Deno.writeTextFile(`${folder}/default.vcl`, vcl);
  const [http, purge] = [freePort(), freePort()];
  const libraries = program.replace(/sbin\/varnishd$/, "lib/x86_64-linux-gnu");
  const log: string[] = [];
  const child = new Deno.Command(program, {
    args: [
      ...["-F", "-j", "none", "-n", `${folder}/work`, "-f", `${folder}/default.vcl`],
      ...["-a", `http=127.0.0.1:${http},HTTP`, "-a", `purge=127.0.0.1:${purge},HTTP`],
      ...["-s", "malloc,64m", "-p", `vmod_path=${libraries}/varnish/vmods`],
      // Two cores, shared with others.
      ...["-p", "thread_pools=1", "-p", "thread_pool_min=20", "-p", "thread_pool_max=200"],
    ],
    env: { LD_LIBRARY_PATH: libraries },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const reading = [child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) log.push(text);
  });
  const origin = `http://127.0.0.1:${http}`;
  await answers(origin, () => log.join(""));
  return {
    origin,
    purgeUrl: `http://127.0.0.1:${purge}/`,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
      await Promise.all(reading);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function answers(origin: string, logged: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(`${origin}/livez`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Varnish does not answer: ${logged()}`);
}
