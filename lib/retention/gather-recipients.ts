// Who outside was handed something of somebody, and when; written down before they are told, of an erasure while it is still there.
import type { Identity } from "../accounts/identity/identity.ts";
import type { BookingId } from "../booking/booking.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { OutboxMessage } from "../messages/message.ts";
import type { MessageStore } from "../messages/message-store.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { isToBeTold, knowsWho } from "../privacy/recipient-rules.ts";
import type { RecipientId, RecipientNews } from "../privacy/recipient.ts";
import type { PushStore } from "../push/push-store.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import { hostOf } from "../webhooks/endpoint.ts";
import { MAX_RIDES } from "./erasure-blockers.ts";
import { retentionKeys } from "./keys.ts";
import { MAX_REFERENCES, type NoticeState, type RecipientNotice } from "./recipient-notice.ts";

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
  payments: Pick<PaymentStore, "ofBooking">;
  identities: { of(personId: string): Promise<readonly Pick<Identity, "source" | "linkedAt">[]> };
  config: { smtp: unknown; mailUrl: unknown; sms: unknown };
}

/** What was found of one recipient. */
export interface Found extends Pick<RecipientNotice, "recipient" | "endpointId" | "references"> {
  /** Who vouches for the person, of who signs them in; "" of others. */
  source: string;
  /** Things it was handed. */
  count: number;
  /** When it was first and last handed something, instants. */
  firstAt: string;
  lastAt: string;
}

/** Something handed: what its receiver finds it by, and when. */
interface Handed {
  id: string;
  at: string;
}

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
  const receivers = await receiversOf(deps);
  for await (const found of recipientsOf(deps, { ...gathered, receivers, rides })) {
    await writeNotices(deps, gathered, found);
  }
}

/** Those who were handed something of some rides and of their person, some rides at a time. */
export async function* recipientsOf(
  deps: Omit<GatherDeps, "db" | "clock">,
  { personId, receivers, rides }: Pick<Gathered, "personId"> & {
    receivers: readonly Receiver[];
    rides: readonly BookingId[];
  },
): AsyncGenerator<readonly Found[]> {
  for (let at = 0; at < rides.length; at += RIDES_AT_ONCE) {
    const some = rides.slice(at, at + RIDES_AT_ONCE);
    const sent = await sentOf(deps, some);
    yield [
      ...await subscribersOf(deps, receivers, some),
      ...carriersOf(deps, sent),
      ...await followersOf(deps, some, sent),
      ...await payersOf(deps, some),
    ];
  }
  if (personId !== null) {
    yield (await deps.identities.of(personId)).map(({ source, linkedAt: at }) => {
      // An issuer of an employer is named by its address, a provider by a word.
      const recipient = URL.canParse(source) ? "employer-sign-in" : "provider";
      return { ...foundOf(recipient, [{ id: "", at }]), references: [], source };
    });
  }
}

/** A receiver, and until when it was there. */
export interface Receiver {
  id: string;
  host: string;
  createdAt: string;
  removedAt: string | null;
}

/** Those that are there and those that were removed. */
export async function receiversOf(
  { endpoints }: Pick<GatherDeps, "endpoints">,
): Promise<Receiver[]> {
  const [there, former] = await Promise.all([endpoints.list(), endpoints.former()]);
  return [...there.map((one) => ({ ...one, removedAt: null })), ...former]
    .map(({ id, url, createdAt, removedAt }) => ({
      id,
      host: hostOf({ url }),
      createdAt,
      removedAt,
    }));
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
    ).map(({ id, changedAt }) => ({
      id,
      at: removedAt === null || changedAt < removedAt ? changedAt : removedAt,
    }));
    return sent.length === 0 ? [] : [{ ...foundOf("subscriber", sent), endpointId }];
  });
}

/** Messages of these rides that have left the house. */
async function sentOf(
  { messages }: Pick<GatherDeps, "messages">,
  ids: readonly BookingId[],
): Promise<OutboxMessage[]> {
  const threads = await Promise.all(ids.map((id) => messages.ofBooking(id)));
  return threads.flat().filter(({ outcome }) => outcome === "sent");
}

/** What carried them, by the ids of the messages. */
function carriersOf({ config }: Pick<GatherDeps, "config">, sent: readonly OutboxMessage[]) {
  const by = (recipient: "mail" | "sms") => {
    const own = sent.filter(({ channel }) => channel === recipient).map(handedOf);
    const pages = Math.ceil(own.length / MAX_REFERENCES);
    return Array.from(
      { length: pages },
      (_, page) =>
        foundOf(recipient, own.slice(page * MAX_REFERENCES, (page + 1) * MAX_REFERENCES)),
    );
  };
  const isMailed = config.smtp !== undefined || config.mailUrl !== undefined;
  return [...isMailed ? by("mail") : [], ...config.sms !== undefined ? by("sms") : []];
}

function handedOf({ id, decidedAt, at }: OutboxMessage): Handed {
  return { id, at: decidedAt ?? at };
}

/** Where notices went, by the rides; who follows one is known there before the first notice. */
async function followersOf(
  { pushStore, bookings }: Pick<GatherDeps, "pushStore" | "bookings">,
  ids: readonly BookingId[],
  sent: readonly OutboxMessage[],
): Promise<Found[]> {
  const pushed = sent.filter(({ channel }) => channel === "push").map(handedOf);
  const follows = await Promise.all(ids.map((id) => pushStore.isFollowed(id)));
  const followed = (await bookings.getAll(ids.filter((_, i) => follows[i])))
    .flatMap((ride) => ride === null ? [] : [{ id: ride.id, at: ride.createdAt }]);
  const handed = [...followed, ...pushed];
  if (handed.length === 0) return [];
  return [{ ...foundOf("push", handed), references: followed.map(({ id }) => id) }];
}

/** Who takes the money of these rides, by our ids of the payments: nothing before something was asked of it. */
async function payersOf(
  { payments }: Pick<GatherDeps, "payments">,
  ids: readonly BookingId[],
): Promise<Found[]> {
  const asked = (await Promise.all(ids.map((id) => payments.ofBooking(id)))).flat()
    .filter(({ provider }) => Object.values(provider).some((id) => id !== null));
  if (asked.length === 0) return [];
  const at = asked.flatMap(({ id, openedAt, changedAt }) => [
    { id, at: openedAt },
    { id, at: changedAt },
  ]);
  const references = asked.map(({ id }) => id);
  return [{ ...foundOf("payments", at), references, count: asked.length }];
}

function foundOf(recipient: RecipientId, handed: readonly Handed[]): Found {
  const times = handed.map(({ at }) => at).sort();
  return {
    ...{ recipient, endpointId: null, references: handed.map(({ id }) => id) },
    ...{ source: "", count: handed.length },
    ...{ firstAt: times[0] ?? "", lastAt: times.at(-1) ?? "" },
  };
}

async function writeNotices(
  { db, clock }: GatherDeps,
  { requestId, about }: Gathered,
  found: readonly Found[],
): Promise<void> {
  const at = clock.now().toString();
  const rows = new Map(
    found.filter(({ recipient }) => knowsWho(recipient)).map((one) => {
      const { recipient, endpointId, references } = one;
      const state: NoticeState = isToBeTold(recipient, about) ? "waiting" : "not-needed";
      const what = about === "erased" ? "" : about;
      const id = [what, recipient, endpointId, references[0]].filter(Boolean).join("-");
      return [id, {
        ...{ recipient, endpointId, references, requestId, about, id, state },
        ...{ madeAt: at, changedAt: at, proof: [], by: "", reason: "" },
      }];
    }),
  );
  if (rows.size === 0) return;
  await commitWithRetry(db, (tx) => {
    for (const [id, row] of rows) tx.set(retentionKeys.notice(requestId, id), row);
    return Promise.resolve(null);
  });
}
