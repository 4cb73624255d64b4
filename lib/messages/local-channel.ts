// Where messages go on a developer's machine that is told of no server: nowhere. They are read on the page of the outbox.
import type { ChannelName, MessageChannel } from "./channel.ts";

/** A channel that takes everything and sends nothing. */
export function localChannel(name: ChannelName): MessageChannel {
  return {
    name,
    host: "localhost",
    isLocal: true,
    send: () => Promise.resolve({ kind: "sent", reference: "" }),
  };
}
