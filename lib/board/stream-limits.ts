// How many live streams there may be, how much may wait for each, and how soon a dead one is seen.

/** Bounds of the streams; tests choose smaller ones. */
export interface StreamLimits {
  /** Streams of the process: each costs a socket and up to `queuedBytes`. */
  total: number;
  /** Streams of one session; one more ends its oldest, which may be a connection that died unseen. */
  perSession: number;
  /** Entries replayed after a break; a board that missed more loads the day again. */
  replay: number;
  /** Bytes that may wait for one reader. */
  queuedBytes: number;
  /** How often sessions are looked at, in milliseconds: a sign-out elsewhere ends streams within it. */
  checkMs: number;
  /** A beat is sent every this many checks. */
  checksPerBeat: number;
  /** A reader that takes nothing of what waits for this many checks is gone. */
  stalledChecks: number;
}

/** The product's bounds: a beat every 15 s, an ended session closes its streams within 3 s. */
export const STREAM_LIMITS: StreamLimits = {
  total: 256,
  perSession: 8,
  replay: 500,
  queuedBytes: 256 * 1024,
  checkMs: 3_000,
  checksPerBeat: 5,
  stalledChecks: 10,
};
