// Whether what is known of a person may be used for a purpose now: where it rests on consent there must be a yes, and neither
// an objection nor a restriction stands in the way.
import { reachMark } from "../accounts/reach-mark.ts";
import type { ConsentStore } from "./consent-store.ts";
import type { LimitStore } from "./limit-store.ts";
import { purposeOf } from "./purposes.ts";

/** What it needs. */
export interface MayProcessDeps {
  reachKey: CryptoKey;
  consents: Pick<ConsentStore, "current">;
  limits: Pick<LimitStore, "mayUse">;
}

/** True when it may; of a purpose nobody knows it is not. */
export async function mayProcess(
  { reachKey, consents, limits }: MayProcessDeps,
  { userId, purpose: name }: { userId: string; purpose: string },
): Promise<boolean> {
  const purpose = purposeOf(name);
  if (purpose === null) return false;
  const mark = await reachMark(reachKey, "person", userId);
  if (purpose.basis !== "consent") return await limits.mayUse(mark, purpose.name);
  const current = await consents.current(mark, purpose.name);
  return current !== null && current.granted &&
    await limits.mayUse(mark, purpose.name, current.at);
}
