// What is remembered of a request that must have its effect once.

/** Written in the same commit as the effect. */
export interface IdempotencyRecord {
  bodyHash: string;
  /** Id of what the request made. */
  resultId: string;
  expiresAt: string;
}
