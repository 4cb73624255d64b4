// The port of a tier that all instances share: entries as bytes, and one log of invalidations that orders them.

/** How far the log has come. */
export interface LogHead {
  /** Made anew when the tier lost its log: whatever was known under another one counts for nothing. */
  epoch: string;
  /** The number of the newest record; 0 when there was none. */
  seq: number;
}

/** One record of the log. */
export interface LogRecord {
  seq: number;
  /** Sealed: what it says is for instances alone. */
  text: string;
}

/** An entry with the head of the log, both read at one moment. */
export interface TierRead {
  /** Null where there is none, or where its time is over. */
  entry: Uint8Array<ArrayBuffer> | null;
  head: LogHead;
}

/** Most records of the log that are kept; what is older than all of them can no longer be shown to be true. */
export const MAX_LOG_RECORDS = 10_000;

/**
 * A network tier. Every call may take for ever or reject; whoever asks gives each a deadline. An entry may be gone at any
 * time; a record that was acknowledged is seen by every later `read`, `head` and `since` of every instance.
 */
export interface NetworkTier {
  readonly kind: "kv" | "redis";
  /** The entry of a key, and the head of the log at the same moment or before it. */
  read(key: string): Promise<TierRead>;
  /** Writes an entry; the later write stands. It is not given any more from `expiresAtMs` (epoch) on. */
  write(key: string, entry: Uint8Array<ArrayBuffer>, expiresAtMs: number): Promise<void>;
  /** Deletes an entry; deleting nothing is fine. */
  remove(key: string): Promise<void>;
  /** How far the log is. */
  head(): Promise<LogHead>;
  /** Appends a record; its number, which no other has. */
  append(text: string): Promise<LogHead>;
  /** Records after a number, oldest first; fewer than there were when the oldest are gone. */
  since(seq: number): Promise<readonly LogRecord[]>;
  /** Deletes some of what is over, where the tier does not do that itself. */
  sweep(): Promise<void>;
  close(): void;
}
