// The list queries of messages: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { messageKeys } from "./keys.ts";
import { RIDES_PER_COMMIT } from "./erase-messages.ts";
import { LOOKED_AT, MAX_MESSAGES } from "./message-store.ts";
import { MAX_LOOKED_AT } from "./tell-ticket-link.ts";
import { WALK_ROWS } from "../kv/walk.ts";

/** The queries. */
export const messagesQueries: readonly ListQuery[] = [
  {
    name: "newest messages",
    at: "lib/messages/message-store.ts newest",
    walks: messageKeys.outbox,
    by: "a position",
    order: "down",
    most: MAX_MESSAGES + 1,
    asks: "operators, the outbox of a local machine",
  },
  {
    name: "messages of an outcome",
    at: "lib/messages/message-store.ts newestOf",
    walks: messageKeys.outboxByOutcome,
    by: "an outcome, and a position",
    order: "down",
    most: MAX_MESSAGES + 1,
    then: "outbox",
    asks: "operators",
  },
  {
    name: "messages looked through",
    at: "lib/messages/message-store.ts #lookThrough",
    walks: messageKeys.outbox,
    by: "a position",
    order: "down",
    most: LOOKED_AT,
    asks: "operators, while the walk over messages of earlier releases is not over",
    exception:
      "stands in for the index of outcomes for some minutes after the first start of this release",
  },
  {
    name: "rides of a reach",
    at: "lib/messages/tell-ticket-link.ts tellTicketLinks",
    walks: messageKeys.ridesOfReach,
    by: "a mark",
    order: "up",
    most: MAX_LOOKED_AT,
    then: "booking",
    asks: "the reader that answers lost links",
    exception:
      "a mark holds at most as many rides as somebody has ahead; those that are over by now are passed over",
  },
  walkQuery({
    name: "rides of a reach to erase",
    at: "lib/messages/erase-messages.ts eraseRidesOf",
    walks: messageKeys.ridesOfReach,
    by: "a mark",
    order: "up",
    most: RIDES_PER_COMMIT,
    asks: "erasure",
  }),
  {
    name: "own messages",
    at: "lib/messages/own-data.ts messageOwnData",
    walks: messageKeys.outbox,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "whoever asks for their data",
    exception:
      "messages about accounts stand in no index of persons: all of ninety days are gone through when somebody asks for their data, a part at a time",
  },
];
