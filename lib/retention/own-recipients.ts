// Who outside was handed something of somebody, by name and with when, and what those were told since (GDPR, Articles 15.1 c and
// 19): from the same places an erasure asks.
import { PROVIDERS } from "../accounts/identity/provider.ts";
import { type BookingId, bookingId } from "../booking/booking.ts";
import { newestUnder } from "../booking/booking-owners.ts";
import { listProcessors, type OutboundConfig } from "../compliance/list-processors.ts";
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import type { DataRequestStore } from "../privacy/data-request-store.ts";
import type { RecipientId } from "../privacy/recipient.ts";
import type { Visitor } from "../privacy/visitor.ts";
import { hostOf } from "../webhooks/endpoint.ts";
import { type Found, type GatherDeps, recipientsOf } from "./gather-recipients.ts";
import type { RecipientNotice } from "./recipient-notice.ts";
import type { RetentionStore } from "./retention-store.ts";

/** Newest rides a page looks at; the file has all. */
export const SHOWN_RIDES = 50;

/** What reading needs. */
export interface OwnRecipientsDeps extends Omit<GatherDeps, "db" | "clock"> {
  db: Pick<Database, "read">;
  requests: Pick<DataRequestStore, "ofMarks">;
  retentionStore: Pick<RetentionStore, "notices">;
  config: GatherDeps["config"] & OutboundConfig;
}

/** Somebody outside who was handed something. */
export interface KnownRecipient {
  recipient: RecipientId;
  /** Where; several where it is not known which of them, "" where it is not known at all. */
  host: string;
  /** Who that is, "" where nobody has written it down. */
  name: string;
  /** Things it was handed: messages, rides, payments. */
  count: number;
  /** When it was first and last, instants; null where only what it was told since is still known. */
  firstAt: string | null;
  lastAt: string | null;
  /** What it was told since, oldest first. */
  told: readonly Pick<RecipientNotice, "about" | "state" | "changedAt" | "references">[];
}

/** Whose. */
interface Whose {
  personId: string | null;
  marks: readonly string[];
}

/** Those who were handed something of a visitor's newest rides, or of their account. */
export async function knownRecipients(
  deps: OwnRecipientsDeps,
  { subject, marks }: Pick<Visitor, "subject" | "marks">,
): Promise<KnownRecipient[]> {
  const personId = subject.kind === "person" ? subject.personId : null;
  return await allKnown(deps, { personId, marks }, await newestUnder(deps, marks, SHOWN_RIDES));
}

/** The family: a row for each, and one for each thing it was told since. */
export function ownRecipients(deps: OwnRecipientsDeps): OwnData {
  return {
    family: "recipientNotice",
    fields: {
      ...{ recipient: "text", host: "text", name: "text", what: "text", state: "text" },
      ...{ references: "number", first: "instant", at: "instant" },
    },
    sources: ["product"],
    recipients: ["none"],
    async *rows({ personId, marks, bookingIds }) {
      const rides = bookingIds.map(bookingId);
      for (const one of await allKnown(deps, { personId, marks }, rides)) {
        const { recipient, host, name, count: references, firstAt: first, lastAt: at } = one;
        const who = { recipient, host, name };
        if (at !== null) yield { ...who, what: "handed", state: "", references, first, at };
        for (const { about: what, state, changedAt, references: { length } } of one.told) {
          yield { ...who, what, state, references: length, first: null, at: changedAt };
        }
      }
    },
  };
}

async function allKnown(
  deps: OwnRecipientsDeps,
  { personId, marks }: Whose,
  rides: readonly BookingId[],
): Promise<KnownRecipient[]> {
  const [named, notices] = await Promise.all([naming(deps), noticesOf(deps, marks)]);
  const known = new Map<string, KnownRecipient>();
  for await (const found of recipientsOf(deps, { personId }, rides)) {
    for (const one of found) {
      const key = [one.recipient, one.endpointId, one.source].join(" ");
      const { count, firstAt, lastAt } = known.get(key) ?? { ...one, count: 0 };
      known.set(key, {
        ...{ recipient: one.recipient, ...named(one), count: count + one.count },
        firstAt: firstAt !== null && firstAt < one.firstAt ? firstAt : one.firstAt,
        lastAt: lastAt !== null && lastAt > one.lastAt ? lastAt : one.lastAt,
        told: notices.filter((notice) => isOf(notice, one)),
      });
    }
  }
  for (const one of notices) {
    const key = [one.recipient, one.endpointId, ""].join(" ");
    if (known.has(key)) continue;
    const { recipient, references: { length: count } } = one;
    const told = notices.filter((notice) => isOf(notice, one));
    const when = { firstAt: null, lastAt: null };
    known.set(key, { recipient, ...named({ ...one, source: "" }), count, ...when, told });
  }
  return [...known.values()];
}

type Receiver = Pick<Found, "recipient" | "endpointId">;

function isOf(notice: Receiver, one: Receiver): boolean {
  return notice.recipient === one.recipient && notice.endpointId === one.endpointId;
}

async function noticesOf(
  { requests, retentionStore }: Pick<OwnRecipientsDeps, "requests" | "retentionStore">,
  marks: readonly string[],
): Promise<RecipientNotice[]> {
  const own = await requests.ofMarks(marks);
  const found = await Promise.all(own.map(({ id }) => retentionStore.notices(id)));
  return found.flat().toSorted((a, b) => a.changedAt < b.changedAt ? -1 : 1);
}

/** Says where a recipient is and who that is: a receiver by its own host, others by the settings of now. */
async function naming({ endpoints, config }: Pick<OwnRecipientsDeps, "endpoints" | "config">) {
  const [there, former] = await Promise.all([endpoints.list(), endpoints.former()]);
  const hosts = new Map([...former, ...there].map((one) => [one.id, hostOf(one)]));
  const processors = listProcessors(config, [...hosts.values()]);
  return (
    { recipient, endpointId, source }: Receiver & Pick<Found, "source">,
  ): Pick<KnownRecipient, "host" | "name"> => {
    const address = PROVIDERS.find(({ id }) => id === source)?.authorize ?? source;
    const own = hosts.get(endpointId ?? "") ?? URL.parse(address)?.hostname ?? "";
    const those = processors.filter(({ wayOut, host }) =>
      wayOut === recipient && (own === "" || host === own)
    );
    return {
      host: own === "" ? those.map(({ host }) => host).join(", ") : own,
      name: [...new Set(those.map(({ name }) => name))].filter(Boolean).join(", "),
    };
  };
}
