// What of this room is somebody's own: the landmarks that who works here has changed.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { placeKeys } from "./keys.ts";

/** Most changes looked at. */
export const MAX_CHANGES = 20_000;

/** The family. */
export function placeOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
  return [{
    family: "landmarkEvent",
    fields: { at: "instant", what: "text", landmark: "text" },
    sources: ["you"],
    recipients: ["none"],
    async *rows({ operatorName: name }) {
      if (name === null) return;
      const { prefix } = placeKeys.landmarkEvent;
      for (const { key, value } of await readList(db.read, { prefix }, MAX_CHANGES)) {
        const { at, type, operatorName } = value;
        if (operatorName === name) yield { at, what: type, landmark: String(key[1]) };
      }
    },
  }];
}
