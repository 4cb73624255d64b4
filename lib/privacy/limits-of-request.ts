// What a request for restriction or objection does to the limits of whom it is about, in the commit of the request: it is
// obeyed at once, before anybody has looked at it, as soon as it is known that it comes from them.
import type { Transaction } from "../kv/transaction.ts";
import { addLimitChange, type LimitDeps } from "./change-limits.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import {
  liftedFrom,
  liftsAtAfter,
  OBJECTABLE,
  objectedWith,
  outweighed,
  restrictedWith,
} from "./limit-rules.ts";
import { addTelling } from "./telling-store.ts";
import type { SubjectLimits } from "./subject-limits.ts";

/** Adds what follows from what happened to a request, here and for those outside. */
export async function addLimitsOfRequest(
  deps: LimitDeps,
  tx: Transaction,
  request: DataRequest,
  event: DataRequestEvent,
): Promise<void> {
  const change = changeOf(request, event);
  if (change !== null) await addLimitChange(deps, tx, request, change);
  await addTelling(deps, tx, request, event);
}

type Change = (before: SubjectLimits) => SubjectLimits;

function changeOf(request: DataRequest, event: DataRequestEvent): Change | null {
  if (request.type === "restriction") return restrictionChange(request, event);
  return request.type === "objection" ? objectionChange(request, event) : null;
}

function restrictionChange({ id, identity }: DataRequest, event: DataRequestEvent): Change | null {
  const { at, type, by } = event;
  // Of another request by then: what that one asked for goes on.
  const ifOwn = (change: Change): Change => (before) =>
    before.restriction?.requestId === id ? change(before) : before;
  switch (type) {
    case "received":
    case "verify":
      return identity === null ? null : (before) => restrictedWith(before, { at, requestId: id });
    case "refuse":
      return ifOwn((before) => liftedFrom(before, liftsAtAfter(at)));
    case "lift":
      return ifOwn((before) => liftedFrom(before, by.kind === "staff" ? liftsAtAfter(at) : null));
    case "cancel":
      return ifOwn((before) => liftedFrom(before, null));
    default:
      return null;
  }
}

function objectionChange({ id, identity }: DataRequest, event: DataRequestEvent): Change | null {
  const { at, type } = event;
  switch (type) {
    case "received":
    case "verify":
      return identity === null
        ? null
        : (before) => objectedWith(before, OBJECTABLE, { at, requestId: id });
    case "refuse":
      return (before) => outweighed(before, id);
    case "cancel":
      return (before) => ({
        ...before,
        objections: before.objections.filter((one) => one.requestId !== id),
      });
    default:
      return null;
  }
}
