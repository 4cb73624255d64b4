// What of this room is somebody's own: whom their rides are invoiced to.
import type { OwnData } from "../kernel/own-data.ts";
import type { BuyerStore } from "./buyer-store.ts";

/** Bookings whose buyers are read at once. */
const BATCH = 50;

/** The families. */
export function invoicingOwnData({ buyers }: { buyers: Pick<BuyerStore, "ofAll"> }): OwnData[] {
  return [{
    family: "bookedBuyer",
    fields: {
      ...{ bookingId: "text", name: "text", organisationNumber: "text", street: "text" },
      ...{ postcode: "text", city: "text", reference: "text", email: "text", peppolId: "text" },
      ...{ monthly: "flag", until: "instant" },
    },
    sources: ["you", "company"],
    recipients: ["mail"],
    async *rows({ bookingIds }) {
      for (let i = 0; i < bookingIds.length; i += BATCH) {
        for (const one of await buyers.ofAll(bookingIds.slice(i, i + BATCH))) {
          if (one === null) continue;
          const { kind: _kind, isCollected: monthly, ...buyer } = one.buyer;
          yield { bookingId: one.bookingId, ...buyer, monthly, until: one.until };
        }
      }
    },
  }];
}
