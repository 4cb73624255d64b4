// The development server as `deno task dev` runs it, without the watching.
import assert from "node:assert/strict";
import { tempFolder } from "./support/databases.ts";
import { ROOT } from "./support/module-graph.ts";

Deno.test("the development server listens where the settings say, seeds, and makes another link when asked", async () => {
  const port = freePort();
  const child = startDev(ROOT, port);
  const output = child.stdout.pipeThrough(new TextDecoderStream() as never);
  let printed = "";
  let answered = false;
  for await (const chunk of output as unknown as AsyncIterable<string>) {
    printed += chunk;
    const links = printed.match(/Operator link.*\n/g)?.length ?? 0;
    if (links === 1 && !answered) {
      answered = true;
      const answer = await fetch(`http://127.0.0.1:${port}/livez`);
      assert.equal((await answer.json()).status, "pass");
      // The whole of 127.0.0.0/8 is this machine: a server on every address answers here as well.
      await assert.rejects(fetch(`http://127.0.0.2:${port}/livez`), TypeError);
      child.kill("SIGUSR2");
    }
    if (links === 2) break;
  }
  assert.match(printed, /Made demo data/);
  child.kill("SIGTERM");
  await Promise.all([child.status, child.stderr.cancel()]);
});

Deno.test("a fault in the sources is shown in the browser, and the terminal has it too", async () => {
  await using folder = await tempFolder();
  // The same product, but a room of it does not load.
  for (const name of ["deno.json", "deno.lock", "dev.ts", "main.ts", "scripts", "lib", "static"]) {
    await copy(`${ROOT}${name}`, `${folder.path}/${name}`);
  }
  const broken = `${folder.path}/lib/booking/booking-store.ts`;
  await Deno.writeTextFile(broken, "export const bookings = <<< a merge that was not finished");
  const port = freePort();
  const child = startDev(`${folder.path}/`, port);
  const html = await firstAnswer(port);
  assert.match(html, /Fault in the sources/);
  assert.match(html, /lib\/booking\/booking-store\.ts/);
  child.kill("SIGTERM");
  const [stderr] = await Promise.all([new Response(child.stderr).text(), child.stdout.cancel()]);
  await child.status;
  assert.match(stderr, /lib\/booking\/booking-store\.ts/);
});

function startDev(root: string, port: number): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `${root}dev.ts`],
    cwd: root,
    env: { NO_COLOR: "1", AVANTI_DATABASE: ":memory:", PORT: String(port) },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** The first answer of a server that is starting. */
async function firstAnswer(port: number): Promise<string> {
  for (let tries = 0; tries < 2_000; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer !== null) return await answer.text();
    // Nothing tells that it listens but an answer.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return assert.fail("The development server does not answer");
}

async function copy(from: string, to: string): Promise<void> {
  if ((await Deno.stat(from)).isFile) return await Deno.copyFile(from, to);
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) await copy(`${from}/${name}`, `${to}/${name}`);
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
