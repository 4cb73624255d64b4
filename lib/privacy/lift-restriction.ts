// Ends a restriction because its person says so: at once, whatever became of the request it came from.
import { commitWithRetry } from "../kv/commit.ts";
import { addRequestChange, type ChangeRequestDeps } from "./change-data-request.ts";
import { addLimitChange } from "./change-limits.ts";
import { requestCan } from "./data-request-rules.ts";
import { liftedFrom } from "./limit-rules.ts";
import type { LimitStore } from "./limit-store.ts";
import { markOf } from "./request-subject.ts";
import type { Visitor } from "./visitor.ts";

/** What lifting needs. */
export interface LiftDeps extends ChangeRequestDeps {
  limits: Pick<LimitStore, "of">;
}

/** Lifts it; where nothing is restricted nothing happens. */
export async function liftOwnRestriction(deps: LiftDeps, { subject }: Visitor): Promise<void> {
  const mark = await markOf(deps, subject);
  const personId = subject.kind === "person" ? subject.personId : null;
  await commitWithRetry<null>(deps.db, async (tx) => {
    const { restriction } = await deps.limits.of(mark);
    const id = restriction?.requestId ?? "";
    const request = (await deps.requests.getToChange(id))?.request ?? null;
    const by = { kind: "subject" } as const;
    const isOwn = request !== null && request.mark === mark;
    if (isOwn && requestCan(request, "lift")) {
      await addRequestChange(deps, tx, { id, command: { type: "lift", reason: "" }, by });
    } else if (isOwn && requestCan(request, "cancel")) {
      await addRequestChange(deps, tx, { id, command: { type: "cancel" }, by });
    } else await addLimitChange(deps, tx, { mark, personId }, (one) => liftedFrom(one, null));
    return null;
  });
}
