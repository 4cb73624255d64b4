// Files beside the database that only the server's own user may read.

/** The path of such a file: in the database's folder, or in `data` for a database that has none. */
export function privateFile(database: string, name: string): string {
  if (database === ":memory:" || /^https?:/.test(database)) return `data/${name}`;
  return `${database.includes("/") ? database.replace(/\/[^/]*$/, "") : "."}/${name}`;
}

/** Writes it anew. A file of that name that others could read is deleted first: its mode would stay. */
export function writePrivately(path: string, text: string): void {
  const folder = path.replace(/\/[^/]*$/, "");
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  Deno.writeTextFileSync(path, text, { mode: 0o600, createNew: true });
}
