// What the detectors look for, and what they have found.

/** Every detector. */
export const DETECTORS = [
  "credential-stuffing",
  "account-guessing",
  "code-guessing",
  "scraping",
  "enumeration",
  "session-in-two-places",
  "unusual-reading",
  "off-hours-export",
  "secret-probing",
] as const;

/** One of them. */
export type DetectorName = typeof DETECTORS[number];

/** Whom a finding is about. */
export type IdentityKind = "network" | "account" | "person" | "session";

/** Whether somebody is woken by it, or sees it when they look. */
export type FindingSeverity = "wake" | "look";

/** Something that was found. */
export interface Finding {
  detector: DetectorName;
  /** When, epoch milliseconds, and since when what it rests on has been going on. */
  atMs: number;
  sinceMs: number;
  identity: { kind: IdentityKind; mark: string };
  /** What was counted, and from which number on it is told. */
  count: number;
  threshold: number;
}

/** A finding as it is kept. */
export interface StoredFinding extends Omit<Finding, "atMs" | "sinceMs"> {
  id: string;
  /** Instants. */
  at: string;
  since: string;
}

/** How grave what each of them finds is. */
export const FINDING_SEVERITY: Readonly<Record<DetectorName, FindingSeverity>> = {
  "credential-stuffing": "wake",
  "account-guessing": "look",
  "code-guessing": "wake",
  scraping: "look",
  enumeration: "wake",
  "session-in-two-places": "wake",
  "unusual-reading": "wake",
  "off-hours-export": "wake",
  "secret-probing": "look",
};

/** How long a finding is kept, in milliseconds. */
export const FINDING_KEPT_MS = 90 * 24 * 60 * 60_000;
