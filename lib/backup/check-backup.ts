// Looks at a backup before anything is done with it: whether it is whole, this company's, and of a release this one can read.
import { GatewayError } from "../errors/gateway-error.ts";
import { countRows, damageOf, rowsInFile } from "../kv/sqlite-file.ts";
import { hashOfFile } from "./file-hash.ts";
import { type Manifest, manifestFileOf, manifestSchema } from "./manifest.ts";

/** What it is held against. */
export interface CheckOptions {
  /** The copy, or its manifest. */
  from: string;
  /** Mode and mark of the secret this server has. */
  mode: string;
  secretMark: string;
  /** Versions of the key-encryption key this server has. */
  keyVersions: readonly number[];
  /** Version of the rows of each family, as this release knows them. */
  families: Readonly<Record<string, number>>;
}

/** Looks at a backup; its manifest. Throws GatewayError with one sentence when it is damaged, foreign or of a later release. */
export async function checkBackup(options: CheckOptions): Promise<Manifest> {
  const copy = copyOf(options.from);
  const manifest = await readManifest(copy);
  const { size } = await statOf(copy);
  if (size !== manifest.bytes || await hashOfFile(copy) !== manifest.sha256) {
    throw refused(`${copy} is damaged: it is not what its manifest says`);
  }
  const damage = damageOf(copy) ?? logDamage(copy, manifest);
  if (damage !== null) throw refused(`${copy} is damaged: ${damage}`);
  const strange = strangeness(manifest, options);
  if (strange !== null) throw refused(`${copy} ${strange}`);
  return manifest;
}

/** The copy of a backup that is named by it or by its manifest. */
export function copyOf(from: string): string {
  return from.replace(/\.json$/, "");
}

/** A log with other entries than were counted when the copy was made, or than its own head says, is another log. */
function logDamage(copy: string, { auditEntries }: Manifest): string | null {
  const entries = countRows(copy)["auditEntry"] ?? 0;
  const [head] = rowsInFile(copy, "auditHead");
  const size = Number(Reflect.get(Object(head?.value), "size") ?? 0);
  if (entries !== auditEntries) {
    return `its audit log has ${entries} entries, and ${auditEntries} when it was made`;
  }
  return entries === size ? null : `its audit log says to have ${size} entries and has ${entries}`;
}

function strangeness(
  manifest: Manifest,
  { mode, secretMark, keyVersions, families }: CheckOptions,
): string | null {
  if (manifest.mode !== mode) return `is of ${manifest.mode} mode, and AVANTI_MODE is ${mode}`;
  if (manifest.secretMark !== "" && manifest.secretMark !== secretMark) {
    return "is another company's, or was made with another AVANTI_SECRET";
  }
  const lost = manifest.keyVersions.filter((version) => !keyVersions.includes(version));
  if (lost.length > 0) {
    return `needs key-encryption key ${lost.join(", ")}, which this server was not given`;
  }
  const later = Object.entries(manifest.families)
    .filter(([name, version]) => version > (families[name] ?? 0)).map(([name]) => name);
  return later.length > 0 ? `is of a later release (${later.join(", ")})` : null;
}

async function readManifest(copy: string): Promise<Manifest> {
  const path = manifestFileOf(copy);
  try {
    const read = manifestSchema.safeParse(JSON.parse(await Deno.readTextFile(path)));
    if (read.success) return read.data;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw refused(`There is no manifest ${path}: a copy without one is no backup`);
    }
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refused(`${path} is no manifest of a backup`);
}

async function statOf(path: string): Promise<Deno.FileInfo> {
  try {
    return await Deno.stat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw refused(`There is no backup ${path}`);
    throw error;
  }
}

function refused(sentence: string): GatewayError {
  return new GatewayError("backup", `${sentence}.`, false);
}
