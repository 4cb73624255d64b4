// The families of operators' links and sessions.
import { linkShape, sessionShape } from "./account-shapes.ts";
import { family } from "../kv/family.ts";
import { LINK_MINUTES, type OperatorLink } from "./operator-link.ts";
import type { OperatorSession } from "./session.ts";
import { ABSOLUTE_HOURS } from "./session-rules.ts";
import { storedLink, storedSession } from "./stored-accounts.ts";

/** How long a dead link is remembered, in milliseconds, so that its page can say what happened to it. */
export const LINK_REMEMBERED_MS = 24 * 60 * 60_000;

/** Families of this room. */
export const accountKeys = {
  operatorSession: family<[id: string], OperatorSession>("operatorSession", {
    privacy: "C4",
    subject: "operator",
    kept: { until: "expiry", atMostMs: ABSOLUTE_HOURS * 60 * 60_000 },
    endsMs: ({ absoluteExpiresAt }) => Date.parse(absoluteExpiresAt),
    stored: storedSession,
    shape: sessionShape,
  }),
  /** One-time links, by the hash of their token. */
  operatorLink: family<[tokenHash: string], OperatorLink>("operatorLink", {
    privacy: "C4",
    subject: "operator",
    kept: { until: "expiry", atMostMs: LINK_REMEMBERED_MS },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt) + LINK_REMEMBERED_MS - LINK_MINUTES * 60_000,
    stored: storedLink,
    shape: linkShape,
  }),
} as const;
