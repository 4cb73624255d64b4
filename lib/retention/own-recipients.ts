// Who outside was handed something of somebody, by name, and what those were told since (GDPR, Articles 15.1 c and 19): from the
// same places an erasure asks.
import { bookingId } from "../booking/booking.ts";
import type { OwnData } from "../kernel/own-data.ts";
import type { DataRequestStore } from "../privacy/data-request-store.ts";
import { hostOf } from "../webhooks/endpoint.ts";
import { type GatherDeps, recipientsOf } from "./gather-recipients.ts";
import type { RetentionStore } from "./retention-store.ts";

/** What reading needs. */
export interface OwnRecipientsDeps extends GatherDeps {
  requests: Pick<DataRequestStore, "ofMarks">;
  retentionStore: Pick<RetentionStore, "notices">;
}

/** The family. */
export function ownRecipients(deps: OwnRecipientsDeps): OwnData {
  return {
    family: "recipientNotice",
    fields: {
      ...{ recipient: "text", host: "text", what: "text", state: "text" },
      ...{ references: "number", at: "instant" },
    },
    sources: ["product"],
    recipients: ["none"],
    async *rows({ personId, marks, bookingIds }) {
      const hosts = await hostsOf(deps);
      const rides = bookingIds.map(bookingId);
      for await (const found of recipientsOf(deps, { personId }, rides)) {
        for (const { recipient, endpointId, references } of found) {
          const host = hosts.get(endpointId ?? "") ?? "";
          const handed = { what: "handed", state: "", references: references.length, at: null };
          yield { recipient, host, ...handed };
        }
      }
      for (const { id } of await deps.requests.ofMarks(marks)) {
        for (const one of await deps.retentionStore.notices(id)) {
          const { recipient, about: what, state, references, changedAt: at } = one;
          const host = hosts.get(one.endpointId ?? "") ?? "";
          yield { recipient, host, what, state, references: references.length, at };
        }
      }
    },
  };
}

async function hostsOf({ endpoints }: Pick<GatherDeps, "endpoints">): Promise<Map<string, string>> {
  const [there, former] = await Promise.all([endpoints.list(), endpoints.former()]);
  return new Map([...former, ...there].map((one) => [one.id, hostOf(one)]));
}
