// One serving process a database file: a lock of the operating system, which is free the moment its process dies.
import { GatewayError } from "../errors/gateway-error.ts";

/** A lock that is held. */
export interface FileLock {
  release(): void;
}

/**
 * Takes `<database file>.lock` for this process, whatever name the file is reached by. Throws GatewayError with one
 * sentence when another process, or another worker of this one, has it.
 */
export function lockDatabaseFile(location: string): FileLock {
  const path = `${realPath(location)}.lock`;
  const file = openLock(path);
  if (!file.tryLockSync(true)) {
    file.close();
    throw new GatewayError("kv", taken(location, path), false);
  }
  // For the person who meets the lock; the lock itself is the operating system's.
  file.truncateSync();
  file.writeSync(new TextEncoder().encode(`${Deno.pid}\n`));
  return { release: () => file.close() };
}

function openLock(path: string): Deno.FsFile {
  try {
    return Deno.openSync(path, { create: true, read: true, write: true });
  } catch (cause) {
    throw new GatewayError(
      "kv",
      `Cannot make the lock ${path}: no permission to write there`,
      false,
      {
        cause,
      },
    );
  }
}

function taken(location: string, path: string): string {
  const pid = Deno.readTextFileSync(path).trim();
  const who = pid === String(Deno.pid) ? "Another worker of this process" : `Process ${pid}`;
  return `${who} already serves the database file ${location}. Stop it first, or name another file by ` +
    "AVANTI_DATABASE; several processes need a KV Connect server.";
}

/** The file's own path, behind symbolic links; of a file that is not there yet, its folder's. */
function realPath(location: string): string {
  try {
    return Deno.realPathSync(location);
  } catch {
    const cut = location.lastIndexOf("/");
    return `${Deno.realPathSync(cut > 0 ? location.slice(0, cut) : ".")}/${
      location.slice(cut + 1)
    }`;
  }
}
