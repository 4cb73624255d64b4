// What may happen to a data request, and until when it must be answered.
import assert from "node:assert/strict";
import {
  DATA_REQUEST_STATES,
  type DataRequest,
  type DataRequestEvent,
  type DataRequestState,
  type RequestActor,
  type RequestCommand,
} from "../../lib/privacy/data-request.ts";
import {
  daysLeft,
  decideRequest,
  evolveRequest,
  extendedDueOn,
  firstDueOn,
  isOpen,
  lateFromMs,
  mayExtend,
  OPEN_STATES,
  REQUEST_MOVES,
  requestCan,
} from "../../lib/privacy/data-request-rules.ts";
import { fc } from "../support/property.ts";
import { refusedWith } from "../support/refusal.ts";

const NOW = Temporal.Instant.from("2026-11-23T05:00:00Z");
const EVA: RequestActor = { kind: "staff", id: "eva", name: "Eva" };
const OLE: RequestActor = { kind: "staff", id: "ole", name: "Ole" };
const SYSTEM: RequestActor = { kind: "system" };

const REQUEST: DataRequest = {
  ...{ id: "r", type: "erasure", state: "pending", mark: "m", personId: "p", reachKind: null },
  contact: { name: "Maja", email: "maja@example.org", phone: "" },
  ...{ locale: "sv", wish: "", identity: { by: "fresh-proof", at: NOW.toString() } },
  ...{ receivedAt: NOW.toString(), dueOn: "2026-12-23", extendedAt: null, extensionReason: "" },
  ...{ refusal: null, refusalReason: "", question: "", answer: "", duplicateOf: null },
  ...{ failures: 0, lastFailure: "", closedAt: null, version: 1 },
};

/** One command of each type. */
const COMMANDS: Readonly<{ [T in RequestCommand["type"]]: RequestCommand & { type: T } }> = {
  verify: { type: "verify", by: "staff" },
  begin: { type: "begin" },
  ask: { type: "ask", question: "Which ride?" },
  answer: { type: "answer", answer: "The last one" },
  extend: { type: "extend", reason: "Many rides" },
  "propose-refusal": { type: "propose-refusal", reason: "Excessive" },
  "withdraw-refusal": { type: "withdraw-refusal" },
  refuse: { type: "refuse" },
  complete: { type: "complete" },
  fail: { type: "fail", code: "busy" },
  retry: { type: "retry" },
  "mark-duplicate": { type: "mark-duplicate", of: "other" },
  cancel: { type: "cancel" },
  lift: { type: "lift", reason: "It was right" },
  note: { type: "note", text: "Called her" },
};

/** When it came, the last day of the first month, and the last day of three. */
const DUE: readonly [received: string, first: string, extended: string][] = [
  ["2026-11-23T05:00:00Z", "2026-12-23", "2027-02-23"],
  // The last of a month that has no such day; three months are counted from the day it came.
  ["2026-01-31T12:00:00Z", "2026-02-28", "2026-04-30"],
  ["2028-01-31T12:00:00Z", "2028-02-29", "2028-04-30"],
  ["2026-11-30T12:00:00Z", "2026-12-30", "2027-02-28"],
  ["2028-02-29T12:00:00Z", "2028-03-29", "2028-05-29"],
  // Another day in Sweden than in UTC, in winter and in summer.
  ["2026-01-30T23:30:00Z", "2026-02-28", "2026-04-30"],
  ["2026-06-30T22:30:00Z", "2026-08-01", "2026-10-01"],
  ["2026-06-30T21:59:59Z", "2026-07-30", "2026-09-30"],
  // The nights of the changes: 29 March has 23 hours, 25 October 25.
  ["2026-03-28T23:30:00Z", "2026-04-29", "2026-06-29"],
  ["2026-02-28T23:30:00Z", "2026-04-01", "2026-06-01"],
  ["2026-10-25T00:30:00Z", "2026-11-25", "2027-01-25"],
  ["2026-10-25T01:30:00Z", "2026-11-25", "2027-01-25"],
  ["2026-12-31T22:59:00Z", "2027-01-31", "2027-03-31"],
];

Deno.test("a request is due on the day of the same number a month later, or the last of a month that has none", () => {
  for (const [received, first, extended] of DUE) {
    assert.equal(firstDueOn(received), first, received);
    assert.equal(extendedDueOn(received), extended, received);
  }
});

Deno.test("an answer is late from the end of the due day in Sweden, also where that day has 23 or 25 hours", () => {
  const late = (dueOn: string) => Temporal.Instant.fromEpochMilliseconds(lateFromMs({ dueOn }));
  assert.equal(late("2026-12-23").toString(), "2026-12-23T23:00:00Z");
  assert.equal(late("2026-03-29").toString(), "2026-03-29T22:00:00Z");
  assert.equal(late("2026-10-25").toString(), "2026-10-25T23:00:00Z");
});

Deno.test("the due day is never later than a month as the calendar counts it, nor earlier than 28 days", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(86_399), (day, second) => {
    const received = new Date((day * 86_400 + second) * 1_000).toISOString();
    const from = Temporal.Instant.from(received).toZonedDateTimeISO("Europe/Stockholm");
    const days = from.toPlainDate().until(firstDueOn(received), { largestUnit: "days" }).days;
    assert(days >= 28 && days <= 31, `${received}: ${days}`);
    const lateFrom = Temporal.Instant.fromEpochMilliseconds(
      lateFromMs({ dueOn: firstDueOn(received) }),
    );
    assert(Temporal.Instant.compare(lateFrom, from.toInstant()) > 0);
  }));
});

Deno.test("days that are left are counted in days of Sweden: none on the due day, below none after it", () => {
  const left = (now: string) => daysLeft(REQUEST, Temporal.Instant.from(now));
  assert.equal(left("2026-11-23T05:00:00Z"), 30);
  assert.equal(left("2026-12-22T23:30:00Z"), 0);
  assert.equal(left("2026-12-23T22:59:59Z"), 0);
  assert.equal(left("2026-12-23T23:00:00Z"), -1);
});

Deno.test("each command happens in the states of the table and in no other", () => {
  for (const [type, command] of Object.entries(COMMANDS)) {
    for (const state of DATA_REQUEST_STATES) {
      // Only a restriction is lifted.
      const asked = type === "lift" ? { type: "restriction" } as const : {};
      const request = { ...inState(state, command.type), ...asked };
      const act = (): DataRequestEvent => decideRequest(request, command, { by: OLE, now: NOW });
      const { from, to } = REQUEST_MOVES[command.type];
      if (from.includes(state)) assert.equal(act().state, to ?? state, `${type} in ${state}`);
      else assert.throws(act, refusedWith("request-state"), `${type} in ${state}`);
    }
  }
});

Deno.test("nothing but a note happens to what is over, and a restriction that was answered is lifted", () => {
  for (const state of DATA_REQUEST_STATES.filter((one) => !isOpen({ state: one }))) {
    const request = { ...REQUEST, state };
    const possible = (of: typeof REQUEST) =>
      Object.values(COMMANDS).filter(({ type }) => requestCan(of, type)).map(({ type }) => type);
    assert.deepEqual(possible(request), ["note"], state);
    const lifted = state === "complete" ? ["lift", "note"] : ["note"];
    assert.deepEqual(possible({ ...request, type: "restriction" }), lifted, state);
  }
});

Deno.test("nothing is begun for whom nobody knows, also after an answer or an extension", () => {
  const unknown = { ...REQUEST, identity: null, state: "identity-unverified" as const };
  const asked = after(unknown, COMMANDS.ask, EVA);
  const answered = after(asked, COMMANDS.answer, { kind: "subject" });
  assert.equal(answered.state, "identity-unverified");
  const extended = after(asked, COMMANDS.extend, EVA);
  const begin = () => decideRequest(extended, COMMANDS.begin, { by: EVA, now: NOW });
  assert.throws(begin, refusedWith("request-state"));
  const known = after(extended, COMMANDS.verify, EVA);
  assert.deepEqual(known.identity, { by: "staff", at: NOW.toString() });
  assert.equal(after(known, COMMANDS.begin, SYSTEM).state, "in-progress");
});

Deno.test("it takes longer once, when that is told within the first month, until the last moment of it", () => {
  const extend = (now: string) =>
    decideRequest(REQUEST, COMMANDS.extend, { by: EVA, now: Temporal.Instant.from(now) });
  const event = extend("2026-12-23T22:59:59Z");
  assert.throws(() => extend("2026-12-23T23:00:00Z"), refusedWith("request-too-late"));
  const extended = evolveRequest(REQUEST, event);
  assert.equal(extended.dueOn, "2027-02-23");
  assert.equal(extended.extensionReason, "Many rides");
  assert.equal(mayExtend({ ...extended, state: "in-progress" }, NOW), false);
});

Deno.test("a refusal takes two people of the staff: neither one alone nor a job refuses", () => {
  const refuse = (request: DataRequest, by: RequestActor) => () =>
    decideRequest(request, COMMANDS.refuse, { by, now: NOW });
  assert.throws(refuse(REQUEST, OLE), refusedWith("four-eyes"));
  const proposed = after(REQUEST, COMMANDS["propose-refusal"], EVA);
  assert.equal(proposed.state, "pending");
  for (const by of [EVA, SYSTEM, { kind: "subject" } as const]) {
    assert.throws(refuse(proposed, by), refusedWith("four-eyes"));
  }
  const refused = after(proposed, COMMANDS.refuse, OLE);
  assert.deepEqual([refused.state, refused.refusalReason], ["refused", "Excessive"]);
  assert.equal(refused.closedAt, NOW.toString());
  const withdrawn = after(proposed, COMMANDS["withdraw-refusal"], EVA);
  assert.throws(refuse(withdrawn, OLE), refusedWith("four-eyes"));
});

Deno.test("a failure is counted and tried again", () => {
  const failed = after(after(REQUEST, COMMANDS.begin, SYSTEM), COMMANDS.fail, SYSTEM);
  assert.deepEqual([failed.state, failed.failures, failed.lastFailure], ["failed", 1, "busy"]);
  const done = after(after(failed, COMMANDS.retry, SYSTEM), COMMANDS.complete, SYSTEM);
  assert.deepEqual([done.state, done.closedAt, done.version], ["complete", NOW.toString(), 5]);
});

function after(request: DataRequest, command: RequestCommand, by: RequestActor): DataRequest {
  return evolveRequest(request, decideRequest(request, command, { by, now: NOW }));
}

/** A request in a state, with what the command needs besides it. */
function inState(state: DataRequestState, type: RequestCommand["type"]): DataRequest {
  const closedAt = OPEN_STATES.some((one) => one === state) ? null : NOW.toString();
  const identity = type === "verify" ? null : REQUEST.identity;
  const refusal = { by: "eva", at: NOW.toString() };
  return { ...REQUEST, state, closedAt, identity, refusal };
}
