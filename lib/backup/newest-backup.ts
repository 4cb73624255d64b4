// The newest backup in the folder where `deno task backup` puts them unless another is named.
import { privateFile } from "../kernel/private-file.ts";
import { manifestSchema } from "./manifest.ts";

/** Name of that folder, beside the database. */
export const BACKUP_FOLDER = "backups";

/** What is known of it. */
export interface NewestBackup {
  /** Instant. */
  madeAt: string;
  bytes: number;
  /** Versions of the key-encryption key it needs. */
  keyVersions: readonly number[];
}

/** The folder of a database. */
export function backupFolderOf(database: string): string {
  return privateFile(database, BACKUP_FOLDER);
}

/** Reads its manifest; null where there is none that can be read: copies kept elsewhere are not known here. */
export async function newestBackup(database: string): Promise<NewestBackup | null> {
  const folder = backupFolderOf(database);
  try {
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    // They are named by their instants.
    const newest = names.filter((name) => /^avanti-.*\.sqlite\.json$/.test(name)).sort().at(-1);
    if (newest === undefined) return null;
    const said: unknown = JSON.parse(await Deno.readTextFile(`${folder}/${newest}`));
    const { success, data } = manifestSchema.safeParse(said);
    if (!success) return null;
    return { madeAt: data.madeAt, bytes: data.bytes, keyVersions: data.keyVersions };
  } catch (error) {
    if (error instanceof SyntaxError || isOfTheFolder(error)) return null;
    throw error;
  }
}

function isOfTheFolder(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.NotADirectory;
}
