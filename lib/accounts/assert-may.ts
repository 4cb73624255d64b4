// Refuses what somebody's role does not let them do.
import { DomainError } from "../errors/domain-error.ts";
import type { Right } from "./right.ts";
import type { OperatorSession } from "./session.ts";

/** Throws DomainError("not-allowed") unless the operator has the right. */
export function assertMay({ rights }: Pick<OperatorSession, "rights">, right: Right): void {
  if (!rights.includes(right)) throw new DomainError("not-allowed");
}
