// The browser around the page of cars: its stream, its timers, and what says that somebody is there.
import { paths } from "../../../kernel/paths.ts";
import type { FeedTimer } from "../live/feed-client.ts";
import type { CarsBrowser, CarsFollower } from "./follow-cars.ts";
import { readCars } from "./renew-cars.ts";

/** The browser as the follower uses it. */
export function carsBrowser(): CarsBrowser {
  return {
    open: (cursor) =>
      new EventSource(`${paths.api.adminEvents()}?cursor=${encodeURIComponent(cursor)}`),
    isSignedOut: async () => await readCars() === 401,
    setTimer: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimer: (timer: FeedTimer) => clearTimeout(timer),
    random: () => Math.random(),
    now: () => Date.now(),
    read: readCars,
  };
}

/** Tells the follower of the window's comings and goings, until the returned function is called. */
export function listenFor(follower: CarsFollower): () => void {
  const listeners: Record<string, () => void> = {
    pointerdown: () => follower.use(),
    keydown: () => follower.use(),
    online: () => follower.connect(),
    pagehide: () => follower.stop(),
    pageshow: () => follower.connect(),
  };
  const back = () => void (document.visibilityState === "visible" && follower.connect());
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener);
  document.addEventListener("visibilitychange", back);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) removeEventListener(type, listener);
    document.removeEventListener("visibilitychange", back);
    follower.stop();
  };
}
