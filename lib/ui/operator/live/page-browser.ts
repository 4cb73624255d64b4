// The browser around a page that is read anew: its stream, its timers, and what says that somebody is there.
import { paths } from "../../../kernel/paths.ts";
import type { FeedTimer } from "./feed-client.ts";
import type { PageBrowser, PageFollower, PageReading } from "./follow-page.ts";

/** The browser as the follower uses it; `read` reads the page as it is now. */
export function pageBrowser(read: () => Promise<PageReading>): PageBrowser {
  return {
    open: (cursor) =>
      new EventSource(`${paths.api.adminEvents()}?cursor=${encodeURIComponent(cursor)}`),
    isSignedOut: async () => await read() === 401,
    setTimer: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimer: (timer: FeedTimer) => clearTimeout(timer),
    random: () => Math.random(),
    now: () => Date.now(),
    read,
  };
}

/** Tells the follower of the window's comings and goings, until the returned function is called. */
export function listenFor(follower: PageFollower): () => void {
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
