// How long ago something was, whatever the clock of the phone shows: only differences are used.

/** Longest wait of one timer, in ms: browsers take 2^31 and more for none, and a phone sleeps through it. */
const MAX_WAIT_MS = 60_000;

/**
 * Milliseconds since the page was asked for. A sleeping phone stops one of its two clocks and its owner may set
 * the other one back, so the later answer counts: a price is rather renewed too early than shown too long.
 */
export function sincePageMs(
  clock: Pick<Performance, "now" | "timeOrigin"> = performance,
  nowMs: number = Date.now(),
): number {
  return Math.max(clock.now(), nowMs - clock.timeOrigin);
}

/** Calls back once `ms` have passed since the page was asked for, also over a sleep; the answer stops it. */
export function callAfter(
  ms: number,
  callback: () => void,
  sinceMs: () => number = sincePageMs,
  page: Pick<EventTarget, "addEventListener" | "removeEventListener"> = document,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const left = ms - sinceMs();
    if (left < 0) {
      stop();
      callback();
    } else timer = setTimeout(look, Math.min(left + 1, MAX_WAIT_MS));
  };
  const stop = () => {
    clearTimeout(timer);
    page.removeEventListener("visibilitychange", look);
  };
  page.addEventListener("visibilitychange", look);
  look();
  return stop;
}
