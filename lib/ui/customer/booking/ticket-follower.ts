// Follows a booking's version: over the live stream while there is one, by asking now and then while there
// is none. A version is a state, so it does not matter which of the two says it.

/** First pause after the stream was lost, in milliseconds; it doubles up to the longest. */
export const FIRST_PAUSE_MS = 2_000;
/** Longest pause: how old a ticket may be while it has to ask. */
export const LONGEST_PAUSE_MS = 20_000;
/** Silence after which the stream counts as dead: two beats and a little. */
export const SILENCE_MS = 35_000;

/** What the follower tells. */
export interface FollowerHandlers {
  onVersion(version: number): void;
  /** The server was heard just now. */
  onHeard(): void;
  /** Neither the stream nor a question was answered. */
  onLost(): void;
}

/** Names a timer; browsers and Deno type it differently. */
export type FollowerTimer = ReturnType<typeof setTimeout>;

/** What is used of an EventSource. */
export interface FollowerSource {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

/** The browser, as the follower uses it; tests pass their own. */
export interface FollowerBrowser {
  open(): FollowerSource;
  /** Asks for the version; rejects without contact. */
  ask(): Promise<number>;
  setTimer(run: () => void, ms: number): FollowerTimer;
  clearTimer(timer: FollowerTimer): void;
  random(): number;
}

/** Follows until stopped. */
export class TicketFollower {
  readonly #handlers: FollowerHandlers;
  readonly #browser: FollowerBrowser;
  #source: FollowerSource | null = null;
  #timer: FollowerTimer | null = null;
  #failures = 0;
  #isStopped = false;

  constructor(handlers: FollowerHandlers, browser: FollowerBrowser) {
    this.#handlers = handlers;
    this.#browser = browser;
  }

  /** Connects, or connects again at once, as when the network comes back; does nothing while connected. */
  connect(): void {
    if (this.#source !== null || this.#isStopped) return;
    this.#arm(() => this.#lose(), SILENCE_MS);
    const source = this.#source = this.#browser.open();
    const listen = (type: string, heard: (event: MessageEvent<string>) => void) =>
      source.addEventListener(type, (event) => {
        if (source === this.#source) heard(event);
      });
    listen("beat", () => this.#hear());
    listen("version", ({ data }) => {
      this.#hear();
      this.#handlers.onVersion(JSON.parse(data).version);
    });
    // The browser's own way of connecting again gives up at an error answer.
    listen("error", () => this.#lose());
  }

  /** Ends for good. */
  stop(): void {
    this.#isStopped = true;
    this.#close();
  }

  #hear(): void {
    this.#failures = 0;
    this.#arm(() => this.#lose(), SILENCE_MS);
    this.#handlers.onHeard();
  }

  #lose(): void {
    this.#close();
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++);
    this.#arm(() => void this.#askAndConnect(), longest * (0.5 + this.#browser.random() / 2));
  }

  /** A server that has no stream to give may still answer; then the ticket is as fresh as the pause is long. */
  async #askAndConnect(): Promise<void> {
    try {
      const version = await this.#browser.ask();
      if (this.#isStopped) return;
      this.#handlers.onHeard();
      this.#handlers.onVersion(version);
    } catch {
      // No answer is what is told; the next try follows by itself.
      this.#handlers.onLost();
    }
    this.connect();
  }

  #close(): void {
    if (this.#timer !== null) this.#browser.clearTimer(this.#timer);
    this.#timer = null;
    this.#source?.close();
    this.#source = null;
  }

  #arm(run: () => void, ms: number): void {
    if (this.#timer !== null) this.#browser.clearTimer(this.#timer);
    this.#timer = this.#browser.setTimer(run, ms);
  }
}
