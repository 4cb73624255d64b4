// The states as supervisors read them: `application/health+json`
// (datatracker.ietf.org/doc/html/draft-inadarei-api-health-check). Anyone may ask, so that it names no file and no
// address. Pure.
import { worstOf } from "./degradation-rules.ts";
import type { PartState, PartStatus } from "./part.ts";

/** One check of the draft. */
export interface HealthCheck {
  componentType: "component" | "datastore" | "system";
  observedValue: string | number;
  observedUnit?: string;
  status: PartStatus;
  /** Instant it was looked at. */
  time: string;
  /** Instant it has been so from; the draft lets checks have more. */
  since: string;
  /** What is wrong, left out where nothing is. */
  output?: string;
}

/** The whole answer. */
export interface HealthDocument {
  status: PartStatus;
  serviceId: "avanti";
  checks: Readonly<Record<string, readonly HealthCheck[]>>;
}

/** What stands over everything else once the process is about to end. */
export const ENDING = { status: "fail", output: "The process is about to end" } as const;

/** Names as the draft wants them, `component:measurement`, what each is, and what is said when it is not well. */
const CHECKS: Readonly<
  Record<PartState["name"], {
    key: string;
    componentType: HealthCheck["componentType"];
    output: string;
  }>
> = {
  osrm: {
    key: "osrm:circuit",
    componentType: "component",
    output: "It is left alone; our own roads stand in",
  },
  geocoder: {
    key: "geocoder:circuit",
    componentType: "component",
    output: "It is left alone; our own places stand in",
  },
  webhook: {
    key: "webhook:circuit",
    componentType: "component",
    output: "It is left alone; alarms to it wait",
  },
  smtp: {
    key: "smtp:circuit",
    componentType: "component",
    output: "It is left alone; mail waits",
  },
  sentry: {
    key: "sentry:circuit",
    componentType: "component",
    output: "It is left alone; failures stand on the operators' page all the same",
  },
  sms: {
    key: "sms:circuit",
    componentType: "component",
    output: "It is left alone; text messages wait",
  },
  provider: {
    key: "provider:circuit",
    componentType: "component",
    output: "It is left alone; people sign in by other ways",
  },
  subscriber: {
    key: "subscriber:circuit",
    componentType: "component",
    output: "A receiver of webhooks is left alone; what it is told waits",
  },
  push: {
    key: "push:circuit",
    componentType: "component",
    output: "It is left alone; messages on screens wait",
  },
  kms: {
    key: "kms:circuit",
    componentType: "component",
    output: "It is left alone; its keys are in memory, new versions wait",
  },
  edge: {
    key: "edge:circuit",
    componentType: "component",
    output: "It is left alone; it gives away what is old until its time is over",
  },
  stripe: {
    key: "stripe:circuit",
    componentType: "component",
    output: "It is left alone; what is to be captured or given back waits",
  },
  fortnox: {
    key: "fortnox:circuit",
    componentType: "component",
    output: "It is left alone; vouchers of closed days wait",
  },
  "database-reads": {
    key: "database:reads",
    componentType: "datastore",
    output: "Nothing that is stored can be read",
  },
  "database-writes": {
    key: "database:writes",
    componentType: "datastore",
    output: "No booking can be stored",
  },
  "database-file": {
    key: "database:file",
    componentType: "datastore",
    output: "What is written now would be lost",
  },
  clock: {
    key: "clock:offset",
    componentType: "system",
    output: "It was set while the process ran; jobs wait",
  },
  faults: {
    key: "process:faults",
    componentType: "component",
    output: "Many faults that nobody caught within a minute",
  },
};

/** The answer for some states. */
export function healthDocument(states: readonly PartState[]): HealthDocument {
  const checks: Record<string, HealthCheck[]> = {};
  for (const state of states) {
    const { key, componentType, output } = CHECKS[state.name];
    const { status, observed, unit, time, since } = state;
    // Several of a kind, such as providers of sign-in, stand side by side.
    (checks[key] ??= []).push({
      componentType,
      observedValue: observed,
      ...(unit === undefined ? {} : { observedUnit: unit }),
      ...{ status, time, since },
      ...(status === "pass" ? {} : { output }),
    });
  }
  return { status: worstOf(states), serviceId: "avanti", checks };
}
