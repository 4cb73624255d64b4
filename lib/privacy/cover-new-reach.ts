// A number or an address that somebody has shown to be theirs is covered as they are: by their protection, and by what they have
// limited. What was booked with it follows.
import type { PersonId } from "../accounts/person.ts";
import { marksOfPerson } from "../accounts/erase-account.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { addLimitChange, type LimitDeps } from "./change-limits.ts";
import { type ChangeVeilDeps, setVeil } from "./change-veil.ts";

/** What it needs. */
export type CoverReachDeps = ChangeVeilDeps & LimitDeps;

/** Covers every mark of a person; nothing where nothing covers them. Done again it changes nothing. */
export async function coverNewReach(deps: CoverReachDeps, personId: PersonId): Promise<void> {
  const marks = await marksOfPerson(deps, personId);
  const isVeiled = (await deps.veils.ofMarks(marks)).some(({ veil }) => veil.isSet);
  // They know that they are protected: nobody writes to them of it again.
  const widened = { kind: "customer", marks, reach: null } as const;
  if (isVeiled) await setVeil(deps, widened, { by: { kind: "system", name: "" }, reason: "" });
  const mark = await reachMark(deps.reachKey, "person", personId);
  await commitWithRetry<null>(deps.db, async (tx) => {
    await addLimitChange(deps, tx, { mark, personId }, (before) => before);
    return null;
  });
}
