// What of this room is somebody's own: how much who works here read on a day, and what the detectors found about somebody.
import type { OwnData } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { walkBack } from "../kv/walk.ts";
import { detectionKeys } from "./keys.ts";

/** Most days of one person. */
export const MAX_DAYS = 1_000;

/** The families. */
export function detectionOwnData({ db }: { db: Pick<Database, "read"> }): OwnData[] {
  return [
    {
      family: "staffDay",
      fields: { day: "date", people: "number", atNight: "flag" },
      sources: ["product"],
      recipients: ["none"],
      async *rows({ personId }) {
        if (personId === null) return;
        const prefix = detectionKeys.staffDay.under(personId);
        for (const { key, value } of await readList(db.read, { prefix }, MAX_DAYS)) {
          yield { day: String(key.at(-1)), people: value.subjects, atNight: value.isNight };
        }
      },
    },
    {
      family: "securityFinding",
      fields: { at: "instant", detector: "text", count: "number" },
      sources: ["product"],
      recipients: ["none"],
      async *rows({ personId, marks }) {
        const own = new Set([...marks, ...(personId === null ? [] : [personId])]);
        for await (const { value } of walkBack(db.read, detectionKeys.finding.prefix)) {
          const { at, detector, count, identity } = value;
          if (own.has(identity.mark)) yield { at, detector, count };
        }
      },
    },
  ];
}
