// Rows of sessions and links that an earlier release wrote: a new field gets its value on old rows here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import type { OperatorLink } from "./operator-link.ts";
import type { OperatorSession } from "./session.ts";

type StoredSession = AnyVersion<
  OperatorSession,
  "id" | "operatorName" | "createdAt" | "idleExpiresAt" | "absoluteExpiresAt" | "csrfSecret"
>;
type StoredLink = AnyVersion<OperatorLink, "operatorName" | "expiresAt" | "usedAt">;

/** Raised with every change of a stored shape of this room; both kinds of rows carry it. */
const VERSION = 1;

/** How rows of sessions are read. */
export const storedSession: StoredForm<OperatorSession> = {
  version: VERSION,
  upgrade: (row) => sessionOfToday(row as StoredSession),
};

/** How rows of one-time links are read. */
export const storedLink: StoredForm<OperatorLink> = {
  version: VERSION,
  upgrade: (row) => linkOfToday(row as StoredLink),
};

function sessionOfToday(row: StoredSession): OperatorSession {
  return { ...row };
}

function linkOfToday(row: StoredLink): OperatorLink {
  return { ...row };
}
