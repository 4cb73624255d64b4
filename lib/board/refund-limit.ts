// How much somebody who works here may give back of a booking alone, by their roles at the central.
import type { OperatorSession } from "../accounts/session.ts";

/** What is set for each role, in kronor. */
export interface RefundLimitConfig {
  refundLimits: ReadonlyMap<string, number>;
}

/** Their limit in öre; 0: each of theirs waits for a second person. */
export function refundLimitOre(
  { refundLimits }: RefundLimitConfig,
  { signedIn: { person } }: Pick<OperatorSession, "signedIn">,
): number {
  const kronor = person.grants.map(({ role }) => refundLimits.get(role) ?? 0);
  return Math.max(0, ...kronor) * 100;
}
