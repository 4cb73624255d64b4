// What was overwritten or deleted stays in the free pages of an SQLite file until they are used again. Written anew, the file
// has none: nothing is left of rows as they were before they were sealed, nor of keys that were destroyed.
import { DatabaseSync } from "node:sqlite";

/**
 * Writes the file of a database anew; nobody may have it open. It takes as much room again while it does. Null when it was
 * done, else why not: the file is as it was then.
 */
export function cleanFile(path: string): string | null {
  try {
    const file = new DatabaseSync(path);
    try {
      file.exec("VACUUM");
      file.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      file.close();
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
