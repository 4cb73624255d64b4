// Which erasure is the newest: whoever keeps something apart from the rows looks whether it is another.
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { securityKeys } from "./keys.ts";

/** By the stamp of its row, which says all: one that nobody can read was written by somebody, too. Null when there is none. */
export async function newestErasure({ read }: Pick<Database, "read">): Promise<string | null> {
  return (await readIfReadable(read, securityKeys.newestErasure())).versionstamp;
}
