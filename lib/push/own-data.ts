// What of this room is somebody's own: the browsers that follow their rides, without what would let others write to them.
import type { OwnData } from "../kernel/own-data.ts";
import type { PushStore } from "./push-store.ts";

/** The family. */
export function pushOwnData({ pushStore }: { pushStore: Pick<PushStore, "list"> }): OwnData[] {
  return [{
    family: "pushSubscriptions",
    fields: { booking: "text", service: "text" },
    sources: ["you"],
    recipients: ["push"],
    async *rows({ bookingIds }) {
      for (const booking of bookingIds) {
        for (const { endpoint } of await pushStore.list(booking)) {
          yield { booking, service: URL.parse(endpoint)?.host ?? "" };
        }
      }
    },
  }];
}
