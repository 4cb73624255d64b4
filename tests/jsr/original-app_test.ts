// The product's own tests on the original Fresh, wherever its packages are already on the machine.
import assert from "node:assert/strict";

/** The import map of the originals; naming one in the environment says that it has to work. */
const named = Deno.env.get("ORIGINAL_FRESH_CONFIG");
const CONFIG = new URL(named ?? "deno.jsr.json", new URL("../../", import.meta.url)).pathname;
const ROOT = new URL("../../", import.meta.url).pathname;

/** What the tests need of the project. */
const PROJECT = ["lib", "routes", "islands", "static", "scripts", "tests", "main.ts"]
  .concat("deno.json", "deno.jsr.json");

/** Tests of what both implementations must answer alike. */
const TESTS = [
  "tests/http/front-door_test.ts",
  "tests/http/answer-errors_test.ts",
  "tests/http/private-pages_test.ts",
  "tests/admin/guard_test.ts",
  "tests/admin/forgery_test.ts",
  "tests/admin/sign-in_test.ts",
  "tests/admin/booking-actions_test.ts",
];

Deno.test("policy, headers, errors and guards hold on the original Fresh", async () => {
  const there = await deno(ROOT, ["eval"], ['await import("fresh"); await import("fresh/dev");']);
  if (!there.success && named === undefined) {
    console.info(`Left out: ${TESTS.length} files of tests on the original Fresh, not installed`);
    return;
  }
  // In a copy: the original empties _fresh/static even when it builds in memory.
  const folder = await Deno.makeTempDir();
  try {
    for (const path of PROJECT) await copy(ROOT + path, `${folder}/${path}`);
    const { success, output } = await deno(folder, ["test", "-A", "--no-check"], TESTS);
    assert.ok(success, output);
    assert.match(output, /[1-9]\d* passed/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function copy(from: string, to: string): Promise<void> {
  if (!(await Deno.stat(from)).isDirectory) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) await copy(`${from}/${name}`, `${to}/${name}`);
}

/** Runs Deno with the import map of the originals; nothing is downloaded. */
async function deno(
  cwd: string,
  command: string[],
  rest: string[],
): Promise<{ success: boolean; output: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...command, "--cached-only", "--no-lock", "--config", CONFIG, ...rest],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { success, output: text(stdout) + text(stderr) };
}
