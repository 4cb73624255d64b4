// Takes a data request down. Of two that ask for the same at once one is made, and both are told of it.
import type { NoticeDeps } from "../accounts/account-notice.ts";
import { ulid } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { addTry, type TryLimit } from "../kv/tries.ts";
import type { LimitDeps } from "./change-limits.ts";
import type {
  DataRequest,
  DataRequestEvent,
  DataRequestType,
  IdentityProof,
  RequestActor,
} from "./data-request.ts";
import { firstDueOn } from "./data-request-rules.ts";
import type { DataRequestStore } from "./data-request-store.ts";
import { addLimitsOfRequest } from "./limits-of-request.ts";
import { contactOf, markOf, type RequestSubject, type SubjectDeps } from "./request-subject.ts";
import { tellOfRequest } from "./tell-of-request.ts";

/** Requests an hour of one person: each of them tells every channel of theirs. */
export const REQUEST_LIMIT: TryLimit = { most: 10, withinMs: 60 * 60_000 };

/** What it needs. */
export interface CreateRequestDeps extends SubjectDeps, NoticeDeps, LimitDeps {
  requests: DataRequestStore;
}

/** What is asked for. */
export interface NewDataRequest {
  type: DataRequestType;
  subject: RequestSubject;
  locale: Locale;
  /** In the words of whoever asks; "" when the type says all. */
  wish?: string;
  /** How they showed that it is about them; null when nobody has looked yet. */
  identity: IdentityProof | null;
  by?: RequestActor;
}

/** What came of it: one that was made, or the one that is open already. */
export interface CreatedRequest {
  kind: "created" | "duplicate";
  request: DataRequest;
}

/** Takes it down; whoever it is about is told on every channel. Throws DomainError("too-many-tries"). */
export async function createDataRequest(
  deps: CreateRequestDeps,
  input: NewDataRequest,
): Promise<CreatedRequest> {
  const mark = await markOf(deps, input.subject);
  const contact = await contactOf(deps, input.subject);
  const { value } = await commitWithRetry<CreatedRequest>(deps.db, async (tx) => {
    const open = await deps.requests.openOf(mark, input.type);
    if (open.request !== null) {
      return new Unwritten({ kind: "duplicate", request: open.request });
    }
    await addTry(deps, tx, [{ what: "data-request", who: mark }], REQUEST_LIMIT);
    const id = ulid(deps.clock.now().epochMilliseconds, deps.randomBytes);
    const request = newRequest(input, { id, mark, contact, at: deps.clock.now().toString() });
    const event = receivedEvent(request, input.by ?? { kind: "subject" });
    deps.requests.checkOpen(tx, request, open.versionstamp);
    deps.requests.write(tx, { before: null, after: request, event });
    await addLimitsOfRequest(deps, tx, request, event);
    await tellOfRequest(deps, tx, request, "received");
    return { kind: "created", request };
  });
  return value;
}

/** A request as it is taken down. */
export function newRequest(
  { type, subject, locale, wish = "", identity }: NewDataRequest,
  { id, mark, contact, at }: Pick<DataRequest, "id" | "mark" | "contact"> & { at: string },
): DataRequest {
  return {
    ...{ id, type, mark, contact, locale, wish },
    state: identity === null ? "identity-unverified" : "pending",
    personId: subject.kind === "person" ? subject.personId : null,
    reachKind: subject.kind === "guest" ? subject.reach.kind : null,
    identity: identity === null ? null : { by: identity, at },
    receivedAt: at,
    dueOn: firstDueOn(at),
    ...{ extendedAt: null, extensionReason: "", refusal: null, refusalReason: "" },
    ...{ question: "", answer: "", duplicateOf: null, failures: 0, lastFailure: "" },
    ...{ closedAt: null, version: 1 },
  };
}

function receivedEvent(
  { receivedAt, mark, state, wish }: DataRequest,
  by: RequestActor,
): DataRequestEvent {
  return { at: receivedAt, by, mark, type: "received", state, text: wish };
}
