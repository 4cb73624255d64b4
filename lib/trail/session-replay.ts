// The port for a recording of what somebody saw on their screen. Nobody records: decision 007 says why, and what would
// have to change first.

/** Whoever records screens. */
export interface SessionReplay {
  /** The address of the recording behind a failure, by its reference, or null when there is none. */
  recordingOf(reference: string): string | null;
}

/** Off. */
export const NO_REPLAY: SessionReplay = { recordingOf: () => null };
