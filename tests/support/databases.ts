// Databases of a test: in memory, or in a folder that goes with the test.
import { type Database, openDatabase } from "../../lib/kv/open.ts";

/** A database in memory. */
export async function memoryDatabase(): Promise<AsyncDisposable & { db: Database }> {
  const db = await openDatabase(":memory:");
  return { db, [Symbol.asyncDispose]: () => Promise.resolve(db.close()) };
}

/** A folder that is deleted after the test. */
export async function tempFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir({ prefix: "avanti-test-" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
