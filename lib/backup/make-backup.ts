// A backup: the database whole as it is at one moment, its manifest, and the ledger of erasures of its folder.
import { basename } from "node:path";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { copyDatabaseFile, countRows, damageOf, rowsInFile } from "../kv/sqlite-file.ts";
import {
  addToErasureFile,
  type Erasure,
  erasureFileOf,
  readErasureFile,
} from "../security/erasure-file.ts";
import { fileHolds, hashOfFile } from "./file-hash.ts";
import { type Manifest, manifestFileOf } from "./manifest.ts";

/** Name of the ledger in a folder of backups. */
export const FOLDER_LEDGER = "erasures.jsonl";

/** What a backup is made of. */
export interface BackupOptions {
  /** The database file. */
  database: string;
  /** The folder it goes to, which is made. */
  folder: string;
  release: string;
  /** Version of the rows of each family, as this release knows them. */
  families: Readonly<Record<string, number>>;
  /** Key-encryption keys, none of which may stand in it. */
  keys: readonly Uint8Array[];
  clock: Clock;
}

/** A backup that was made. */
export interface Backup {
  /** The copy. */
  path: string;
  manifest: Manifest;
}

/** Makes one; a server that runs goes on. Throws GatewayError with one sentence. A copy without a manifest is none. */
export async function makeBackup(options: BackupOptions): Promise<Backup> {
  const { database, folder, clock } = options;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const madeAt = clock.now().toString();
  const path = `${folder}/avanti-${madeAt.replaceAll(/[:.]/g, "-")}.sqlite`;
  const part = `${path}.part`;
  await removeIfThere(part);
  try {
    copyDatabaseFile(database, part);
    await Deno.chmod(part, 0o600);
    const damage = damageOf(part);
    if (damage !== null) throw refused(`The database ${database} is damaged: ${damage}`);
    await assertNoKeyIn(part, options.keys);
    const manifest = await manifestOf(options, part, basename(path), madeAt);
    await bringLedger(options, part, manifest.ledger);
    await Deno.rename(part, path);
    await Deno.writeTextFile(manifestFileOf(path), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    return { path, manifest };
  } catch (error) {
    await removeIfThere(part);
    throw error;
  }
}

async function manifestOf(
  { release, families }: BackupOptions,
  copy: string,
  file: string,
  madeAt: string,
): Promise<Manifest> {
  const facts = new Map(rowsInFile(copy, "about").map(({ parts, value }) => [parts[1], value]));
  const fact = (name: string) => String(facts.get(name) ?? "");
  const rows = countRows(copy);
  return {
    ...{ backup: "avanti/1", madeAt, file, release },
    bytes: (await Deno.stat(copy)).size,
    sha256: await hashOfFile(copy),
    mode: fact("mode"),
    secretMark: fact("secret"),
    ledger: fact("erasure ledger"),
    keyVersions: neededVersions(copy),
    auditEntries: rows["auditEntry"] ?? 0,
    ...{ families, rows },
  };
}

/** Versions of the key-encryption key that were not retired when the copy was made. */
function neededVersions(copy: string): number[] {
  return rowsInFile(copy, "keyEncryptionKey").flatMap(({ parts: [, version], value }) => {
    const retiredAt: unknown = Reflect.get(Object(value), "retiredAt");
    return typeof version === "number" && retiredAt === null ? [version] : [];
  });
}

/** A key beside what it opens is no key. It cannot be there; whoever makes it so hears of it here. */
async function assertNoKeyIn(copy: string, keys: readonly Uint8Array[]): Promise<void> {
  for (const key of keys) {
    const forms = [key, new TextEncoder().encode(key.toBase64())];
    for (const form of forms) {
      if (await fileHolds(copy, form)) {
        throw refused("A key-encryption key stands in the database: no backup was made");
      }
    }
  }
}

/** The folder knows of every erasure up to now: also of those an older copy in it does not. */
async function bringLedger(
  { database, folder }: BackupOptions,
  copy: string,
  id: string,
): Promise<void> {
  if (id === "") return;
  const outside = await readErasureFile(erasureFileOf(database));
  const inside = rowsInFile(copy, "erasureLedger").flatMap(({ value }) => erasureIn(value));
  await addToErasureFile(`${folder}/${FOLDER_LEDGER}`, id, [...outside?.erasures ?? [], ...inside]);
}

function erasureIn(value: unknown): Erasure[] {
  const [keyId, at, requestId]: unknown[] = ["keyId", "at", "requestId"].map((name) =>
    Reflect.get(Object(value), name)
  );
  if (typeof keyId !== "string" || typeof at !== "string") return [];
  return [{ keyId, at, requestId: typeof requestId === "string" ? requestId : null }];
}

async function removeIfThere(path: string): Promise<void> {
  await Deno.remove(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

function refused(sentence: string): GatewayError {
  return new GatewayError("backup", `${sentence}.`, false);
}
