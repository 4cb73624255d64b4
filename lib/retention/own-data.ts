// What of this room is somebody's own: which of their bookings must stay, and since when; who decided so is not theirs.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readThoseReadable } from "../kv/read.ts";
import { retentionKeys } from "./keys.ts";

/** The family. */
export function retentionOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
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
  }];
}
