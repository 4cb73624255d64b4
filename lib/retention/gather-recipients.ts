// Who outside was handed something of somebody; written down before they are told, of an erasure while it is still there.
import type { BookingId } from "../booking/booking.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { OutboxMessage } from "../messages/message.ts";
import type { MessageStore } from "../messages/message-store.ts";
import { isToBeTold } from "../privacy/recipient-rules.ts";
import type { RecipientId, RecipientNews } from "../privacy/recipient.ts";
import type { PushStore } from "../push/push-store.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
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
  endpoints: Pick<EndpointStore, "list" | "former" | "get">;
  identities: { of(personId: string): Promise<readonly unknown[]> };
  config: { smtp: unknown; mailUrl: unknown; sms: unknown };
}

/** What was found of one recipient. */
type Found = Pick<RecipientNotice, "recipient" | "endpointId" | "references">;

/** Whose recipients, and what follows from their request. */
export interface Gathered {
  requestId: string;
  about: RecipientNews;
  marks: readonly string[];
  personId: string | null;
}

/** Gathers them; done again after a break it writes the same. */
export async function gatherRecipients(deps: GatherDeps, gathered: Gathered): Promise<void> {
  const { marks } = gathered;
  const under = await Promise.all(marks.map((mark) => bookingsUnder(deps, mark, MAX_RIDES)));
  const rides = [...new Set(under.flat())].sort();
  for await (const found of recipientsOf(deps, gathered, rides)) {
    await writeNotices(deps, gathered, found);
  }
}

/** Those who were handed something of some rides and of their person, some rides at a time. */
export async function* recipientsOf(
  deps: Omit<GatherDeps, "db" | "clock">,
  { personId }: Pick<Gathered, "personId">,
  rides: readonly BookingId[],
): AsyncGenerator<readonly Found[]> {
  const receivers = await receiversOf(deps);
  for (let at = 0; at < rides.length; at += RIDES_AT_ONCE) {
    const some = rides.slice(at, at + RIDES_AT_ONCE);
    yield [
      ...await subscribersOf(deps, receivers, some),
      ...await carriersOf(deps, some),
      ...await followersOf(deps, some),
    ];
  }
  if (personId !== null && (await deps.identities.of(personId)).length > 0) {
    yield [noteOf("provider", [])];
  }
}

/** A receiver, and until when it was there. */
interface Receiver {
  id: string;
  createdAt: string;
  removedAt: string | null;
}

async function receiversOf({ endpoints }: Pick<GatherDeps, "endpoints">): Promise<Receiver[]> {
  const [there, former] = await Promise.all([endpoints.list(), endpoints.former()]);
  return [...there.map(({ id, createdAt }) => ({ id, createdAt, removedAt: null })), ...former];
}

/** Those that were there between a ride's booking and its end: what they were sent of it is kept for thirty days only. */
async function subscribersOf(
  { bookings }: Pick<GatherDeps, "bookings">,
  receivers: readonly Receiver[],
  ids: readonly BookingId[],
): Promise<Found[]> {
  const rides = (await bookings.getAll(ids)).flatMap((ride) => ride ?? []);
  return receivers.flatMap(({ id: endpointId, createdAt, removedAt }) => {
    const sent = rides.filter((ride) =>
      ride.changedAt >= createdAt && (removedAt === null || ride.createdAt < removedAt)
    ).map(({ id }) => id);
    return sent.length === 0 ? [] : [{ ...noteOf("subscriber", sent), endpointId }];
  });
}

/** What carried messages of these rides, by the ids of the messages. */
async function carriersOf(
  { messages, config }: Pick<GatherDeps, "messages" | "config">,
  ids: readonly BookingId[],
) {
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

async function followersOf(
  { pushStore }: Pick<GatherDeps, "pushStore">,
  ids: readonly BookingId[],
): Promise<Found[]> {
  const followed: BookingId[] = [];
  for (const id of ids) if (await pushStore.isFollowed(id)) followed.push(id);
  return followed.length === 0 ? [] : [noteOf("push", followed)];
}

function noteOf(recipient: RecipientId, references: readonly string[]): Found {
  return { recipient, endpointId: null, references };
}

async function writeNotices(
  { db, clock }: GatherDeps,
  { requestId, about }: Gathered,
  found: readonly Found[],
): Promise<void> {
  if (found.length === 0) return;
  const at = clock.now().toString();
  await commitWithRetry(db, (tx) => {
    for (const one of found) {
      const state = isToBeTold(one.recipient, about) ? "waiting" : "not-needed";
      const what = about === "erased" ? "" : about;
      const id = [what, one.recipient, one.endpointId, one.references[0]].filter(Boolean).join("-");
      tx.set(retentionKeys.notice(requestId, id), {
        ...{ ...one, requestId, about, id, state, madeAt: at, changedAt: at },
        ...{ proof: [], by: "", reason: "" },
      });
    }
    return Promise.resolve(null);
  });
}
