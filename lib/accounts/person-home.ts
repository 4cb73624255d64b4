// Where a person goes when they wanted nothing in particular.
import { paths } from "../kernel/paths.ts";
import { needsSecondFactor } from "./person-rules.ts";
import type { SignedInPerson } from "./session.ts";
import { isDriverOnDuty, operatorOfSession } from "./session-rules.ts";

/** Operators to the day; staff who still lack a second factor to where they add one; customers to their rides. */
export function homeOf(signedIn: SignedInPerson): string {
  if (operatorOfSession(signedIn) !== null) return paths.admin();
  if (isDriverOnDuty(signedIn)) return paths.driver();
  return needsSecondFactor(signedIn.person) ? paths.security() : paths.rides();
}
