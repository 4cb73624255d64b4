// The live streams of open tickets: each says which version its booking has, at once and whenever it
// changes; the page then fetches itself. Nothing of the booking travels here, and nothing can be missed: a
// version is a state, so whoever comes back hears the newest.
import { bookingChanged } from "../booking/booking-feed.ts";
import type { BookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Feed } from "../kv/feed.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { encodeSse, SseConnection } from "../live/sse.ts";

/** What the streams need. */
export interface TicketStreamDeps {
  feed: Feed;
  bookings: Pick<BookingStore, "get">;
  /** Ends every stream. */
  shutdown: AbortSignal;
}

/** Bounds of the streams; tests choose smaller ones. */
export interface TicketStreamLimits {
  /** Streams of the process: each costs a socket. A ticket without one asks now and then. */
  total: number;
  /** Streams of one booking, a family's phones; one more ends the oldest. */
  perBooking: number;
  /** Bytes that may wait for one reader: a few hundred messages. */
  queuedBytes: number;
  /** How often a stream says that it is alive, in milliseconds. */
  beatMs: number;
  /** Beats that may wait unread before a reader counts as gone. */
  stalledBeats: number;
  /** Commits read from the feed at once. */
  page: number;
}

const LIMITS: TicketStreamLimits = {
  total: 512,
  perBooking: 6,
  queuedBytes: 16 * 1024,
  beatMs: 15_000,
  stalledBeats: 4,
  page: 200,
};

interface Stream {
  bookingId: BookingId;
  connection: SseConnection;
  stalledFor: number;
}

const BEAT = encodeSse({ comment: "beat", event: "beat", data: "{}" });

/** All ticket streams of this process. */
export class TicketStreams {
  readonly #deps: TicketStreamDeps;
  readonly #limits: TicketStreamLimits;
  /** In order of opening. */
  readonly #streams = new Set<Stream>();
  #cursor = "";
  #ready: Promise<void> = Promise.resolve();
  #isDirty = false;
  #reading = false;
  #stopWork: (() => void) | null = null;

  constructor(deps: TicketStreamDeps, limits: TicketStreamLimits = LIMITS) {
    this.#deps = deps;
    this.#limits = limits;
    deps.shutdown.addEventListener("abort", () => this.endAll(), { once: true });
  }

  /** Number of open streams. */
  get count(): number {
    return this.#streams.size;
  }

  /** Opens a stream. Throws DomainError("busy") when the process has all it may or is stopping. */
  open(bookingId: BookingId): Response {
    const { total, perBooking, queuedBytes } = this.#limits;
    if (this.#streams.size >= total || this.#deps.shutdown.aborted) throw new DomainError("busy");
    const own = [...this.#streams].filter((stream) => stream.bookingId === bookingId);
    if (own.length >= perBooking) own[0]?.connection.close();
    const connection = new SseConnection(queuedBytes, () => this.#remove(stream));
    const stream: Stream = { bookingId, connection, stalledFor: 0 };
    this.#streams.add(stream);
    if (this.#stopWork === null) this.#startWork();
    this.#greet(stream).catch(() => connection.cutOff());
    return connection.response;
  }

  /** Ends every stream; tickets come back by themselves. */
  endAll(): void {
    for (const { connection } of [...this.#streams]) connection.close();
  }

  /** Says to every reader that it is heard; who has taken nothing for long is gone. Called by an own timer. */
  beat(): void {
    for (const stream of [...this.#streams]) {
      const { connection } = stream;
      stream.stalledFor = connection.waitingBytes > 0 ? stream.stalledFor + 1 : 0;
      if (stream.stalledFor > this.#limits.stalledBeats) connection.cutOff();
      else connection.send(BEAT);
    }
    // A second way to new entries, should a wake-up ever be lost.
    this.#wake();
  }

  /** The version is read once the feed is followed, so that no change falls in between. */
  async #greet({ bookingId, connection }: Stream): Promise<void> {
    await this.#ready;
    const stored = await this.#deps.bookings.get(bookingId);
    if (stored === null) return connection.close();
    connection.send(encodeSse({ retryMs: 3_000, ...versionMessage(stored.booking.version) }));
  }

  #wake(): void {
    this.#isDirty = true;
    if (!this.#reading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      await this.#ready;
      while (this.#isDirty && this.#streams.size > 0) {
        this.#isDirty = false;
        const { commits, complete } = await this.#deps.feed.since(this.#cursor, this.#limits.page);
        for (const commit of commits) {
          this.#cursor = commit.cursor;
          for (const { summary } of bodiesOf(bookingChanged, commit)) {
            this.#tell(summary.id, summary.version);
          }
        }
        if (!complete) this.#isDirty = true;
      }
    } catch {
      // The database does not answer: tickets must know, so their streams end and they try again.
      this.endAll();
    } finally {
      this.#reading = false;
    }
  }

  #tell(id: BookingId, version: number): void {
    const message = encodeSse(versionMessage(version));
    for (const { bookingId, connection } of this.#streams) {
      if (bookingId === id) connection.send(message);
    }
  }

  #startWork(): void {
    const { feed } = this.#deps;
    const unsubscribe = feed.listen(() => this.#wake());
    const timer = setInterval(() => this.beat(), this.#limits.beatMs);
    this.#stopWork = () => {
      unsubscribe();
      clearInterval(timer);
    };
    this.#ready = feed.head().then((cursor) => void (this.#cursor = cursor));
  }

  #remove(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    this.#stopWork?.();
    this.#stopWork = null;
  }
}

function versionMessage(version: number) {
  return { event: "version", data: JSON.stringify({ version }) };
}
