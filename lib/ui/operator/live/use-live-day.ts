// Keeps the day true while the board is open, and knows how fresh it is.
import { type Dispatch, useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { BookingSummary } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import { fetchDay } from "./board-api.ts";
import type { DayData } from "../../../board/day.ts";
import { hearDown } from "./down-now.ts";
import { FeedFollower, type FeedTimer } from "./feed-client.ts";
import { type Freshness, freshness, type LinkStatus } from "./freshness.ts";
import { DayReader } from "./day-reader.ts";
import type { DaySide } from "./join-day.ts";
import { type DayHappening, type LiveDay, nextLiveDay } from "./live-day.ts";

/** How often the now line and the ages move, in milliseconds. */
const TICK_MS = 10_000;
/** A board in use reads the day anew this often: it repairs itself, and the session stays alive. */
const REREAD_MS = 5 * 60_000;

/** The live day. */
export interface LiveBoard extends LiveDay {
  freshness: Freshness | null;
  /** Counts what may make another car free or not: changes of trips, vehicles that leave traffic or come back. */
  carNews: number;
  happen: Dispatch<DayHappening>;
  /** Reads the trips of the day that stand on one side of those held. */
  more(side: DaySide): void;
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
  const [carNews, hearOfCars] = useReducer<number, void>((count) => count + 1, 0);
  const heard = useRef(onChange);
  heard.current = onChange;
  const held = useRef(first);
  held.current = live.day;
  const reader = useRef<DayReader>();
  useEffect(() => {
    const [follow, stop] = followDay(first, {
      ...{ happen: dispatch, setLink, held: () => held.current },
      onChange: (summary) => heard.current(summary),
      onCars: hearOfCars,
    });
    reader.current = follow;
    return stop;
  }, []);
  return {
    ...live,
    carNews,
    happen: dispatch,
    more: (side) => void reader.current?.more(side),
    freshness: link === null ? null : freshness(link.status, link.heardMs, link.nowMs),
  };
}

/** The connection; both times by the server's clock, which is the one the board shows. */
interface Link {
  status: LinkStatus;
  heardMs: number;
  nowMs: number;
}

interface Followed {
  held(): DayData;
  happen(happening: DayHappening): void;
  onChange(summary: BookingSummary): void;
  onCars(): void;
  setLink(link: Link): void;
}

function followDay(first: DayData, board: Followed): [DayReader, stop: () => void] {
  const { happen, setLink } = board;
  let offsetMs = first.nowMs - Date.now();
  let heardMs = Date.now();
  let status: LinkStatus = "connecting";
  let rereadAt = Date.now() + REREAD_MS;

  const show = () => setLink({ status, heardMs: heardMs + offsetMs, nowMs: Date.now() + offsetMs });
  const reader = new DayReader({
    ...{ held: board.held, happen },
    ask: (cursor) => fetchDay(first.date, cursor),
    onRefused: (code) => {
      if (code === 401) status = "signed-out";
    },
  });
  const reread = async () => {
    rereadAt = Date.now() + REREAD_MS;
    await reader.reread();
    show();
  };
  const follower = new FeedFollower(first.cursor, {
    onChange: (summary) => {
      reader.heard(summary);
      happen({ type: "changed", summary });
      board.onChange(summary);
      board.onCars();
    },
    onOutages: board.onCars,
    onBeat: (beat) => {
      offsetMs = beat.nowMs - Date.now();
      hearDown(beat.down);
      happen({ type: "beat", beat });
    },
    onReset: () => {
      board.onCars();
      void reread();
    },
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
  const stopListening = listenAround(follower, onUse);
  follower.connect();
  show();
  const stop = () => {
    stopListening();
    clearInterval(tick);
    follower.stop();
  };
  return [reader, stop];
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

/** The window's comings and goings, and what says that somebody is there. */
function listenAround(follower: FeedFollower, onUse: () => void): () => void {
  const onBack = () => void (document.visibilityState === "visible" && follower.connect());
  return listen({
    pointerdown: onUse,
    keydown: onUse,
    online: () => follower.connect(),
    visibilitychange: onBack,
    pagehide: () => follower.stop(),
    pageshow: () => follower.connect(),
  });
}

function listen(listeners: Record<string, () => void>): () => void {
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) removeEventListener(type, listener);
  };
}
