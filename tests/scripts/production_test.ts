// `deno task serve`: production unless somebody says otherwise, never by accident, and its operators' link is nobody's
// but the person's who runs it.
import assert from "node:assert/strict";
import { assertBuilt } from "../support/built.ts";
import { tempFolder } from "../support/databases.ts";
import { ROOT } from "../support/module-graph.ts";

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64();
const KEKS = `1:${Uint8Array.from({ length: 32 }, (_, i) => i * 11).toBase64()}`;

Deno.test("serve begins a company's database only when asked to, and prints no link into a log", async () => {
  await assertBuilt();
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const env = {
    AVANTI_ORIGIN: "https://avanti.example",
    AVANTI_SECRET: SECRET,
    AVANTI_KEKS: KEKS,
    AVANTI_DATABASE: database,
  };

  const forgotten = await ended(env);
  assert.equal(forgotten.code, 1);
  assert.match(forgotten.stderr, /There is no database at .*--create-database/);
  assert.deepEqual([...Deno.readDirSync(folder.path)], []);

  const child = spawned({ ...env, PORT: String(freePort()) }, "--create-database");
  const printed = await readUntil(child.stdout, /operators is in (.*)\n/);
  assert.doesNotMatch(printed, /\/enter\//);
  const file = `${folder.path}/operator-link`;
  assert.ok(printed.includes(file));
  assert.match(
    await Deno.readTextFile(file),
    /^Operator link, .*: https:\/\/avanti\.example\/enter\/[\w-]{43}\nAnother link: kill -USR2 \d+\n$/,
  );
  assert.equal((Deno.statSync(file).mode ?? 0) & 0o777, 0o600);
  assert.match(printed, /Avanti is running on https:\/\/avanti\.example/);
  assert.doesNotMatch(printed, /demo data/);

  const second = await ended({ ...env, PORT: String(freePort()) });
  assert.match(second.stderr, new RegExp(`Process ${child.pid} already serves`));
  child.kill("SIGTERM");
  const [{ code }] = await Promise.all([child.status, child.stderr.cancel()]);
  assert.equal(code, 0);

  // The terminal it was started from is closed.
  const again = spawned({ ...env, PORT: String(freePort()) });
  await readUntil(again.stdout, /operators is in (.*)\n/);
  again.kill("SIGHUP");
  const [closed] = await Promise.all([again.status, again.stderr.cancel()]);
  assert.equal(closed.code, 0);

  const other = { ...env, AVANTI_SECRET: SECRET.replace(/^.../, "xyz") };
  assert.match((await ended(other)).stderr, /not the secret the database was made with/);
  const otherKeys = { ...env, AVANTI_KEKS: `2:${SECRET}` };
  assert.match((await ended(otherKeys)).stderr, /Key-encryption key 1 wraps data keys of this/);
  const { AVANTI_KEKS: _, ...keyless } = env;
  const kms = { AVANTI_KMS_URL: "http://127.0.0.1:1/keys", AVANTI_KMS_TOKEN: "t" };
  assert.match(
    (await ended({ ...keyless, ...kms })).stderr,
    /^The key-encryption keys cannot be had from 127\.0\.0\.1:1: KMS not reachable\. Bring it up, or set/m,
  );
  const demo = await ended({ ...env, AVANTI_MODE: "local" });
  assert.match(demo.stderr, /AVANTI_MODE is local: `deno task start` serves the demo/);
});

Deno.test("serve says which option it does not know, and which settings are unfit", async () => {
  assert.match((await ended({}, "--create")).stderr, /Unknown option --create: --create-database/);
  const bare = await ended({});
  assert.match(bare.stderr, /Missing in production: AVANTI_ORIGIN, AVANTI_SECRET, AVANTI_KEKS/);
  const unfit = await ended({
    AVANTI_ORIGIN: "http://avanti.example",
    AVANTI_SECRET: btoa("0".repeat(40)),
    AVANTI_KEKS: `1:${btoa("0".repeat(32))}`,
  });
  assert.match(unfit.stderr, /^AVANTI_ORIGIN cannot be used in production/m);
  assert.match(unfit.stderr, /^AVANTI_SECRET cannot be used in production/m);
  assert.match(unfit.stderr, /^AVANTI_KEKS cannot be used in production/m);
});

Deno.test("`deno serve` on the build refuses: it would answer without jobs, lock and operators' link", async () => {
  await assertBuilt();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["serve", "-A", "--no-check", "--port", String(freePort()), "_fresh/server.js"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  });
  const { code, stderr } = await child.output();
  assert.notEqual(code, 0);
  assert.match(new TextDecoder().decode(stderr), /Start the product by `deno task serve`/);
});

function spawned(env: Record<string, string>, ...options: string[]) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "scripts/production.ts", ...options],
    cwd: ROOT,
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function ended(env: Record<string, string>, ...options: string[]) {
  const { code, stderr } = await spawned(env, ...options).output();
  return { code, stderr: new TextDecoder().decode(stderr) };
}

async function readUntil(stream: ReadableStream<Uint8Array>, wanted: RegExp): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    if (wanted.test(text)) return text;
  }
  return text;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
