// The live streams of all open boards. The feed's rows, read in commit order, are what is sent; a commit
// only wakes the reading. So no board sees a gap, an entry twice, or two entries the wrong way round.
import type { OperatorSession } from "../accounts/session.ts";
import type { SessionStore } from "../accounts/session-store.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import { DomainError } from "../errors/domain-error.ts";
import { outagesChanged } from "../fleet/outage-feed.ts";
import type { Feed, FeedCommit } from "../kv/feed.ts";
import { bodiesOf, type Cursor } from "../kv/feed-row.ts";
import { encodeSse, SseConnection } from "../live/sse.ts";
import type { Beat } from "./day.ts";
import { isOfAccess, lostSessions } from "./lost-sessions.ts";
import { STREAM_LIMITS, type StreamLimits } from "./stream-limits.ts";

/** What the streams need. */
export interface StreamDeps {
  feed: Feed;
  sessions: Pick<SessionStore, "look" | "onEnd">;
  /** What every beat says. */
  beat: () => Promise<Beat>;
  /** Ends every stream. */
  shutdown: AbortSignal;
}

interface Stream {
  connection: SseConnection;
  sessionId: string;
  /** Cursor of the last commit sent. */
  position: Cursor;
  /** False while missed entries are still being replayed to it. */
  isLive: boolean;
  /** Bytes that waited at the last check, and for how many checks they have not become fewer. */
  waitingBytes: number;
  stalledFor: number;
}

/** Replays before a stream joins; more means that entries come faster than it can be served. */
const MAX_CATCH_UP_ROUNDS = 20;

/** All streams of this process. */
export class BoardStreams {
  readonly #deps: StreamDeps;
  readonly #limits: StreamLimits;
  /** In order of opening. */
  readonly #streams = new Set<Stream>();
  #cursor = "";
  #ready: Promise<void> = Promise.resolve();
  #isDirty = false;
  #reading = false;
  #checks = 0;
  #stopWork: (() => void) | null = null;

  constructor(deps: StreamDeps, limits: StreamLimits = STREAM_LIMITS) {
    this.#deps = deps;
    this.#limits = limits;
    deps.shutdown.addEventListener("abort", () => this.endAll(), { once: true });
  }

  /** Number of open streams. */
  get count(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream for a session that continues after `cursor` (null: from now). The answer's body is
   * cancelled when the reader leaves. Throws DomainError("busy") when the process has all it may or is
   * stopping.
   */
  open(session: OperatorSession, cursor: string | null): Response {
    if (this.#streams.size >= this.#limits.total || this.#deps.shutdown.aborted) {
      throw new DomainError("busy");
    }
    const own = [...this.#streams].filter((stream) => stream.sessionId === session.id);
    if (own.length >= this.#limits.perSession) own[0]?.connection.close();
    const connection = new SseConnection(this.#limits.queuedBytes, () => this.#remove(stream));
    const stream: Stream = {
      connection,
      sessionId: session.id,
      position: "",
      isLive: false,
      waitingBytes: 0,
      stalledFor: 0,
    };
    this.#streams.add(stream);
    if (this.#stopWork === null) this.#startWork();
    this.#catchUp(stream, cursor).catch(() => connection.cutOff());
    return connection.response;
  }

  /** Looks at every session once; every few calls it is a beat as well. Called by an own timer. */
  async check(): Promise<void> {
    await this.#seeOut();
    for (const stream of [...this.#streams]) this.#cutOffIfStalled(stream);
    if (++this.#checks % this.#limits.checksPerBeat === 0) await this.#beat();
    // A second way to new entries, should a wake-up ever be lost.
    this.#wake();
  }

  async #seeOut(): Promise<void> {
    const ids = new Set([...this.#streams].map(({ sessionId }) => sessionId));
    const lost = await lostSessions(this.#deps.sessions, ids);
    this.#closeWhere(({ sessionId }) => lost.has(sessionId));
  }

  /** A reader whose network died says nothing; it shows itself by what it does not take. */
  #cutOffIfStalled(stream: Stream): void {
    const { waitingBytes } = stream.connection;
    const isStalled = waitingBytes > 0 && waitingBytes >= stream.waitingBytes;
    stream.stalledFor = isStalled ? stream.stalledFor + 1 : 0;
    stream.waitingBytes = waitingBytes;
    if (stream.stalledFor >= this.#limits.stalledChecks) stream.connection.cutOff();
  }

  /** Sends a beat now: something it says is another. Never throws. */
  async tell(): Promise<void> {
    await this.#beat().catch(() => this.endAll());
  }

  /** Ends every stream; boards come back by themselves and resume. */
  endAll(): void {
    this.#closeWhere(() => true);
  }

  /** Sends what the stream missed, then lets it join the others. */
  async #catchUp(stream: Stream, cursor: string | null): Promise<void> {
    stream.connection.send(encodeSse({ retryMs: 2_000 }));
    await this.#ready;
    stream.position = cursor ?? this.#cursor;
    if (cursor !== null && !await this.#deps.feed.canResume(cursor)) await this.#reset(stream);
    for (let round = 0; round < MAX_CATCH_UP_ROUNDS; round++) {
      const page = await this.#deps.feed.since(stream.position, this.#limits.replay);
      if (page.complete) { for (const commit of page.commits) this.#send(stream, commit); }
      else await this.#reset(stream);
      // Nothing is awaited between this look and joining, so no entry falls in between.
      if (page.complete && this.#cursor <= stream.position) {
        stream.isLive = true;
        return stream.connection.send(await this.#beatMessage());
      }
    }
    stream.connection.cutOff();
  }

  async #reset(stream: Stream): Promise<void> {
    stream.position = await this.#deps.feed.head();
    stream.connection.send(encodeSse({ id: stream.position, event: "reset", data: "{}" }));
  }

  #send(stream: Stream, commit: FeedCommit): void {
    if (commit.cursor <= stream.position) return;
    stream.position = commit.cursor;
    for (const message of encodedCommit(commit)) stream.connection.send(message);
  }

  #wake(): void {
    this.#isDirty = true;
    if (!this.#reading) void this.#read();
  }

  /** Reads the feed from where it stands to its end and sends it to every stream that has caught up. */
  async #read(): Promise<void> {
    this.#reading = true;
    let sent = 0;
    try {
      await this.#ready;
      while (this.#isDirty && this.#streams.size > 0) {
        this.#isDirty = false;
        const page = await this.#deps.feed.since(this.#cursor, this.#limits.replay);
        for (const commit of page.commits) {
          this.#cursor = commit.cursor;
          for (const stream of this.#streams) if (stream.isLive) this.#send(stream, commit);
        }
        sent += page.commits.length;
        // Whoever is blocked or signed out by another process is seen out at once.
        if (page.commits.some(isOfAccess)) await this.#seeOut();
        if (!page.complete) this.#isDirty = true;
      }
      if (sent > 0) await this.#beat();
    } catch {
      // The database does not answer: boards must know, so their streams end and they try again.
      this.endAll();
    } finally {
      this.#reading = false;
    }
  }

  async #beat(): Promise<void> {
    if (this.#streams.size === 0) return;
    const message = await this.#beatMessage();
    for (const stream of this.#streams) stream.connection.send(message);
  }

  async #beatMessage(): Promise<Uint8Array> {
    const data = JSON.stringify(await this.#deps.beat());
    return encodeSse({ comment: "beat", event: "beat", data });
  }

  #startWork(): void {
    const { feed, sessions } = this.#deps;
    const unsubscribe = feed.listen(() => this.#wake());
    const unlisten = sessions.onEnd((id) => this.#closeWhere(({ sessionId }) => sessionId === id));
    const timer = setInterval(() => {
      this.check().catch(() => this.endAll());
    }, this.#limits.checkMs);
    this.#stopWork = () => {
      unsubscribe();
      unlisten();
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

  #closeWhere(matches: (stream: Stream) => boolean): void {
    for (const stream of [...this.#streams]) if (matches(stream)) stream.connection.close();
  }
}

/** A commit is the same bytes for every board. */
const encoded = new WeakMap<FeedCommit, readonly Uint8Array[]>();

function encodedCommit(commit: FeedCommit): readonly Uint8Array[] {
  const known = encoded.get(commit);
  if (known !== undefined) return known;
  const events = [
    ...bodiesOf(bookingChanged, commit).map(({ at, type, summary }) => ({
      event: "booking",
      data: { at, type, summary },
    })),
    ...bodiesOf(outagesChanged, commit).map((data) => ({ event: "outages", data })),
  ];
  const messages = events.map(({ event, data }, i) =>
    encodeSse({
      // Only the last one names the commit: a board cut off in between gets the whole commit again.
      ...(i === events.length - 1 ? { id: commit.cursor } : {}),
      event,
      data: JSON.stringify(data),
    })
  );
  encoded.set(commit, messages);
  return messages;
}
