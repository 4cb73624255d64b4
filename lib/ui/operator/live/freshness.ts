// How old the live data is, in words an operator can act on. Pure.

/** The stream tells of itself at least this often, in milliseconds; silence longer than two beats is lost contact. */
export const BEAT_MS = 15_000;
/** Contact this recent is "just now". */
const JUST_NOW_MS = BEAT_MS * 2 + 5_000;

/** What the connection is doing. */
export type LinkStatus = "connecting" | "open" | "lost" | "signed-out";

/** How fresh the board is. */
export type Freshness =
  | { kind: "live" }
  | { kind: "connecting" }
  | { kind: "lost"; sinceMs: number }
  | { kind: "signed-out"; sinceMs: number };

/** The freshness at `nowMs`, when the server was last heard at `heardMs`. */
export function freshness(status: LinkStatus, heardMs: number, nowMs: number): Freshness {
  if (status === "signed-out") return { kind: "signed-out", sinceMs: heardMs };
  const silentMs = nowMs - heardMs;
  if (status === "open") {
    return silentMs <= JUST_NOW_MS ? { kind: "live" } : { kind: "lost", sinceMs: heardMs };
  }
  // A short break is being mended already; saying "lost" at once would cry wolf.
  if (silentMs <= BEAT_MS) return status === "lost" ? { kind: "connecting" } : { kind: status };
  return { kind: "lost", sinceMs: heardMs };
}
