// Tells those outside what has become of somebody's data, and notes what came of that: by program where there is one to call, else
// by somebody of the staff.
import { bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { RequestError } from "../errors/request-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { RECIPIENT_RULES } from "../privacy/recipient-rules.ts";
import type { DeliveryStore } from "../webhooks/delivery-store.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import { retentionKeys } from "./keys.ts";
import { isNoticeOpen, type NoticeState, type RecipientNotice } from "./recipient-notice.ts";
import type { RetentionStore } from "./retention-store.ts";

/** What telling needs. */
export interface TellRecipientDeps {
  db: Database;
  clock: Clock;
  bookings: Pick<BookingStore, "getAll">;
  endpoints: Pick<EndpointStore, "get">;
  deliveries: Pick<DeliveryStore, "addOwed" | "get">;
  retentionStore: Pick<RetentionStore, "notices" | "hasOpenNotices">;
}

/** Goes on with every notice that is open; true when none is left. */
export async function tellRecipients(deps: TellRecipientDeps, requestId: string): Promise<boolean> {
  const open = (await deps.retentionStore.notices(requestId)).filter(isNoticeOpen);
  for (const notice of open) {
    if (RECIPIENT_RULES[notice.recipient].kind === "call") await goOn(deps, notice);
  }
  return open.length === 0 || !await deps.retentionStore.hasOpenNotices(requestId);
}

/** Somebody of the staff has told a recipient. Throws RequestError("not-found") where nothing waits. */
export async function confirmNotice(
  { db, clock }: Pick<TellRecipientDeps, "db" | "clock">,
  { requestId, id, reason, by }: Pick<RecipientNotice, "requestId" | "id" | "reason" | "by">,
): Promise<void> {
  await commitWithRetry(db, async (tx) => {
    const key = retentionKeys.notice(requestId, id);
    const { value, versionstamp } = await readEntry(db.write, key);
    if (value === null || !isNoticeOpen(value)) throw new RequestError("not-found", {});
    const changedAt = clock.now().toString();
    tx.check(key, versionstamp).set(key, { ...value, state: "confirmed", changedAt, reason, by });
    return null;
  });
}

/** Lines its deliveries up once, each under an id that stays, and looks what has become of them. */
async function goOn(deps: TellRecipientDeps, notice: RecipientNotice): Promise<void> {
  const { endpointId } = notice;
  if (endpointId === null) return;
  const isThere = (await deps.endpoints.get(endpointId)).value !== null;
  if (!isThere) return await change(deps, notice, { state: "failed" });
  const proof = notice.proof.length > 0 ? notice.proof : await lineUp(deps, endpointId, notice);
  await change(deps, notice, { proof, state: await stateOf(deps, endpointId, proof) });
}

async function lineUp(
  { bookings, deliveries }: TellRecipientDeps,
  endpointId: string,
  { references, about, requestId, madeAt: at }: RecipientNotice,
): Promise<string[]> {
  const ids: string[] = [];
  for (const ride of await bookings.getAll(references.map(bookingId))) {
    if (ride === null) continue;
    const { id: booking, reference } = ride;
    const event = `customer.${about}` as const;
    ids.push(await deliveries.addOwed(endpointId, { event, booking, reference, requestId, at }));
  }
  return ids;
}

/** A receiver that is switched off is told nothing: somebody switches it on, or tells it. */
async function stateOf(
  { endpoints, deliveries }: TellRecipientDeps,
  endpointId: string,
  ids: readonly string[],
): Promise<NoticeState> {
  const all = await Promise.all(ids.map((id) => deliveries.get(endpointId, id)));
  if (all.every((one) => one?.state === "delivered")) return "told";
  const { value: endpoint } = await endpoints.get(endpointId);
  const isStuck = all.some((one) => one?.state !== "delivered" && one?.state !== "waiting");
  return isStuck || endpoint?.state.kind !== "on" ? "failed" : "waiting";
}

/** Only while it is open: who told it by hand meanwhile has told it. */
async function change(
  { db, clock }: TellRecipientDeps,
  { requestId, id }: RecipientNotice,
  to: Partial<Pick<RecipientNotice, "state" | "proof">>,
): Promise<void> {
  await commitWithRetry<null>(db, async (tx) => {
    const key = retentionKeys.notice(requestId, id);
    const { value, versionstamp } = await readEntry(db.write, key);
    if (value === null || !isNoticeOpen(value)) return new Unwritten(null);
    const after = { ...value, ...to };
    if (after.state === value.state && after.proof.length === value.proof.length) {
      return new Unwritten(null);
    }
    tx.check(key, versionstamp).set(key, { ...after, changedAt: clock.now().toString() });
    return null;
  });
}
