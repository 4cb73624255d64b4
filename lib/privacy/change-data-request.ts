// Changes a data request: load, decide, commit, and tell whoever asked what they must be told.
import type { NoticeDeps, RequestNews } from "../accounts/account-notice.ts";
import { RequestError } from "../errors/request-error.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { DataRequest, RequestActor, RequestCommand } from "./data-request.ts";
import { decideRequest, evolveRequest, requestCan } from "./data-request-rules.ts";
import type { DataRequestStore } from "./data-request-store.ts";
import type { LimitDeps } from "./change-limits.ts";
import { addLimitsOfRequest } from "./limits-of-request.ts";
import { tellOfLifting, tellOfRequest } from "./tell-of-request.ts";

/** What it needs. */
export interface ChangeRequestDeps extends NoticeDeps, LimitDeps {
  db: Database;
  requests: DataRequestStore;
}

/** What of it is told. */
const NEWS: Partial<Readonly<Record<RequestCommand["type"], RequestNews>>> = {
  ask: "asked",
  extend: "extended",
  refuse: "refused",
  complete: "done",
  cancel: "cancelled",
};

/** Changes one. Throws as `decideRequest`, and RequestError("not-found") when there is none. */
export async function changeDataRequest(
  deps: ChangeRequestDeps,
  id: string,
  command: RequestCommand,
  by: RequestActor,
): Promise<DataRequest> {
  const { value } = await commitWithRetry(
    deps.db,
    (tx) => addRequestChange(deps, tx, { id, command, by }),
  );
  return value;
}

/**
 * As `changeDataRequest`, where two may come to the same at once: whoever comes second finds it done, and changes nothing.
 */
export async function changeIfItFits(
  deps: ChangeRequestDeps,
  id: string,
  command: RequestCommand,
  by: RequestActor,
): Promise<void> {
  await commitWithRetry<null>(deps.db, async (tx) => {
    const before = await deps.requests.getToChange(id);
    if (before === null || !requestCan(before.request, command.type)) return new Unwritten(null);
    await addRequestChange(deps, tx, { id, command, by });
    return null;
  });
}

/** Changes one of those under some marks. What is another's is not found, like what is nobody's. */
export async function changeOwnRequest(
  deps: ChangeRequestDeps,
  marks: readonly string[],
  id: string,
  command: RequestCommand,
): Promise<DataRequest> {
  const found = await deps.requests.get(id);
  if (found === null || !marks.includes(found.request.mark)) {
    throw new RequestError("not-found", {});
  }
  return await changeDataRequest(deps, id, command, { kind: "subject" });
}

/** The same in the commit of something else, for example the last step of an erasure: told while it still can be. */
export async function addRequestChange(
  deps: ChangeRequestDeps,
  tx: Transaction,
  { id, command, by }: { id: string; command: RequestCommand; by: RequestActor },
): Promise<DataRequest> {
  const before = await deps.requests.getToChange(id);
  if (before === null) throw new RequestError("not-found", {});
  const event = decideRequest(before.request, command, { by, now: deps.clock.now() });
  const after = evolveRequest(before.request, event);
  deps.requests.write(tx, { before, after, event });
  await addLimitsOfRequest(deps, tx, after, event);
  const news = NEWS[command.type];
  // What an erasure has emptied is where they are told of it.
  const { contact } = before.request;
  if (news !== undefined) await tellOfRequest(deps, tx, { ...after, contact }, news);
  // Nobody's data are used again before they have been told (Article 18.3).
  const isLifted = command.type === "lift" ? by.kind === "staff" : command.type === "refuse";
  if (after.type === "restriction" && isLifted) {
    await tellOfLifting(deps, tx, { ...after, contact }, event);
  }
  return after;
}
