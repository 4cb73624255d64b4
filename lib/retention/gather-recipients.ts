// Writes down who outside was handed something of whoever is to be erased, while rides, messages and ways in are still there.
import type { BookingId } from "../booking/booking.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { OutboxMessage } from "../messages/message.ts";
import type { MessageStore } from "../messages/message-store.ts";
import { RECIPIENT_RULES } from "../privacy/recipient-rules.ts";
import type { RecipientId } from "../privacy/recipient.ts";
import type { PushStore } from "../push/push-store.ts";
import type { Endpoint } from "../webhooks/endpoint.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import type { Erasure } from "./erasure.ts";
import { MAX_RIDES } from "./erasure-blockers.ts";
import { retentionKeys } from "./keys.ts";
import { MAX_REFERENCES, type RecipientNotice } from "./recipient-notice.ts";

/** Rides looked at before what is found is written. */
const RIDES_AT_ONCE = 50;

/** What gathering needs. */
export interface GatherDeps {
  db: Database;
  clock: Clock;
  bookings: Pick<BookingStore, "getAll">;
  messages: Pick<MessageStore, "ofBooking">;
  pushStore: Pick<PushStore, "isFollowed">;
  endpoints: Pick<EndpointStore, "list" | "get">;
  identities: { of(personId: string): Promise<readonly unknown[]> };
  config: { smtp: unknown; mailUrl: unknown; sms: unknown };
}

/** What was found of one recipient. */
type Found = Pick<RecipientNotice, "recipient" | "endpointId" | "references">;

/** Gathers them; done again after a break it writes the same. */
export async function gatherRecipients(deps: GatherDeps, erasure: Erasure): Promise<void> {
  const { marks, personId } = erasure;
  const under = await Promise.all(marks.map((mark) => bookingsUnder(deps, mark, MAX_RIDES)));
  const rides = [...new Set(under.flat())].sort();
  const endpoints = await deps.endpoints.list();
  for (let at = 0; at < rides.length; at += RIDES_AT_ONCE) {
    const some = rides.slice(at, at + RIDES_AT_ONCE);
    const found = [
      ...await subscribersOf(deps, endpoints, some),
      ...await carriersOf(deps, some),
      ...await followersOf(deps, some),
    ];
    await writeNotices(deps, erasure, found);
  }
  if (personId !== null && (await deps.identities.of(personId)).length > 0) {
    await writeNotices(deps, erasure, [noteOf("provider", [])]);
  }
}

/** Those that were there before a ride was over: what they were sent of it is kept for thirty days only. */
async function subscribersOf(
  { bookings }: GatherDeps,
  endpoints: readonly Endpoint[],
  ids: readonly BookingId[],
): Promise<Found[]> {
  const rides = (await bookings.getAll(ids)).flatMap((ride) => ride ?? []);
  return endpoints.flatMap(({ id: endpointId, createdAt }) => {
    const sent = rides.filter(({ changedAt }) => changedAt >= createdAt).map(({ id }) => id);
    return sent.length === 0 ? [] : [{ ...noteOf("subscriber", sent), endpointId }];
  });
}

/** What carried messages of these rides, by the ids of the messages. */
async function carriersOf({ messages, config }: GatherDeps, ids: readonly BookingId[]) {
  const sent: OutboxMessage[] = [];
  for (const id of ids) {
    sent.push(...(await messages.ofBooking(id)).filter(({ outcome }) => outcome === "sent"));
  }
  const by = (recipient: "mail" | "sms") => {
    const own = sent.filter(({ channel }) => channel === recipient).map(({ id }) => id);
    const pages = Math.ceil(own.length / MAX_REFERENCES);
    return Array.from(
      { length: pages },
      (_, page) => noteOf(recipient, own.slice(page * MAX_REFERENCES, (page + 1) * MAX_REFERENCES)),
    );
  };
  const isMailed = config.smtp !== undefined || config.mailUrl !== undefined;
  return [...isMailed ? by("mail") : [], ...config.sms !== undefined ? by("sms") : []];
}

async function followersOf({ pushStore }: GatherDeps, ids: readonly BookingId[]): Promise<Found[]> {
  const followed: BookingId[] = [];
  for (const id of ids) if (await pushStore.isFollowed(id)) followed.push(id);
  return followed.length === 0 ? [] : [noteOf("push", followed)];
}

function noteOf(recipient: RecipientId, references: readonly string[]): Found {
  return { recipient, endpointId: null, references };
}

async function writeNotices(
  { db, clock }: GatherDeps,
  { requestId }: Erasure,
  found: readonly Found[],
): Promise<void> {
  if (found.length === 0) return;
  const at = clock.now().toString();
  await commitWithRetry(db, (tx) => {
    for (const one of found) {
      const { kind } = RECIPIENT_RULES[one.recipient];
      const state = kind === "call" || kind === "manual" ? "waiting" : "not-needed";
      const id = [one.recipient, one.endpointId, one.references[0]].filter(Boolean).join("-");
      tx.set(retentionKeys.notice(requestId, id), {
        ...{ ...one, requestId, id, state, madeAt: at, changedAt: at },
        ...{ proof: [], by: "", reason: "" },
      });
    }
    return Promise.resolve(null);
  });
}
