// A failure as Sentry reads it: develop.sentry.dev/sdk/foundations/transport/envelopes and …/event-payloads. What an error
// says may hold anything and stays in the house: sent are words of our own, where in our sources, and the reference
// under which operators find the rest. Pure.
import type { ErrorSeverity } from "../errors/error-severity.ts";
import { type SourceFrame, sourceFrames } from "../incidents/fingerprint.ts";
import type { Occurrence } from "../incidents/incident.ts";
import {
  isSourceFile,
  plainCode,
  plainErrorName,
  plainFunctionName,
  plainOperation,
  plainReference,
} from "./plain-words.ts";

/** What is the same in every event. */
export interface SentryScene {
  /** `production`, `local`. */
  environment: string;
  /** What runs, "" when nobody said. */
  release: string;
}

/** One event, made when the failure happens and sent as often as it takes under the same id. */
export interface SentryEvent {
  /** 32 hexadecimal digits. */
  id: string;
  payload: string;
}

const LEVELS: Readonly<Record<ErrorSeverity, string>> = {
  low: "info",
  medium: "warning",
  high: "error",
  critical: "fatal",
};

/** The event of a failure; `more` of its kind were only counted since the last one. */
export function sentryEvent(
  id: string,
  occurrence: Occurrence,
  error: unknown,
  scene: SentryScene,
  more: number,
): SentryEvent {
  const { fingerprint, category, severity, at } = occurrence;
  const code = plainCode(occurrence.code);
  const operation = plainOperation(occurrence.operation);
  const frames = sourceFrames(error).filter(({ file }) => isSourceFile(file)).reverse();
  const exception = {
    type: plainErrorName(error instanceof Error ? error.name : ""),
    value: `${code} (${category})`,
    mechanism: { type: "generic", handled: true },
    ...(frames.length === 0 ? {} : { stacktrace: { frames: frames.map(frameOf) } }),
  };
  const reference = plainReference(occurrence.reference);
  const tags = { code, category, severity, ...(reference === "" ? {} : { reference }) };
  const about = { level: LEVELS[severity], transaction: operation, fingerprint: [fingerprint] };
  const extra = more === 0 ? {} : { extra: { countedSinceTheLast: more } };
  return eventOf(id, at, { ...about, tags, ...extra, exception: { values: [exception] } }, scene);
}

/** The event of a trial: somebody wants to see that failures arrive. */
export function trialEvent(id: string, at: string, text: string, scene: SentryScene): SentryEvent {
  return eventOf(id, at, { level: "info", message: { formatted: text } }, scene);
}

/** The bytes to post; `discarded` failures were lost on our side since the last envelope. */
export function envelopeOf(
  { id, payload }: SentryEvent,
  sentAt: string,
  discarded: number,
): string {
  const sdk = { name: "avanti", version: "1" };
  const items = [item("event", payload)];
  if (discarded > 0) {
    const lost = { reason: "queue_overflow", category: "error", quantity: discarded };
    items.push(item("client_report", JSON.stringify({ discarded_events: [lost] })));
  }
  return `${JSON.stringify({ event_id: id, sent_at: sentAt, sdk })}\n${items.join("")}`;
}

function item(type: string, payload: string): string {
  const { length } = new TextEncoder().encode(payload);
  return `${JSON.stringify({ type, length, content_type: "application/json" })}\n${payload}\n`;
}

function eventOf(
  id: string,
  at: string,
  about: Readonly<Record<string, unknown>>,
  { environment, release }: SentryScene,
): SentryEvent {
  const payload = {
    event_id: id,
    timestamp: at,
    // Not "javascript": of browsers Sentry takes down the address an event comes from.
    platform: "node",
    logger: "avanti",
    environment,
    ...(release === "" ? {} : { release }),
    ...about,
  };
  return { id, payload: JSON.stringify(payload) };
}

function frameOf({ file, name, line, column }: SourceFrame) {
  const called = plainFunctionName(name);
  return {
    filename: file,
    ...(called === "" ? {} : { function: called }),
    lineno: line,
    colno: column,
    in_app: true,
  };
}
