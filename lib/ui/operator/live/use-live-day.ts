// Keeps the day true while the board is open, and knows how fresh it is.
import { type Dispatch, useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { BookingSummary } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import { fetchDay } from "./board-api.ts";
import type { DayData } from "../../../board/day.ts";
import { FeedFollower, type FeedTimer } from "./feed-client.ts";
import { type Freshness, freshness, type LinkStatus } from "./freshness.ts";
import { type DayHappening, type LiveDay, nextLiveDay } from "./live-day.ts";

/** How often the now line and the ages move, in milliseconds. */
const TICK_MS = 10_000;
/** A board in use reads the day anew this often: it repairs itself, and the session stays alive. */
const REREAD_MS = 5 * 60_000;

/** The live day. */
export interface LiveBoard extends LiveDay {
  freshness: Freshness | null;
  happen: Dispatch<DayHappening>;
}

/** Follows the feed from where `first` was read. `onChange` hears of every change as well. */
export function useLiveDay(
  first: DayData,
  onChange: (summary: BookingSummary) => void,
): LiveBoard {
  const [live, dispatch] = useReducer(nextLiveDay, {
    day: first,
    fresh: new Set<never>(),
    outside: 0,
  });
  const [link, setLink] = useState<Link | null>(null);
  const heard = useRef(onChange);
  heard.current = onChange;
  useEffect(() => followDay(first, dispatch, (summary) => heard.current(summary), setLink), []);
  return {
    ...live,
    happen: dispatch,
    freshness: link === null ? null : freshness(link.status, link.heardMs, link.nowMs),
  };
}

/** The connection; both times by the server's clock, which is the one the board shows. */
interface Link {
  status: LinkStatus;
  heardMs: number;
  nowMs: number;
}

function followDay(
  first: DayData,
  happen: (happening: DayHappening) => void,
  onChange: (summary: BookingSummary) => void,
  setLink: (link: Link) => void,
): () => void {
  let offsetMs = first.nowMs - Date.now();
  let heardMs = Date.now();
  let status: LinkStatus = "connecting";
  let rereadAt = Date.now() + REREAD_MS;
  /** Changes that arrive while the day is being read; null while it is not. */
  let since: BookingSummary[] | null = null;

  const show = () => setLink({ status, heardMs: heardMs + offsetMs, nowMs: Date.now() + offsetMs });
  const reread = async () => {
    if (since !== null) return;
    since = [];
    rereadAt = Date.now() + REREAD_MS;
    const answer = await fetchDay(first.date, first.page ?? "");
    if (answer.ok) happen({ type: "loaded", day: answer.value, since });
    else if (answer.status === 401) status = "signed-out";
    since = null;
    show();
  };
  const follower = new FeedFollower(first.cursor, {
    onChange: (summary) => {
      since?.push(summary);
      happen({ type: "changed", summary });
      onChange(summary);
    },
    onBeat: (beat) => {
      offsetMs = beat.nowMs - Date.now();
      happen({ type: "beat", beat });
    },
    onReset: () => void reread(),
    onStatus: (next) => {
      status = next;
      if (next === "open") heardMs = Date.now();
      show();
    },
  }, browser(first.date));
  const tick = setInterval(() => {
    happen({ type: "ticked", nowMs: Date.now() + offsetMs });
    show();
  }, TICK_MS);
  const onUse = () => void (Date.now() >= rereadAt && status !== "signed-out" && reread());
  const onBack = () => void (document.visibilityState === "visible" && follower.connect());
  const stopListening = listen({
    pointerdown: onUse,
    keydown: onUse,
    online: () => follower.connect(),
    visibilitychange: onBack,
    pagehide: () => follower.stop(),
    pageshow: () => follower.connect(),
  });
  follower.connect();
  show();
  return () => {
    stopListening();
    clearInterval(tick);
    follower.stop();
  };
}

function browser(date: string) {
  return {
    open: (cursor: string) =>
      new EventSource(`${paths.api.adminEvents()}?cursor=${encodeURIComponent(cursor)}`),
    isSignedOut: async () => {
      const answer = await fetchDay(date);
      return !answer.ok && answer.status === 401;
    },
    setTimer: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimer: (timer: FeedTimer) => clearTimeout(timer),
    random: () => Math.random(),
  };
}

function listen(listeners: Record<string, () => void>): () => void {
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) removeEventListener(type, listener);
  };
}
