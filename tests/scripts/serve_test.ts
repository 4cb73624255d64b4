// What every server does beside answering, in a process of its own.
import assert from "node:assert/strict";
import { MANY_FAULTS } from "../../lib/resilience/last-resort.ts";
import { tempFolder } from "../support/databases.ts";
import { ROOT } from "../support/module-graph.ts";

Deno.test("a timer that throws and a promise that nobody waited for end nothing: both are told, and it answers on", async () => {
  await using folder = await tempFolder();
  const port = freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--lock=tests/deno.lock",
      "tests/scripts/support/faulty-server.ts",
    ],
    cwd: ROOT,
    env: { NO_COLOR: "1", PORT: String(port), AVANTI_DATABASE: `${folder.path}/kv.sqlite` },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const told = lines(child.stderr);
  await until(lines(child.stdout), /Operator link/);

  await ask(`${origin}/break/timer`);
  assert.match(await until(told, /a timer broke/), /"requestId":"[\w-]+","code":"error"/);
  await ask(`${origin}/break/rejection`);
  assert.match(await until(told, /nobody waited/), /"code":"unhandledrejection"/);
  assert.equal(await statusOf(origin, "process:faults"), "pass");

  for (let i = 0; i < MANY_FAULTS; i++) await ask(`${origin}/break/timer`);
  await until(told, /many faults/);
  assert.equal((await readiness(origin)).status, "warn");
  assert.equal(await statusOf(origin, "process:faults"), "warn");
  assert.equal(await statusOf(origin, "database:writes"), "pass");
  assert.match(await (await fetch(origin)).text(), /<html/);
  child.kill("SIGTERM");
  assert.equal((await child.status).code, 0);
});

async function ask(url: string): Promise<void> {
  assert.equal(await (await fetch(url)).text(), "");
}

async function statusOf(origin: string, check: string): Promise<string> {
  return (await readiness(origin)).checks[check][0].status;
}

async function readiness(origin: string) {
  return await (await fetch(`${origin}/readyz`)).json();
}

/** Lines as they come; the rest is read too, so that the process never waits for a reader. */
function lines(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  return { reader, text: "" };
}

/** Reads until a line fits, and gives it; what the process says before is skipped. */
async function until(from: ReturnType<typeof lines>, wanted: RegExp): Promise<string> {
  for (;;) {
    const line = from.text.split("\n").slice(0, -1).find((line) => wanted.test(line));
    if (line !== undefined) return line;
    const { value, done } = await from.reader.read();
    assert.equal(done, false, `ended without ${wanted}: ${from.text}`);
    from.text += value;
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
