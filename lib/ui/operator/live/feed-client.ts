// Follows the live stream: remembers how far it got, comes back after a break by itself, says how it is.
import type { BookingSummary } from "../../../booking/booking.ts";
import type { LinkStatus } from "./freshness.ts";
import type { Beat } from "../../../board/day.ts";

/** First pause before connecting again, in milliseconds; it doubles up to the longest. */
export const FIRST_PAUSE_MS = 1_000;
/** Longest pause: an operator looks at a stale board no longer than this after contact is back. */
export const LONGEST_PAUSE_MS = 20_000;
/** Silence after which the connection counts as dead: two beats and a little. */
export const SILENCE_MS = 35_000;

/** What the follower tells. */
export interface FeedHandlers {
  onChange(summary: BookingSummary): void;
  /** A vehicle has left traffic or come back. */
  onOutages(): void;
  onBeat(beat: Beat): void;
  /** Too much was missed: the day must be read anew. */
  onReset(): void;
  onStatus(status: LinkStatus): void;
}

/** Names a timer; browsers and Deno type it differently. */
export type FeedTimer = ReturnType<typeof setTimeout>;

/** The browser, as the follower uses it; tests pass their own. */
export interface FeedBrowser {
  open(cursor: string): FeedSource;
  /** True when the server says that the session is over. */
  isSignedOut(): Promise<boolean>;
  setTimer(run: () => void, ms: number): FeedTimer;
  clearTimer(timer: FeedTimer): void;
  random(): number;
}

/** What is used of an EventSource. */
export interface FeedSource {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

/** Follows the feed until stopped. */
export class FeedFollower {
  readonly #handlers: FeedHandlers;
  readonly #browser: FeedBrowser;
  #cursor: string;
  #source: FeedSource | null = null;
  #timer: FeedTimer | null = null;
  #failures = 0;

  constructor(cursor: string, handlers: FeedHandlers, browser: FeedBrowser) {
    this.#cursor = cursor;
    this.#handlers = handlers;
    this.#browser = browser;
  }

  /** Connects, or connects again at once; does nothing while connected. */
  connect(): void {
    if (this.#source !== null) return;
    this.#arm(() => this.#lose(), SILENCE_MS);
    const source = this.#source = this.#browser.open(this.#cursor);
    const listen = (type: string, heard: (data: string) => void) =>
      source.addEventListener(type, (event) => {
        if (source !== this.#source) return;
        this.#hear(event.lastEventId);
        heard(event.data);
      });
    listen("open", () => {});
    listen("beat", (data) => this.#handlers.onBeat(JSON.parse(data)));
    listen("booking", (data) => this.#handlers.onChange(JSON.parse(data).summary));
    listen("outages", () => this.#handlers.onOutages());
    listen("reset", () => this.#handlers.onReset());
    source.addEventListener("error", () => {
      if (source === this.#source) this.#lose();
    });
  }

  /** Ends for good, or until `connect`. */
  stop(): void {
    this.#disarm();
    this.#source?.close();
    this.#source = null;
  }

  #hear(lastEventId: string | undefined): void {
    if (lastEventId) this.#cursor = lastEventId;
    this.#failures = 0;
    this.#arm(() => this.#lose(), SILENCE_MS);
    this.#handlers.onStatus("open");
  }

  /** The browser's own way of reconnecting gives up on error answers and does not back off. */
  #lose(): void {
    this.stop();
    this.#handlers.onStatus("lost");
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++);
    this.#arm(() => void this.#tryAgain(), longest * (0.5 + this.#browser.random() / 2));
  }

  async #tryAgain(): Promise<void> {
    if (this.#failures > 1 && await this.#browser.isSignedOut()) {
      return this.#handlers.onStatus("signed-out");
    }
    this.connect();
  }

  #arm(run: () => void, ms: number): void {
    this.#disarm();
    this.#timer = this.#browser.setTimer(run, ms);
  }

  #disarm(): void {
    if (this.#timer !== null) this.#browser.clearTimer(this.#timer);
    this.#timer = null;
  }
}
