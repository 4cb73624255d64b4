// A one-time link that lets somebody in: whoever runs the server, or a person of the demo.
import type { PersonId } from "./person.ts";

/** What links are for. */
export const LINK_PURPOSES = [
  /** Whoever runs the server comes in as an admin: the first one, or when nobody else can. */
  "server",
  /** A person of the demo, in local mode alone. */
  "demo",
] as const;

/** One of them. */
export type LinkPurpose = typeof LINK_PURPOSES[number];

/** A link as stored, under the hash of its token. */
export interface EntryLink {
  /** Whom it lets in; null for whoever says who they are. */
  personId: PersonId | null;
  purpose: LinkPurpose;
  expiresAt: string;
  /** Instant of its one use, or null. */
  usedAt: string | null;
}

/** How long a link can be used, in minutes. */
export const LINK_MINUTES = 15;

/** What a token is worth. */
export type LinkState = "usable" | "unknown" | "used" | "expired";
