// The id of a message: of what it tells, by which channel and to whom. Made again after a crash, it is the same.
import { createHash } from "node:crypto";
import { ulid } from "../kernel/ids.ts";
import type { ChannelName } from "./channel.ts";

/** What an id is made of. */
export interface MessageOrigin {
  /** When it happened, an instant: ids sort by it. */
  at: string;
  /** What it is about: a booking's id, or a notice's. */
  about: string;
  /** Version of it. */
  version: number;
  topic: string;
  channel: ChannelName;
  /** Keyed mark of the receiver. */
  mark: string;
}

/** A ULID whose second half is no chance but a hash. */
export function messageId({ at, about, version, topic, channel, mark }: MessageOrigin): string {
  const text = JSON.stringify(["message/1", about, version, topic, channel, mark]);
  const hash = createHash("sha256").update(text).digest();
  return ulid(Date.parse(at), (length) => new Uint8Array(hash.subarray(0, length)));
}
