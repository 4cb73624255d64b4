// What of this room is somebody's own: what who works here did to the story of a breach, nothing of the breach itself; and
// when what they may do was looked at.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { walkBack } from "../kv/walk.ts";
import { complianceKeys } from "./keys.ts";

/** The families. */
export function complianceOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
  return [breachData(db), reviewData(db)];
}

function breachData(db: Pick<Database, "read">): OwnData {
  return {
    family: "breachEvent",
    fields: { breach: "text", at: "instant", what: "text" },
    sources: ["you"],
    recipients: ["authorities"],
    async *rows({ personId }) {
      if (personId === null) return;
      for await (const { key, value } of walkBack(db.read, complianceKeys.breachEvent.prefix)) {
        const { at, by, type } = value;
        if (by.id === personId) yield { breach: String(key[1]), at, what: type };
      }
    },
  };
}

function reviewData(db: Pick<Database, "read">): OwnData {
  return {
    family: "accessReview",
    fields: { quarter: "text", at: "instant", roles: "text" },
    sources: ["company"],
    recipients: ["none"],
    async *rows({ personId }) {
      if (personId === null) return;
      for await (const { key, value } of walkBack(db.read, complianceKeys.accessReview.prefix)) {
        if (key[2] === personId) {
          yield { quarter: String(key[1]), at: value.at, roles: value.roles.join(" ") };
        }
      }
    },
  };
}
