// Sends one message to one outlet. A repeat (the process was killed, the answer was lost) carries the same id.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { StoredMessage } from "./alarm.ts";
import { alarmKeys } from "./keys.ts";
import { type AlarmOutlet, OUTLET_NAMES } from "./outlet.ts";
import type { OutletStore } from "./outlet-store.ts";

/** What sending needs. */
export interface SendDeps {
  db: Database;
  outlets: readonly AlarmOutlet[];
  outletStore: OutletStore;
}

/** Tries before a person must look: with ten minutes between the later ones, some two hours. */
export const SEND_ATTEMPTS = 20;

/** Most of one round: a mail server that hangs must not keep bookings from their jobs for long. */
const MOST_PER_ROUND = 4;

const payload = z.object({ message: z.string(), outlet: z.enum(OUTLET_NAMES) });

/** Sends a message to an outlet. */
export const sendAlarmJob = jobKind(
  "send-alarm",
  payload,
  sendAlarm,
  MOST_PER_ROUND,
  SEND_ATTEMPTS,
);

/** Sends it, or throws GatewayError so that it is tried again. An outlet that is no longer set, or a message that is gone, ends it. */
export async function sendAlarm(
  deps: SendDeps,
  { message: id, outlet: name }: z.infer<typeof payload>,
): Promise<void> {
  const outlet = deps.outlets.find((one) => one.name === name && one.takesAlarms);
  const message = outlet === undefined ? null : await sealMessage(deps.db, id);
  if (outlet === undefined || message === null) return;
  const delivery = await outlet.send(message);
  await deps.outletStore.note(outlet, delivery);
  if (delivery.isAccepted) return;
  throw new GatewayError(name, delivery.said || `Not taken: ${delivery.fault}`, true);
}

/** From here on nothing is added: whoever receives it twice receives the same. */
async function sealMessage(db: Database, id: string): Promise<StoredMessage | null> {
  const key = alarmKeys.message(id);
  const { value } = await commitWithRetry<StoredMessage | null>(db, async (tx) => {
    const { value, versionstamp } = await readEntry(db.write, key);
    if (value === null || value.isSealed) return new Unwritten(value);
    const sealed = { ...value, isSealed: true };
    tx.check(key, versionstamp).set(key, sealed);
    return sealed;
  });
  return value;
}
