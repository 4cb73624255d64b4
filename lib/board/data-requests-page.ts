// The queue of data requests for those who answer them: the list, one of them, and what can be done to it.
import type { OperatorSession } from "../accounts/session.ts";
import { DomainError } from "../errors/domain-error.ts";
import { RequestError } from "../errors/request-error.ts";
import { cleanText } from "../forms/clean-text.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import {
  type DataRequest,
  type DataRequestEvent,
  type RequestActor,
} from "../privacy/data-request.ts";
import { isOpen, mayExtend, mayRefuse, requestCan } from "../privacy/data-request-rules.ts";
import type { LimitStore } from "../privacy/limit-store.ts";
import type { SubjectLimits } from "../privacy/subject-limits.ts";
import { changeDataRequest } from "../privacy/change-data-request.ts";
import {
  type DataRequestStore,
  MAX_OPEN_REQUESTS,
  REQUEST_PAGE,
} from "../privacy/data-request-store.ts";
import { blockersOf, marksOfRequest } from "../retention/erasure-blockers.ts";
import { beginErasure, type EraseDeps } from "../retention/erase-subject.ts";
import type { Blocker, Erasure } from "../retention/erasure.ts";
import { commandOf, REQUEST_ACTS, type RequestAct } from "./request-acts.ts";
import {
  type NoticeFault,
  type RecipientRow,
  recipientRows,
  type WordsFault,
} from "./request-recipients.ts";
import { type RequestRow, requestRow, type RequestRowDeps } from "./request-rows.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";
import {
  ANY_REQUEST,
  type RequestFilters,
  type RequestsPage,
  requestsPage,
} from "./request-filters.ts";

/** What the pages need. */
export type DataRequestsDeps = FramedDeps & EraseDeps & RequestRowDeps & {
  requests: DataRequestStore;
  limits: Pick<LimitStore, "of">;
};

/** The list. */
export interface DataRequestsData extends Framed {
  show: "open" | "all";
  rows: readonly RequestRow[];
  filters: RequestFilters;
  /** How many open ones there are in each state; none when all are listed. */
  counts: RequestsPage["counts"];
  /** After which the next open ones are found, "" when there are none. */
  next: string;
  /** The id before which older ones are found, "" when there are none. */
  older: string;
}

/** One request. */
export interface DataRequestData extends Framed {
  row: RequestRow;
  events: readonly DataRequestEvent[];
  /** What may be done now by who looks; nothing for who may only look. */
  acts: readonly RequestAct[];
  /** True when who looks has proposed the refusal that waits: it needs a second person. */
  isOwnProposal: boolean;
  blockers: readonly Blocker[];
  erasure: Erasure | null;
  /** Whom outside it is told. */
  recipients: readonly RecipientRow[];
  /** What the person has limited. */
  limits: SubjectLimits;
  /** The act whose words cannot be taken, why, and what was typed; null when none is. */
  fault: { act: RequestAct; text: string; why: WordsFault } | null;
  /** The same of whom somebody has told by hand. */
  noticeFault: NoticeFault | null;
}

/** Reads the list: the open ones by their last day, or all from the newest on. */
export async function loadDataRequests(
  deps: DataRequestsDeps,
  operator: OperatorSession,
  { show, before, filters = ANY_REQUEST, cursor = "" }: {
    show: "open" | "all";
    before: string | null;
    filters?: RequestFilters;
    cursor?: string;
  },
): Promise<DataRequestsData> {
  const { requests, clock } = deps;
  const asked = { cursor, most: REQUEST_PAGE, now: clock.now(), me: operator.personId };
  const queued = show === "open" ? requestsPage(await requests.queue(), filters, asked) : null;
  // Only those that are shown are read: the entry of the audit log names no other.
  const shown = queued === null
    ? await requests.page(before)
    : await requests.all(queued.requests.map(({ id }) => id));
  const frame = await framed(deps, operator);
  const rows = await Promise.all(shown.map((one) => requestRow(deps, one)));
  const { next = "", counts = [] } = queued ?? {};
  const isFull = show === "all" && rows.length === REQUEST_PAGE;
  const older = isFull ? rows.at(-1)?.request.id ?? "" : "";
  return { ...frame, show, rows, filters, counts, next, older };
}

/** Reads every request that fits, for a file: not a page of them. `isWhole` is false where there may be more. */
export async function loadRequestFile(
  deps: DataRequestsDeps,
  operator: OperatorSession,
  { show, filters }: { show: "open" | "all"; filters: RequestFilters },
): Promise<{ rows: readonly RequestRow[]; isWhole: boolean; nowMs: number }> {
  const { requests, clock } = deps;
  const asked = { cursor: "", most: MAX_OPEN_REQUESTS, now: clock.now(), me: operator.personId };
  const queued = show === "open" ? requestsPage(await requests.queue(), filters, asked) : null;
  const found = queued === null
    ? await requests.page(null, MAX_OPEN_REQUESTS)
    : await requests.all(queued.requests.map(({ id }) => id));
  const rows = await Promise.all(found.map((one) => requestRow(deps, one)));
  const isWhole = queued === null ? found.length < MAX_OPEN_REQUESTS : queued.next === "";
  return { rows, isWhole, nowMs: asked.now.epochMilliseconds };
}

/** Reads one of them. Throws RequestError("not-found"). */
export async function loadDataRequest(
  deps: DataRequestsDeps,
  operator: OperatorSession,
  id: string,
  { fault = null, noticeFault = null }: Partial<Pick<DataRequestData, "fault" | "noticeFault">> =
    {},
): Promise<DataRequestData> {
  const found = await deps.requests.get(id);
  if (found === null) throw new RequestError("not-found", {});
  const { request } = found;
  const [frame, events, blockers, erasure, limits, recipients] = await Promise.all([
    framed(deps, operator),
    deps.requests.events(id),
    blocking(deps, request),
    deps.retentionStore.erasure(id),
    deps.limits.of(request.mark),
    recipientRows(deps, operator, id),
  ]);
  const isOwnProposal = request.refusal?.by === operator.personId;
  // What is half erased is neither refused nor put off.
  const acts = actsOf(deps, operator, request, limits)
    .filter((act) => erasure === null || erasure.finishedAt !== null || act === "note");
  return {
    ...{ ...frame, events, blockers, erasure, recipients, limits, acts },
    ...{ isOwnProposal, fault, noticeFault },
    row: await requestRow(deps, request),
  };
}

/** Does what the form says, or says why its words cannot be taken. Throws as `changeDataRequest`. */
export async function actOnRequest(
  deps: DataRequestsDeps,
  operator: OperatorSession,
  { id, act, text }: { id: string; act: RequestAct; text: string },
): Promise<WordsFault | null> {
  const by: RequestActor = {
    kind: "staff",
    id: operator.personId,
    name: operator.operatorName,
  };
  if (act === "erase") {
    await beginErasure(deps, id, by);
    return null;
  }
  if (hasPersonalNumber(text)) return "personal-number";
  const command = commandOf(act, cleanText(text));
  if (command === null) return "missing";
  const [erasing] = await deps.retentionStore.openErasures([id]);
  if (erasing !== undefined && act !== "note") {
    throw new DomainError("request-state", { state: "in-progress" });
  }
  await changeDataRequest(deps, id, command, by);
  return null;
}

function actsOf(
  { clock }: DataRequestsDeps,
  operator: OperatorSession,
  request: DataRequest,
  { restriction }: SubjectLimits,
): RequestAct[] {
  if (!operator.rights.includes("handle-data-requests")) return [];
  const { type, state, identity, refusal } = request;
  const isErasure = type === "erasure";
  const begins = requestCan(request, "begin") || (state === "failed" && identity !== null);
  const may: Readonly<Record<RequestAct, boolean>> = {
    verify: requestCan(request, "verify"),
    begin: !isErasure && begins && state !== "failed",
    erase: isErasure && begins,
    complete: !isErasure && requestCan(request, "complete"),
    ask: requestCan(request, "ask"),
    extend: mayExtend(request, clock.now()),
    "propose-refusal": refusal === null && requestCan(request, "propose-refusal"),
    refuse: mayRefuse(request, operator.personId),
    "withdraw-refusal": refusal !== null && requestCan(request, "withdraw-refusal"),
    lift: restriction?.requestId === request.id && restriction.liftsAt === null &&
      requestCan(request, "lift"),
    note: requestCan(request, "note"),
  };
  return REQUEST_ACTS.filter((act) => may[act]);
}

async function blocking(
  deps: DataRequestsDeps,
  request: DataRequest,
): Promise<readonly Blocker[]> {
  const waits = request.type === "erasure" && isOpen(request) && request.state !== "in-progress";
  if (!waits) return [];
  const marks = await marksOfRequest(deps, request);
  return await blockersOf(deps, { marks, personId: request.personId });
}
