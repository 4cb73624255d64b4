// What of this room is somebody's own: that programs of others were told of their rides, and receivers they have set up.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { walkBack } from "../kv/walk.ts";
import { hostOf, MAX_ENDPOINTS } from "./endpoint.ts";
import { webhookKeys } from "./keys.ts";

/** The families. */
export function webhookOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
  return [
    {
      family: "webhookDelivery",
      fields: { booking: "text", at: "instant", event: "text", state: "text", sent: "instant" },
      sources: ["product"],
      recipients: ["webhooks"],
      async *rows({ bookingIds }) {
        const own = new Set(bookingIds);
        if (own.size === 0) return;
        for await (const { value } of walkBack(db.read, webhookKeys.delivery.prefix)) {
          const { bookingId: booking, at, event, state, triedAt } = value;
          if (own.has(booking)) yield { booking, at, event, state, sent: triedAt };
        }
      },
    },
    {
      family: "webhookEndpoint",
      fields: { host: "text", made: "instant" },
      sources: ["you"],
      recipients: ["none"],
      async *rows({ operatorName }) {
        if (operatorName === null) return;
        const { prefix } = webhookKeys.endpoint;
        for (const { value } of await readList(db.read, { prefix }, MAX_ENDPOINTS)) {
          if (value.createdBy === operatorName) {
            yield { host: hostOf(value), made: value.createdAt };
          }
        }
      },
    },
  ];
}
