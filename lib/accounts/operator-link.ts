// A one-time link that lets an operator in.

/** A link as stored, under the hash of its token. */
export interface OperatorLink {
  /** Whom the session that comes of it names. */
  operatorName: string;
  expiresAt: string;
  /** Instant of its one use, or null. */
  usedAt: string | null;
}

/** How long a link can be used, in minutes. */
export const LINK_MINUTES = 15;

/** What a token is worth. */
export type LinkState = "usable" | "unknown" | "used" | "expired";
