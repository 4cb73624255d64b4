// An operator's act as it stands: done, undone, or told outside.
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { bookingKeys } from "./keys.ts";
import type { ActId, OperatorAct } from "./operator-act.ts";

/** The act, or null when there is none of that id. */
export async function readAct(
  { db }: { db: Pick<Database, "read"> },
  id: ActId,
): Promise<OperatorAct | null> {
  return (await readEntry(db.read, bookingKeys.operatorAct(id))).value;
}
