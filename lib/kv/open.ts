// Opens Deno KV: a file, memory or a KV Connect URL. One handle writes, another reads.
import { GatewayError } from "../errors/gateway-error.ts";
import { Bell } from "./bell.ts";
import { kvKeys } from "./keys.ts";

/** The two handles of one database. Only `write` may commit: a second writer on the file locks it. */
export interface Database {
  read: Deno.Kv;
  write: Deno.Kv;
  kind: "memory" | "file" | "remote";
  /** Rung after each commit of this process that puts something on the feed. */
  bell: Bell;
  close(): void;
}

/**
 * Opens `location`: ":memory:", a path (its folder is made), or an http(s) KV Connect URL.
 * Throws GatewayError with one sentence a person can act on.
 */
export async function openDatabase(location: string): Promise<Database> {
  if (location === ":memory:") return oneHandle(await Deno.openKv(":memory:"), "memory");
  if (/^https?:/.test(location)) {
    return oneHandle(await open(location, `Cannot reach the database at ${location}`), "remote");
  }
  await makeFolder(location);
  const write = await open(location, `Cannot open the database file ${location}`);
  await probeWrite(write, location);
  // SQLite runs one thread a handle: reads on their own handle do not queue behind commits.
  const read = await open(location, `Cannot open the database file ${location}`);
  return {
    read,
    write,
    kind: "file",
    bell: new Bell(),
    close: () => {
      read.close();
      write.close();
    },
  };
}

function oneHandle(kv: Deno.Kv, kind: "memory" | "remote"): Database {
  return { read: kv, write: kv, kind, bell: new Bell(), close: () => kv.close() };
}

async function makeFolder(location: string): Promise<void> {
  const folder = location.includes("/") ? location.slice(0, location.lastIndexOf("/")) : ".";
  try {
    if (folder !== "") await Deno.mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new GatewayError("kv", `Cannot make the data folder ${folder}: ${reason(cause)}`, false, {
      cause,
    });
  }
}

async function open(location: string, sentence: string): Promise<Deno.Kv> {
  try {
    return await Deno.openKv(location);
  } catch (cause) {
    throw new GatewayError("kv", `${sentence}: ${reason(cause)}`, false, { cause });
  }
}

/** A read-only folder or a damaged file often shows itself only at the first write. */
async function probeWrite(kv: Deno.Kv, location: string): Promise<void> {
  try {
    await kv.set(kvKeys.about("probe"), "probe");
  } catch (cause) {
    kv.close();
    throw new GatewayError(
      "kv",
      `Cannot write to the database file ${location}: ${reason(cause)}`,
      false,
      {
        cause,
      },
    );
  }
}

function reason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/not a database|malformed/.test(text)) return "the file is damaged or is not a database";
  if (/unable to open|readonly|permission|denied/i.test(text)) {
    return "no permission to write there";
  }
  if (/database is locked/.test(text)) return "another process is using it";
  return text;
}
