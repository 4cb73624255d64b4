// Breaches for those who handle them: the list with the form of a new one, and one with its decisions and its story.
import type { OperatorSession } from "../accounts/session.ts";
import type { Breach, BreachEvent, BreachHand } from "../compliance/breach.ts";
import { breachNotification, type FilledField } from "../compliance/breach-notification.ts";
import {
  breachDueMs,
  type BreachFault,
  isClockRunning,
  isLate,
} from "../compliance/breach-rules.ts";
import type { BreachStore } from "../compliance/breach-store.ts";
import { type BreachDeps, changeBreach, registerBreach } from "../compliance/change-breach.ts";
import type { Controller } from "../compliance/settings.ts";
import { RequestError } from "../errors/request-error.ts";
import { pickupTimeAt } from "../kernel/wall-time.ts";
import {
  type BreachValues,
  breachValues,
  readBreachCommand,
  readBreachFacts,
  valuesOfBreach,
} from "./breach-form.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the pages need. */
export interface BreachPageDeps extends FramedDeps {
  breaches: BreachStore;
  config: { controller: Controller | undefined };
}

/** A breach in the list. */
export interface BreachRow {
  breach: Breach;
  /** Milliseconds that are left to tell IMY, negative when they are over; null when the clock stands. */
  leftMs: number | null;
}

/** The list, and the form of a new one. */
export interface BreachesData extends Framed {
  rows: readonly BreachRow[];
  handles: boolean;
  values: BreachValues;
  fault: BreachFault | null;
}

/** One of them. */
export interface BreachData extends Framed, BreachRow {
  events: readonly BreachEvent[];
  notification: readonly FilledField[];
  handles: boolean;
  /** True once telling IMY needs a reason for the delay. */
  isLate: boolean;
  values: BreachValues;
  fault: BreachFault | null;
}

/** Reads the list. */
export async function loadBreaches(
  deps: BreachPageDeps,
  operator: OperatorSession,
  more: Partial<Pick<BreachesData, "values" | "fault">> = {},
): Promise<BreachesData> {
  const [frame, all] = await Promise.all([framed(deps, operator), deps.breaches.list()]);
  const { wallTime } = pickupTimeAt(deps.clock.now());
  const values = breachValues(
    new Map([["awareDate", wallTime.slice(0, 10)], ["awareTime", wallTime.slice(11)]]),
  );
  return {
    ...frame,
    rows: all.map((breach) => rowOf(breach, frame.nowMs)),
    handles: operator.rights.includes("handle-breaches"),
    ...{ values, fault: null },
    ...more,
  };
}

/** Reads one. Throws RequestError("not-found"). */
export async function loadBreach(
  deps: BreachPageDeps,
  operator: OperatorSession,
  id: string,
  more: Partial<Pick<BreachData, "values" | "fault">> = {},
): Promise<BreachData> {
  const [frame, { value: breach }, events] = await Promise.all([
    framed(deps, operator),
    deps.breaches.get(id),
    deps.breaches.events(id),
  ]);
  if (breach === null) throw new RequestError("not-found", {});
  return {
    ...frame,
    ...rowOf(breach, frame.nowMs),
    events,
    notification: breachNotification(breach, deps.config.controller ?? null, frame.nowMs),
    handles: operator.rights.includes("handle-breaches") && breach.closedAt === null,
    isLate: isLate(breach, frame.nowMs),
    ...{ values: valuesOfBreach(breach.facts), fault: null },
    ...more,
  };
}

/** Registers what a form says; its id, or the form again. */
export async function registerFromForm(
  deps: BreachDeps,
  operator: OperatorSession,
  fields: ReadonlyMap<string, string>,
): Promise<{ id: string } | { values: BreachValues; fault: BreachFault }> {
  const values = breachValues(fields);
  const read = readBreachFacts(values);
  if (!read.ok) return { values, fault: read.fault };
  const done = await registerBreach(deps, read.facts, handOf(operator));
  return done.ok ? { id: done.breach.id } : { values, fault: done.fault };
}

/** Does what a form of one asks for; null when it is done. Throws RequestError("not-found") for an act that is none. */
export async function actOnBreach(
  deps: BreachDeps,
  operator: OperatorSession,
  id: string,
  fields: ReadonlyMap<string, string>,
): Promise<Partial<Pick<BreachData, "values" | "fault">> | null> {
  const by = handOf(operator);
  const version = Number(fields.get("version") ?? "");
  if (fields.get("act") === "amend") {
    const values = breachValues(fields);
    const read = readBreachFacts(values);
    if (!read.ok) return { values, fault: read.fault };
    const command = { type: "amend", facts: read.facts } as const;
    const done = await changeBreach(deps, { id, version, command, by });
    return done.ok ? null : { values, fault: done.fault };
  }
  const command = readBreachCommand(fields);
  if (command === null) throw new RequestError("not-found", {});
  const done = await changeBreach(deps, { id, version, command, by });
  return done.ok ? null : { fault: done.fault };
}

function handOf({ personId, operatorName }: OperatorSession): BreachHand {
  return { id: personId, name: operatorName };
}

function rowOf(breach: Breach, nowMs: number): BreachRow {
  return { breach, leftMs: isClockRunning(breach) ? breachDueMs(breach) - nowMs : null };
}
