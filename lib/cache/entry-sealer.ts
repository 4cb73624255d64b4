// The port behind which entries are sealed before they leave the process: what is private under its subject's key, all
// else under one of the product's own, so that nobody who can write to a shared tier makes up a price.

/** Where an entry or a record lies: sealed for one place it opens at no other. */
export interface SealedAt {
  /** `entry` or `record`. */
  kind: string;
  /** Its key in the tier. */
  key: string;
}

/** Seals and opens. Never rejects: what cannot be sealed is not stored, what cannot be opened is loaded. */
export interface EntrySealer {
  /** The name a key has in a shared tier: says nothing about the key, and is the same in every instance. */
  nameFor(text: string): string;
  /** Null where it may not be stored: whoever it is about has no key, or is erased. */
  seal(
    at: SealedAt,
    subject: string | undefined,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Null when it was altered, stood elsewhere, or its key is gone. */
  open(
    at: SealedAt,
    subject: string | undefined,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null>;
}
