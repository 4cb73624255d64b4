// Keeps a page true that the server draws: every change of the feed has it read anew, at most one at a time.
import { hearDown } from "./down-now.ts";
import { type FeedBrowser, FeedFollower, type FeedTimer } from "./feed-client.ts";
import { type Freshness, freshness, type LinkStatus } from "./freshness.ts";

/** What changes with the clock as well is read anew this often, in milliseconds, unless a page chooses. */
export const REREAD_MS = 60_000;
/** Changes come in flocks; the page is read this long after the first, in milliseconds. */
export const PAUSE_MS = 300;
/** Reading keeps the session alive, so a page nobody touches is left alone after this long, in milliseconds. */
export const IN_USE_MS = 25 * 60_000;

/** What following tells and asks. */
export interface PageHandlers {
  onFreshness(now: Freshness, nowMs: number): void;
  /** False while something is being moved: nothing may change under the pointer. */
  mayRenew(): boolean;
}

/** The page as it is now and the way to show it, or the status the server answered with; 0 when nobody did. */
export type PageReading = { show(): void } | number;

/** The browser, as the follower uses it; tests pass their own. */
export interface PageBrowser extends FeedBrowser {
  now(): number;
  read(): Promise<PageReading>;
}

/** Follows the feed from where the page was read, until stopped. */
export class PageFollower {
  readonly #handlers: PageHandlers;
  readonly #browser: PageBrowser;
  readonly #feed: FeedFollower;
  readonly #rereadMs: number;
  #offsetMs: number;
  #heardMs: number;
  #readMs: number;
  #usedMs: number;
  #status: LinkStatus = "connecting";
  #timer: FeedTimer | null = null;
  #isReading = false;
  #isDue = false;

  constructor(
    { cursor, nowMs, rereadMs = REREAD_MS }: { cursor: string; nowMs: number; rereadMs?: number },
    handlers: PageHandlers,
    browser: PageBrowser,
  ) {
    this.#handlers = handlers;
    this.#browser = browser;
    this.#rereadMs = rereadMs;
    this.#heardMs = this.#readMs = this.#usedMs = browser.now();
    this.#offsetMs = nowMs - browser.now();
    this.#feed = new FeedFollower(cursor, {
      onChange: () => this.renew(),
      onOutages: () => this.renew(),
      onBeat: (beat) => {
        this.#beat(beat.nowMs);
        hearDown(beat.down);
      },
      onReset: () => this.renew(),
      onStatus: (next) => this.#turn(next),
    }, browser);
    this.connect();
    this.#show();
  }

  /** Connects, or connects again at once; does nothing while connected. */
  connect(): void {
    this.#feed.connect();
  }

  /** Somebody is at the page. */
  use(): void {
    this.#usedMs = this.#browser.now();
    if (this.#isDue) this.renew();
  }

  /** The server's clock now, epoch milliseconds. */
  get serverMs(): number {
    return this.#browser.now() + this.#offsetMs;
  }

  /** Reads the page anew now, or as soon as it may. */
  renew(): void {
    this.#isDue = true;
    if (this.#browser.now() - this.#usedMs > IN_USE_MS) return;
    this.#timer ??= this.#browser.setTimer(() => void this.#read(), PAUSE_MS);
  }

  /** Ends for good, or until `connect`. */
  stop(): void {
    this.#feed.stop();
    if (this.#timer !== null) this.#browser.clearTimer(this.#timer);
    this.#timer = null;
  }

  async #read(): Promise<void> {
    this.#timer = null;
    if (this.#isReading || !this.#handlers.mayRenew()) return;
    this.#isReading = true;
    this.#isDue = false;
    const page = await this.#browser.read();
    this.#isReading = false;
    this.#readMs = this.#browser.now();
    if (page === 401) this.#status = "signed-out";
    // Lifted meanwhile: it is read again when the trip is down.
    if (!this.#handlers.mayRenew()) this.#isDue = true;
    else if (typeof page !== "number") page.show();
    this.#show();
    if (this.#isDue) this.renew();
  }

  #beat(serverMs: number): void {
    this.#offsetMs = serverMs - this.#browser.now();
    if (this.#browser.now() - this.#readMs > this.#rereadMs) this.renew();
  }

  #turn(status: LinkStatus): void {
    this.#status = status;
    if (status === "open") this.#heardMs = this.#browser.now();
    this.#show();
  }

  #show(): void {
    const now = this.serverMs;
    this.#handlers.onFreshness(freshness(this.#status, this.#heardMs + this.#offsetMs, now), now);
  }
}
