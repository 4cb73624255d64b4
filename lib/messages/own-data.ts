// What of this room is somebody's own: the messages that were for them, and what became of each.
import { type OwnData, ownOr } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { walkBack } from "../kv/walk.ts";
import { messageKeys } from "./keys.ts";
import type { MessageStore } from "./message-store.ts";

/** What reading needs. */
export interface MessageOwnDataDeps {
  db: Pick<Database, "read">;
  messages: Pick<MessageStore, "open">;
}

/** The family: all messages are gone through, for those about accounts stand in no index of persons. */
export function messageOwnData({ db, messages }: MessageOwnDataDeps): OwnData[] {
  return [{
    family: "outbox",
    fields: {
      ...{ at: "instant", topic: "text", channel: "text", to: "text", outcome: "text" },
      ...{ decided: "instant", tries: "number" },
    },
    sources: ["product"],
    recipients: ["mail", "sms", "push"],
    async *rows({ marks, reaches }) {
      const own = new Set(marks);
      for await (const { value } of walkBack(db.read, messageKeys.outbox.prefix)) {
        if (!own.has(value.mark)) continue;
        const { at, topic, channel, outcome, decidedAt, attempts } = value;
        const to = ownOr((await messages.open(value)).to, reaches);
        yield { at, topic, channel, to, outcome, decided: decidedAt, tries: attempts };
      }
    },
  }];
}
