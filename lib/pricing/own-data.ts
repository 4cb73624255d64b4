// What of this room is somebody's own: what who works here has done to drafts of tariffs.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { pricingKeys } from "./keys.ts";
import { MAX_DRAFTS } from "./tariff-draft.ts";

/** The family. */
export function pricingOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
  return [{
    family: "tariffDraft",
    fields: { draft: "text", wrote: "flag", approved: "flag" },
    sources: ["you"],
    recipients: ["none"],
    async *rows({ personId }) {
      if (personId === null) return;
      const { prefix } = pricingKeys.tariffDraft;
      for (const { value } of await readList(db.read, { prefix }, MAX_DRAFTS, true)) {
        const wrote = value.authors.some(({ id }) => id === personId);
        const approved = value.approvedBy?.id === personId;
        if (wrote || approved) yield { draft: value.name, wrote, approved };
      }
    },
  }];
}
