// Where the master secret comes from. On a developer's machine it is made once and kept beside the database.
import { privateFile } from "../kernel/private-file.ts";
import { secureRandomBytes } from "../kernel/ids.ts";

/**
 * The master secret: from the settings, or in local mode from `<database folder>/local-secret`, which is made
 * on the first start. Prices and links then survive a restart. Says once, through `tell`, that it was made.
 */
export async function masterSecret(
  config: { secret: string | undefined; database: string },
  tell: (line: string) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (config.secret !== undefined) return Uint8Array.fromBase64(config.secret);
  const fresh = new Uint8Array(secureRandomBytes(32));
  if (config.database === ":memory:" || /^https?:/.test(config.database)) return fresh;
  const file = privateFile(config.database, "local-secret");
  try {
    return Uint8Array.fromBase64((await Deno.readTextFile(file)).trim());
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  await Deno.writeTextFile(file, `${fresh.toBase64()}\n`, { mode: 0o600, createNew: true });
  tell(`Local mode: made a demo secret in ${file}; production reads AVANTI_SECRET.`);
  return fresh;
}
