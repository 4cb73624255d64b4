// Entries of the audit log of a running product, for whoever looks at its pages.
import type { Services } from "../../lib/assembly/services.ts";
import { actAs } from "../../lib/kernel/acting.ts";
import { Transaction } from "../../lib/kv/transaction.ts";

/** What somebody is said to have done. */
export interface SaidAct {
  personId: string;
  why: string;
  act?: string;
  subjects?: readonly string[];
}

/** An act of somebody, appended and signed for; the index of its entry. */
export async function anAuditEntry(services: Services, act: SaidAct): Promise<string> {
  const { personId, why, act: word = "cancel", subjects = [] } = act;
  const who = { kind: "person", id: personId } as const;
  const by = { who, command: "POST /admin/bookings/:bookingId/cancel", network: "83.252.x.x" };
  await actAs(
    { ...by, reference: "7F3K-22QD" },
    () => new Transaction(services.db).audit({ act: word, why, subjects }).commit(),
  );
  await services.auditAppender.append();
  await services.auditAppender.sign(true);
  const { size } = await services.auditAppender.figures();
  return String(size - 1);
}
