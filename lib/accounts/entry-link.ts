// A one-time link that lets somebody in: whoever runs the server, a person of the demo, or who was invited.
import type { Locale } from "../kernel/locale.ts";
import type { Grant } from "./role.ts";
import type { PersonActor, PersonId } from "./person.ts";

/** What links are for. */
export const LINK_PURPOSES = [
  /** Whoever runs the server comes in as an admin: the first one, or when nobody else can. */
  "server",
  /** A person of the demo, in local mode alone. */
  "demo",
  /** Somebody is asked to join, with the roles that wait for them. */
  "invitation",
  /** The way back of somebody who lost the password; alone it is one factor. */
  "recovery",
] as const;

/** One of them. */
export type LinkPurpose = typeof LINK_PURPOSES[number];

/** Who is asked to join. */
export interface Invited {
  name: string;
  /** The address the link is sent to: whoever opens it has shown that it is theirs. */
  email: string;
  locale: Locale;
  grants: readonly Grant[];
  /** Which driver of the fleet they are; absent for who is none. */
  driverId?: string;
  /** Who asks. */
  by: PersonActor;
}

/** A link as stored, under the hash of its token. */
export interface EntryLink {
  /** Whom it lets in; null for who is not known yet. */
  personId: PersonId | null;
  /** Who joins by it, of an invitation; else null, and whoever comes says who they are. */
  invited: Invited | null;
  purpose: LinkPurpose;
  expiresAt: string;
  /** Instant of its one use, or null. */
  usedAt: string | null;
}

/** How long a link that is used at once can be, in minutes. */
export const LINK_MINUTES = 15;
/** How long the way back can be used, in minutes: mail is late sometimes, and then read on another device. */
export const RECOVERY_MINUTES = 30;
/** How long an invitation waits, in days: somebody is away for a week. */
export const INVITATION_DAYS = 7;

/** How long a link can be used, in minutes. */
export function linkMinutes(purpose: LinkPurpose): number {
  if (purpose === "recovery") return RECOVERY_MINUTES;
  return purpose === "invitation" ? INVITATION_DAYS * 24 * 60 : LINK_MINUTES;
}

/** What a token is worth. */
export type LinkState = "usable" | "unknown" | "used" | "expired";
