import assert from "node:assert/strict";
import { ROOT } from "../support/module-graph.ts";

const START = `${ROOT}scripts/start.ts`;

Deno.test("start says in one sentence that its port is taken, and touches nothing", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const folder = await Deno.makeTempDir();
  const { port } = listener.addr as Deno.NetAddr;
  const ended = await runStart({ PORT: String(port), AVANTI_DATABASE: `${folder}/kv.sqlite` });
  assert.equal(ended.code, 1);
  assert.equal(
    ended.stderr.trim(),
    "The port is taken. Stop what uses it, or choose another with PORT=8001.",
  );
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("start says in one sentence that the database file is damaged", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/kv.sqlite`, "no database, but a letter to grandmother");
  const ended = await runStart({ PORT: "0", AVANTI_DATABASE: `${folder}/kv.sqlite` });
  assert.equal(ended.code, 1);
  assert.match(ended.stderr.trim(), /^Cannot open the database file .*damaged.*$/);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("start says in one sentence that it cannot write where the database should be", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/file`, "");
  const ended = await runStart({ PORT: "0", AVANTI_DATABASE: `${folder}/file/kv.sqlite` });
  assert.equal(ended.code, 1);
  assert.match(ended.stderr.trim(), /^Cannot make the data folder .*$/);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("start names every setting that is wrong, and what production misses", async () => {
  const wrong = await runStart({ PORT: "eighty", AVANTI_MODE: "fast" });
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /^AVANTI_MODE cannot be used/m);
  assert.match(wrong.stderr, /^PORT cannot be used/m);
  const bare = await runStart({ AVANTI_MODE: "production" });
  assert.equal(bare.code, 1);
  assert.match(bare.stderr, /AVANTI_ORIGIN, AVANTI_SECRET, AVANTI_KEKS/);
});

Deno.test("start serves, prints its addresses and a link for operators, and stops on Ctrl-C", async () => {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  const child = spawnStart({ PORT: String(port), AVANTI_DATABASE: `${folder}/kv.sqlite` });
  const output = child.stdout.pipeThrough(new TextDecoderStream() as never);
  let printed = "";
  for await (const chunk of output as unknown as AsyncIterable<string>) {
    printed += chunk;
    if (!/Operator link.*\n/.test(printed)) continue;
    const answer = await fetch(`http://127.0.0.1:${port}/livez`);
    assert.equal((await answer.json()).status, "pass");
    child.kill("SIGINT");
    break;
  }
  assert.match(printed, new RegExp(`http://localhost:${port}\\b`));
  assert.match(printed, /\/enter\/[A-Za-z0-9_-]{43}/);
  const { code } = await child.status;
  assert.equal(code, 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test({
  name: "the documented signal brings another operator link and opens no port",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const documented = /`kill -(\w+)` the running server/.exec(await readText("README.md"))?.[1];
    const folder = await Deno.makeTempDir();
    const child = spawnStart({ PORT: "0", AVANTI_DATABASE: `${folder}/kv.sqlite` });
    const output = child.stdout.pipeThrough(new TextDecoderStream() as never);
    let printed = "";
    let before: string[] | null = null;
    for await (const chunk of output as unknown as AsyncIterable<string>) {
      printed += chunk;
      const links = printed.match(/Operator link.*\n/g)?.length ?? 0;
      if (links === 1 && before === null) {
        before = await listeningSockets(child.pid);
        child.kill(`SIG${documented}` as Deno.Signal);
      }
      if (links === 2) break;
    }
    assert.equal(before?.length, 1);
    assert.deepEqual(await listeningSockets(child.pid), before);
    child.kill("SIGINT");
    const [{ code }, stderr] = await Promise.all([child.status, new Response(child.stderr).text()]);
    assert.equal(code, 0);
    assert.doesNotMatch(stderr, /Debugger|inspector/i);
    await Deno.remove(folder, { recursive: true });
  },
});

/** Inodes of the TCP sockets on which a process listens (`0A` in /proc/net/tcp). */
async function listeningSockets(pid: number): Promise<string[]> {
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => Deno.readTextFile(`/proc/${pid}/net/${name}`)),
  );
  const listening = tables.flatMap((table) => table.split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/)).filter((columns) => columns[3] === "0A")
    .map((columns) => columns[9] ?? "");
  const own: string[] = [];
  for (const { name } of Deno.readDirSync(`/proc/${pid}/fd`)) {
    const target = await Deno.readLink(`/proc/${pid}/fd/${name}`).catch(() => "");
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined && listening.includes(inode)) own.push(inode);
  }
  return own.sort();
}

function readText(path: string): Promise<string> {
  return Deno.readTextFile(ROOT + path);
}

interface Ended {
  code: number;
  stderr: string;
}

async function runStart(env: Record<string, string>): Promise<Ended> {
  const child = spawnStart(env);
  const [{ code }, stderr] = await Promise.all([
    child.status,
    new Response(child.stderr).text(),
    child.stdout.cancel(),
  ]);
  return { code, stderr };
}

function spawnStart(env: Record<string, string>) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", START],
    cwd: ROOT,
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
