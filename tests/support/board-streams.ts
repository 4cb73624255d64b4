// Live streams of a test: the product's, with bounds of its own and without the timer.
import type { Services } from "../../lib/assembly/services.ts";
import { BoardStreams } from "../../lib/board/board-streams.ts";
import { STREAM_LIMITS, type StreamLimits } from "../../lib/board/stream-limits.ts";

/** Streams over `services`; the timer stays out of the way: tests call check() themselves. */
export function streamsOf(services: Services, limits: Partial<StreamLimits> = {}): BoardStreams {
  const { feed, sessions, clock, shutdown } = services;
  const beat = () =>
    Promise.resolve({ nowMs: clock.now().epochMilliseconds, freeVehicles: 5, days: {}, down: [] });
  const deps = { feed, sessions, shutdown, beat };
  return new BoardStreams(deps, { ...STREAM_LIMITS, checkMs: 3_600_000, ...limits });
}

/** The reference of the booking that a message is about, "" when the stream has ended. */
export function reference(message: { data: string } | null): string {
  return message === null ? "" : JSON.parse(message.data).summary.reference;
}
