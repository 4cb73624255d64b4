// Promises that nobody waits for and whose failure nobody hears: one of them ends the process when it rejects.
import { PROBE, PROBE_PATH, unseen } from "./probe.ts";
import { LINTER, PROMISE_TOOLS, TYPE_CHECKER } from "./tools.ts";
import { copyTyped } from "./typed-copy.ts";

const SETTINGS = {
  plugins: ["typescript"],
  categories: { correctness: "off" },
  rules: {
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
  },
  options: { typeAware: true },
  ignorePatterns: ["node_modules", "*.d.ts"],
};

/**
 * One line a lost promise, and one for each origin of promises the linter is blind to. `planted` are sources that are
 * looked at beside those below `root`, text by path; with `alone`, nothing else is.
 */
export async function lostPromises(
  root: string,
  { planted = {}, alone = false }: { planted?: Readonly<Record<string, string>>; alone?: boolean } =
    {},
): Promise<string[]> {
  const copy = `${await Deno.makeTempDir({ prefix: "avanti-promises-" })}/`;
  try {
    await deno(["cache", `--lock=${root}tests/deno.lock`, "--frozen", ...PROMISE_TOOLS], root);
    const packages = await registryFolder();
    const probed = { ...planted, [PROBE_PATH]: PROBE };
    const missing = await copyTyped({ root, copy, packages, planted: probed });
    if (missing.length > 0) return missing.map((name) => `not downloaded: ${name}`);
    await Deno.writeTextFile(`${copy}.oxlintrc.json`, JSON.stringify(SETTINGS));
    const paths = alone ? Object.keys(probed) : ["."];
    return readFindings(await lint({ root, copy, packages, paths }));
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
}

/** What the linter said of the sources, and what it should have said of the probe. */
export function readFindings(output: string): string[] {
  const lines = output.split("\n").filter((line) => /^\S+:\d+:\d+: /.test(line));
  const isProbe = (line: string) => line.startsWith(`${PROBE_PATH}:`);
  const probed = lines.filter(isProbe).map((line) => Number(line.split(":")[1]));
  const blind = unseen(probed).map((origin) => `the linter does not see promises of ${origin}`);
  return [...lines.filter((line) => !isProbe(line)).sort(), ...blind];
}

async function lint(
  { root, copy, packages, paths }: {
    root: string;
    copy: string;
    packages: string;
    paths: readonly string[];
  },
): Promise<string> {
  const locked = [`--config=${root}deno.json`, `--lock=${root}tests/deno.lock`, "--frozen"];
  const run = ["run", "-A", "--quiet", ...locked, LINTER];
  const env = { NO_COLOR: "1", OXLINT_TSGOLINT_PATH: typeChecker(packages) };
  return await deno([...run, "--format", "unix", ...paths], copy, env);
}

/** What a deno command printed. Throws when it could not be run; a linter that found something is no failure. */
async function deno(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd, env })
    .output();
  const text = new TextDecoder().decode(stdout);
  if (!success && text === "") throw new Error(new TextDecoder().decode(stderr));
  return text;
}

/** The program of this machine that the package of the type checker stands for. */
function typeChecker(packages: string): string {
  const version = TYPE_CHECKER.replace(/.*@/, "");
  const system = { darwin: "darwin", windows: "win32" }[String(Deno.build.os)] ?? "linux";
  const machine = `${system}-${Deno.build.arch === "aarch64" ? "arm64" : "x64"}`;
  const file = system === "win32" ? "tsgolint.exe" : "tsgolint";
  return `${packages}/@oxlint-tsgolint/${machine}/${version}/${file}`;
}

/** Where Deno keeps packages: a folder a registry; the one that has the linter is the one in use. */
async function registryFolder(): Promise<string> {
  const { npmCache }: { npmCache: string } = JSON.parse(await deno(["info", "--json"], "."));
  const [, name = "", version = ""] = /^npm:(.+)@(.+)$/.exec(LINTER) ?? [];
  for (const { name: registry } of Deno.readDirSync(npmCache)) {
    const folder = `${npmCache}/${registry}`;
    if (hasFolder(`${folder}/${name}/${version}`)) return folder;
  }
  throw new Error(`${LINTER} is not downloaded`);
}

function hasFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}
