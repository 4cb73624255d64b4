// What of this room is somebody's own: which of their bookings must stay, and since when; who decided so is not theirs. And who was
// handed something of them.
import type { OwnData } from "../kernel/own-data.ts";
import { readThoseReadable } from "../kv/read.ts";
import { ownRecipients, type RecipientsFileDeps } from "./own-recipients.ts";
import { retentionKeys } from "./keys.ts";

/** The families. */
export function retentionOwnData(deps: RecipientsFileDeps): OwnData[] {
  const { db } = deps;
  return [{
    family: "legalHold",
    fields: { booking: "text", since: "instant" },
    sources: ["company"],
    recipients: ["authorities"],
    async *rows({ bookingIds }) {
      const keys = bookingIds.map((id) => retentionKeys.hold(id));
      for (const { value } of await readThoseReadable(db.read, keys)) {
        if (value !== null) yield { booking: value.bookingId, since: value.at };
      }
    },
  }, ownRecipients(deps)];
}
