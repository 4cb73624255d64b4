// A clock for what happens a million times a second: it is looked at once a millisecond at most.

/** How long a time counts as now, in milliseconds. */
const TICK_MS = 1;

/** Milliseconds on a clock that only goes forward, never more than a tick and one turn of the event loop behind. */
export function coarseClock(): () => number {
  let nowMs = -1;
  const forget = () => {
    nowMs = -1;
  };
  return () => {
    if (nowMs < 0) {
      nowMs = performance.now();
      Deno.unrefTimer(setTimeout(forget, TICK_MS));
    }
    return nowMs;
  };
}
