// What may happen to a data request in which state, and until when it must be answered. Pure: time comes as a value.
import { DomainError } from "../errors/domain-error.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import {
  type DataRequest,
  type DataRequestEvent,
  type DataRequestState,
  IDENTITY_PROOFS,
  type IdentityProof,
  type RequestActor,
  type RequestCommand,
} from "./data-request.ts";

/** How long a request may take, in months of the calendar (Article 12.3) … */
export const REQUEST_MONTHS = 1;
/** … and how much longer where it is complex, told with reasons within the first. */
export const EXTENSION_MONTHS = 2;

/** What an erasure leaves of whom it was about. */
const NOBODY = { name: "", email: "", phone: "" };

/** States in which something is still to be done. */
export const OPEN_STATES = [
  "identity-unverified",
  "pending",
  "in-progress",
  "requires-input",
  "extended",
  "failed",
] as const satisfies readonly DataRequestState[];

/** What a command leads from and to; null: the state stays. */
interface Move {
  from: readonly DataRequestState[];
  to: DataRequestState | null;
}

/** The one table: the queue, the person's own page and the rules read it. */
export const REQUEST_MOVES: Readonly<Record<RequestCommand["type"], Move>> = {
  verify: { from: ["identity-unverified", "requires-input", "extended"], to: "pending" },
  begin: { from: ["pending", "extended"], to: "in-progress" },
  ask: {
    from: ["identity-unverified", "pending", "in-progress", "extended"],
    to: "requires-input",
  },
  answer: { from: ["requires-input"], to: "pending" },
  extend: { from: ["pending", "in-progress", "requires-input", "failed"], to: "extended" },
  "propose-refusal": { from: OPEN_STATES, to: null },
  "withdraw-refusal": { from: OPEN_STATES, to: null },
  refuse: { from: OPEN_STATES, to: "refused" },
  complete: { from: ["in-progress"], to: "complete" },
  fail: { from: ["in-progress"], to: "failed" },
  retry: { from: ["failed"], to: "in-progress" },
  "mark-duplicate": {
    from: ["identity-unverified", "pending", "requires-input", "extended"],
    to: "duplicate",
  },
  // What is being carried out cannot be taken back: half of it may be gone.
  cancel: {
    from: ["identity-unverified", "pending", "requires-input", "extended"],
    to: "cancelled",
  },
  lift: { from: ["complete"], to: null },
  note: { from: [...OPEN_STATES, "refused", "complete", "duplicate", "cancelled"], to: null },
};

/** True while something is still to be done. */
export function isOpen({ state }: Pick<DataRequest, "state">): boolean {
  return OPEN_STATES.some((open) => open === state);
}

/** True when the table lets the command happen in the request's state; nothing is begun for whom nobody knows. */
export function requestCan(
  { state, identity, type: asked }: Pick<DataRequest, "state" | "identity" | "type">,
  type: RequestCommand["type"],
): boolean {
  if (type === "begin" && identity === null) return false;
  if (type === "verify" && identity !== null) return false;
  if (type === "lift" && asked !== "restriction") return false;
  return REQUEST_MOVES[type].from.includes(state);
}

/**
 * The last day a request may be answered on, a date in Sweden. A month runs to the day of the same number, or to the last
 * of a month that has none (Regulation 1182/71, Article 3); that it would run on over a weekend is not made use of.
 */
export function firstDueOn(receivedAt: string): string {
  return dueAfter(receivedAt, REQUEST_MONTHS);
}

/** The same when it takes longer: counted from the day it came, not from the first due day, which may be a shorter one. */
export function extendedDueOn(receivedAt: string): string {
  return dueAfter(receivedAt, REQUEST_MONTHS + EXTENSION_MONTHS);
}

/** The moment from which on an answer is late: the end of the due day in Sweden, epoch milliseconds. */
export function lateFromMs({ dueOn }: Pick<DataRequest, "dueOn">): number {
  const next = Temporal.PlainDate.from(dueOn).add({ days: 1 });
  return next.toZonedDateTime(HOME_ZONE).epochMilliseconds;
}

/** Days that are left: 0 on the due day, below 0 once it is late. */
export function daysLeft({ dueOn }: Pick<DataRequest, "dueOn">, now: Temporal.Instant): number {
  return today(now).until(dueOn, { largestUnit: "days" }).days;
}

/** True while it may still be told that a request takes longer: once, and within the first month. */
export function mayExtend(
  request: Pick<DataRequest, "state" | "identity" | "type" | "extendedAt" | "receivedAt">,
  now: Temporal.Instant,
): boolean {
  return requestCan(request, "extend") && request.extendedAt === null &&
    Temporal.PlainDate.compare(today(now), firstDueOn(request.receivedAt)) <= 0;
}

/** True when this person may confirm the refusal that waits: not who proposed it. */
export function mayRefuse(
  request: Pick<DataRequest, "state" | "identity" | "type" | "refusal">,
  personId: string,
): boolean {
  const { refusal } = request;
  return requestCan(request, "refuse") && refusal !== null && refusal.by !== personId;
}

/**
 * What a command makes happen. Throws DomainError: request-state when the request is in none of its states,
 * request-too-late when it can no longer be told that it takes longer, four-eyes when one person would refuse alone.
 */
export function decideRequest(
  request: DataRequest,
  command: RequestCommand,
  { by, now }: { by: RequestActor; now: Temporal.Instant },
): DataRequestEvent {
  if (!requestCan(request, command.type)) {
    throw new DomainError("request-state", { state: request.state });
  }
  if (command.type === "extend" && !mayExtend(request, now)) {
    throw new DomainError("request-too-late");
  }
  if (command.type === "refuse" && (by.kind !== "staff" || !mayRefuse(request, by.id))) {
    throw new DomainError("four-eyes");
  }
  if (command.type === "propose-refusal" && by.kind !== "staff") throw new DomainError("four-eyes");
  const { mark } = request;
  const facts = { at: now.toString(), by, mark, type: command.type };
  return { ...facts, state: stateAfter(request, command), text: textOf(command, request) };
}

/** The request after what happened. */
export function evolveRequest(request: DataRequest, event: DataRequestEvent): DataRequest {
  const { at, type, state, text } = event;
  const closedAt = isOpen({ state }) ? null : request.closedAt ?? at;
  const handler = event.by.kind === "staff" ? { handler: event.by.id } : {};
  const next = { ...request, ...handler, state, closedAt, version: request.version + 1 };
  switch (type) {
    case "verify":
      return { ...next, identity: { by: proofIn(text), at } };
    case "ask":
      return { ...next, question: text, answer: "" };
    case "answer":
      return { ...next, answer: text };
    case "extend": {
      const dueOn = extendedDueOn(request.receivedAt);
      return { ...next, extendedAt: at, extensionReason: text, dueOn };
    }
    case "propose-refusal": {
      const by = event.by.kind === "staff" ? event.by.id : "";
      return { ...next, refusal: { by, at }, refusalReason: text };
    }
    case "withdraw-refusal":
      return { ...next, refusal: null, refusalReason: "" };
    case "fail":
      return { ...next, failures: request.failures + 1, lastFailure: text };
    case "mark-duplicate":
      return { ...next, duplicateOf: text };
    case "complete":
      return request.type === "erasure" ? { ...next, contact: NOBODY, wish: "" } : next;
    case "received":
    case "begin":
    case "refuse":
    case "retry":
    case "cancel":
    case "lift":
    case "note":
      return next;
    default:
      return unreachable(type);
  }
}

/** An answer shows nobody's identity. */
function stateAfter(
  { state, identity }: Pick<DataRequest, "state" | "identity">,
  { type }: RequestCommand,
): DataRequestState {
  const { to } = REQUEST_MOVES[type];
  return type === "answer" && identity === null ? "identity-unverified" : to ?? state;
}

function proofIn(text: string): IdentityProof {
  const proof = IDENTITY_PROOFS.find((one) => one === text);
  invariant(proof !== undefined, `No proof of identity: ${text}`);
  return proof;
}

function dueAfter(receivedAt: string, months: number): string {
  return today(Temporal.Instant.from(receivedAt)).add({ months }).toString();
}

function today(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(HOME_ZONE).toPlainDate();
}

function textOf(command: RequestCommand, request: DataRequest): string {
  switch (command.type) {
    case "verify":
      return command.by;
    case "ask":
      return command.question;
    case "answer":
      return command.answer;
    case "extend":
    case "propose-refusal":
    case "lift":
      return command.reason;
    case "refuse":
      return request.refusalReason;
    case "fail":
      return command.code;
    case "mark-duplicate":
      return command.of;
    case "note":
      return command.text;
    case "begin":
    case "withdraw-refusal":
    case "complete":
    case "retry":
    case "cancel":
      return "";
    default:
      return unreachable(command);
  }
}
