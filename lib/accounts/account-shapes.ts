// What stored sessions and one-time links look like.
import { instant, orNull, record, text } from "../kernel/shape.ts";
import type { OperatorLink } from "./operator-link.ts";
import type { OperatorSession } from "./session.ts";

/** A session. */
export const sessionShape = record<OperatorSession>({
  id: text,
  operatorName: text,
  createdAt: instant,
  idleExpiresAt: instant,
  absoluteExpiresAt: instant,
  csrfSecret: text,
});

/** A one-time link. */
export const linkShape = record<OperatorLink>({
  operatorName: text,
  expiresAt: instant,
  usedAt: orNull(instant),
});
