// Who outside was handed something of somebody, by name and with when, and what those were told since (GDPR, Articles 15.1 c and
// 19): from the same places an erasure asks.
import { PROVIDERS } from "../accounts/identity/provider.ts";
import { type BookingId, bookingId } from "../booking/booking.ts";
import { newestUnder } from "../booking/booking-owners.ts";
import { listProcessors, type OutboundConfig } from "../compliance/list-processors.ts";
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import type { DataRequest } from "../privacy/data-request.ts";
import type { DataRequestStore } from "../privacy/data-request-store.ts";
import type { RecipientId } from "../privacy/recipient.ts";
import type { Visitor } from "../privacy/visitor.ts";
import {
  type Found,
  type GatherDeps,
  type Receiver,
  receiversOf,
  recipientsOf,
} from "./gather-recipients.ts";
import type { RecipientNotice } from "./recipient-notice.ts";
import type { RetentionStore } from "./retention-store.ts";

/** Newest rides a page looks at; the file has all. */
export const SHOWN_RIDES = 50;

/** What reading needs. */
export interface OwnRecipientsDeps extends Omit<GatherDeps, "db" | "clock"> {
  db: Pick<Database, "read">;
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

/** Whose, and what they have asked for. */
interface Whose {
  personId: string | null;
  rides: readonly BookingId[];
  requests: readonly Pick<DataRequest, "id">[];
}

/** Those who were handed something of a visitor's newest rides, or of their account. */
export async function knownRecipients(
  deps: OwnRecipientsDeps,
  { subject, marks }: Pick<Visitor, "subject" | "marks">,
  requests: readonly Pick<DataRequest, "id">[],
): Promise<KnownRecipient[]> {
  const personId = subject.kind === "person" ? subject.personId : null;
  const rides = await newestUnder(deps, marks, SHOWN_RIDES);
  return await allKnown(deps, { personId, rides, requests });
}

/** What a file needs besides. */
export interface RecipientsFileDeps extends OwnRecipientsDeps {
  requests: Pick<DataRequestStore, "ofMarks">;
}

/** The family: a row for each, and one for each thing it was told since. */
export function ownRecipients(deps: RecipientsFileDeps): OwnData {
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
      const requests = await deps.requests.ofMarks(marks);
      for (const one of await allKnown(deps, { personId, rides, requests })) {
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
  { personId, rides, requests }: Whose,
): Promise<KnownRecipient[]> {
  const [receivers, ...told] = await Promise.all([
    receiversOf(deps),
    ...requests.map(({ id }) => deps.retentionStore.notices(id)),
  ]);
  const named = naming(deps, receivers);
  const notices = told.flat().toSorted((a, b) => a.changedAt < b.changedAt ? -1 : 1);
  const known = new Map<string, KnownRecipient>();
  for await (const found of recipientsOf(deps, { personId, receivers, rides })) {
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

type Which = Pick<Found, "recipient" | "endpointId">;

function isOf(notice: Which, one: Which): boolean {
  return notice.recipient === one.recipient && notice.endpointId === one.endpointId;
}

/** Says where a recipient is and who that is: a receiver by its own host, others by the settings of now. */
function naming({ config }: Pick<OwnRecipientsDeps, "config">, receivers: readonly Receiver[]) {
  const hosts = new Map(receivers.map(({ id, host }) => [id, host]));
  const processors = listProcessors(config, [...hosts.values()]);
  return (
    { recipient, endpointId, source }: Which & Pick<Found, "source">,
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
