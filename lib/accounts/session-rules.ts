// When an operator's session lives, when it is renewed and when it is over. Pure: time comes as a value.
import type { OperatorSession } from "./session.ts";

/** A session ends after this much silence, in minutes. */
export const IDLE_MINUTES = 30;
/** A session ends at the latest after this many hours, one working day. */
export const ABSOLUTE_HOURS = 8;
/** A session's idle time is written at most this often, in seconds: one write a minute, not one a request. */
export const SLIDE_EVERY_SECONDS = 60;

/** A new session of `operatorName` that starts at `now`. */
export function newSession(
  facts: { id: string; operatorName: string; csrfSecret: string },
  now: Temporal.Instant,
): OperatorSession {
  const absolute = now.add({ hours: ABSOLUTE_HOURS });
  return {
    ...facts,
    createdAt: now.toString(),
    idleExpiresAt: now.add({ minutes: IDLE_MINUTES }).toString(),
    absoluteExpiresAt: absolute.toString(),
  };
}

/** True while neither the idle nor the absolute time has come. */
export function isLive(session: OperatorSession, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, session.idleExpiresAt) < 0 &&
    Temporal.Instant.compare(now, session.absoluteExpiresAt) < 0;
}

/** The session with its idle time moved ahead, or null while that is not worth a write. */
export function slide(session: OperatorSession, now: Temporal.Instant): OperatorSession | null {
  const idle = earlier(now.add({ minutes: IDLE_MINUTES }), session.absoluteExpiresAt);
  const gainSeconds = idle.since(session.idleExpiresAt).total("seconds");
  return gainSeconds < SLIDE_EVERY_SECONDS ? null : { ...session, idleExpiresAt: idle.toString() };
}

function earlier(a: Temporal.Instant, b: string): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : Temporal.Instant.from(b);
}
