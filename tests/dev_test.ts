import assert from "node:assert/strict";
import { ROOT } from "./support/module-graph.ts";

Deno.test("the development server listens where the settings say, and on no other address", async () => {
  const port = freePort();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `${ROOT}dev.ts`],
    cwd: ROOT,
    env: { NO_COLOR: "1", AVANTI_DATABASE: ":memory:", PORT: String(port) },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.stdout.pipeThrough(new TextDecoderStream() as never);
  let printed = "";
  for await (const chunk of output as unknown as AsyncIterable<string>) {
    printed += chunk;
    if (/http:\/\/.*\n/.test(printed)) break;
  }
  const answer = await fetch(`http://127.0.0.1:${port}/livez`);
  assert.deepEqual(await answer.json(), { status: "pass" });
  // The whole of 127.0.0.0/8 is this machine: a server on every address answers here as well.
  await assert.rejects(fetch(`http://127.0.0.2:${port}/livez`), TypeError);
  child.kill("SIGTERM");
  await Promise.all([child.status, child.stderr.cancel()]);
});

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
