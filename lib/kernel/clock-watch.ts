// Whether the machine's clock can be believed. A clock that is set wrong for a minute must not expire bookings for good:
// what acts by the time of day asks here first.

/** How far the clock may be set while the process runs, in milliseconds; corrections of a time server are far smaller. */
export const MAX_JUMP_MS = 5 * 60_000;

/** The two clocks of a machine, in milliseconds. */
export interface TwoClocks {
  /** The time of day. */
  wallMs(): number;
  /** Time since some moment, which nobody sets and which goes on while the machine sleeps. */
  steadyMs(): number;
}

/** Compares the time of day with what has really passed since the process began. */
export class ClockWatch {
  readonly #clocks: TwoClocks;
  readonly #offsetMs: number;

  constructor(clocks: TwoClocks = machineClocks()) {
    this.#clocks = clocks;
    this.#offsetMs = offsetOf(clocks);
  }

  /** How far the clock was set since the process began, in milliseconds: ahead is positive. */
  jumpMs(): number {
    return offsetOf(this.#clocks) - this.#offsetMs;
  }

  /** False when what acts by the time of day must wait. */
  isTrusted(): boolean {
    return Math.abs(this.jumpMs()) <= MAX_JUMP_MS;
  }
}

function offsetOf({ wallMs, steadyMs }: TwoClocks): number {
  return wallMs() - steadyMs();
}

/** This machine's clocks. Linux counts a machine's sleep in its uptime, so waking up is no jump. */
function machineClocks(): TwoClocks {
  const hasUptime = uptimeMs() !== null;
  return {
    wallMs: () => Date.now(),
    steadyMs: () => (hasUptime ? uptimeMs() : null) ?? performance.now(),
  };
}

function uptimeMs(): number | null {
  try {
    const seconds = Number(Deno.readTextFileSync("/proc/uptime").split(" ")[0]);
    return Number.isFinite(seconds) ? seconds * 1_000 : null;
  } catch {
    return null;
  }
}
