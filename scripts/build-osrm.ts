// Puts an OSRM server with the roads of Göteborg into a folder: its programs from PyPI, the map from the same extract
// as ours. Run by `deno task peers`; about half a minute, 21 MB to fetch.
import { toOsmXml } from "./data/osm-xml.ts";
import { readOsmExtract } from "./data/source-packages.ts";

/** The wheel holds the server programs; no Python of that version is needed to unpack them. */
const WHEEL = "osrm-bindings==26.10.0";

const [folder] = Deno.args;
if (!folder) {
  console.error("Usage: scripts/build-osrm.ts FOLDER");
  Deno.exit(2);
}
const wheels = await Deno.makeTempDir({ prefix: "avanti-osrm-" });
try {
  await Deno.mkdir(folder, { recursive: true });
  await run("pip", [
    ...["download", "--quiet", "--no-deps", "--only-binary", ":all:"],
    ...["--python-version", "3.12", "-d", wheels, WHEEL],
  ]);
  for await (const { name } of Deno.readDir(wheels)) {
    await run("python3", ["-m", "zipfile", "-e", `${wheels}/${name}`, folder]);
  }
  await makeMap();
} finally {
  await Deno.remove(wheels, { recursive: true });
}

/** Extract, partition and customize are OSRM's three steps for its multi-level graph. */
async function makeMap(): Promise<void> {
  const programs = `${folder}/osrm/bin`;
  for await (const { name } of Deno.readDir(programs)) {
    await Deno.chmod(`${programs}/${name}`, 0o755);
  }
  await Deno.writeTextFile(`${folder}/goteborg.osm`, toOsmXml(await readOsmExtract()));
  const profile = `${folder}/osrm/share/profiles/car.lua`;
  await run(`${programs}/osrm-extract`, [
    "-p",
    profile,
    "--data_version",
    "goteborg-2016-12-27",
    `${folder}/goteborg.osm`,
  ]);
  await run(`${programs}/osrm-partition`, [`${folder}/goteborg.osrm`]);
  await run(`${programs}/osrm-customize`, [`${folder}/goteborg.osrm`]);
}

async function run(command: string, args: string[]): Promise<void> {
  const { success } = await new Deno.Command(command, { args, stdout: "null" }).spawn().status;
  if (success) return;
  console.error(`${command} ${args.join(" ")} failed`);
  Deno.exit(1);
}
