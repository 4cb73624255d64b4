// Tells a person that somebody signed in on a device of theirs that was not seen before.
import type { Transaction } from "../kv/transaction.ts";
import { addSecurityNotice, type NoticeDeps } from "./account-notice.ts";
import type { Origin } from "./begin-session.ts";
import { isKnownDevice } from "./known-device.ts";
import type { Person } from "./person.ts";
import { accountMark } from "./reach-mark.ts";

/** What telling of it needs. */
export interface NewDeviceDeps extends NoticeDeps {
  reachKey: CryptoKey;
  proofKey: CryptoKey;
}

/** Adds the news to the commit of a sign-in, unless the browser carries the mark of an earlier one. */
export async function tellOfNewDevice(
  deps: NewDeviceDeps,
  tx: Transaction,
  person: Person,
  { device, origin }: { device: string | null; origin: Origin },
): Promise<void> {
  if (await isKnownDevice(deps.proofKey, await accountMark(deps.reachKey, person), device)) return;
  await addSecurityNotice(deps, tx, person, { what: "new-device", device: origin.device });
}
