// A dispatcher's desk: a session, the day on the screen kept live by the stream, and acts that are sent until they
// are answered, under one idempotency key each.
import type { ActView } from "../../lib/board/act-view.ts";
import type { DayData } from "../../lib/board/day.ts";
import type { TripToMove } from "../../lib/dispatch/vehicle-outage.ts";
import type { BookingSummary } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { EventReader } from "../../tests/support/event-reader.ts";
import { DAY } from "./desk-bookings.ts";
import type { DeskProcess } from "./desk-process.ts";
import { pause } from "./time.ts";

/** Most tries of one act: an outage of 30 s and a slow start, four a second. */
const MAX_TRIES = 400;
const RETRY_MS = 250;
/** How long a row may take to come by the stream, and how often it is looked for, in milliseconds. */
const MAX_STREAM_MS = 2_000;
const LOOK_MS = 5;
/** Share of the answers that get lost on their way, so that the act is sent again. */
const LOST_ANSWERS = 0.02;

type Sent = Readonly<Record<string, unknown>>;

/** One act as the dispatcher knows it. */
export interface NotedAct {
  by: string;
  kind: string;
  /** The act that was acknowledged, or null: it was refused. */
  id: string | null;
  /** Why it was refused, or null. */
  code: string | null;
  bookings: { id: string; version: number }[];
  isUndone: boolean;
  /** Tries that were not answered, or whose answer was lost. */
  unanswered: number;
  /** What the server took for the answer, in milliseconds. */
  ms: number;
}

/** An answer of the API. */
export interface Answer<Body> {
  status: number;
  body: Body;
}

/** What the answers to acts say, and what refusals do. */
export interface ActBody {
  act?: ActView | null;
  row?: BookingSummary;
  code?: string;
  feeOre?: number;
  totalOre?: number;
  trips?: TripToMove[];
}

/** A page of a day of either board. */
type DayPage =
  & Pick<DayData, "bookings" | "cursor">
  & {
    [Side in "earlier" | "later" | "next"]?: string | null;
  };

interface UndoBody {
  code?: string;
  bookings?: { row?: BookingSummary }[];
}

/** A desk. */
export class Desk {
  readonly name: string;
  readonly rows = new Map<string, BookingSummary>();
  readonly acts: NotedAct[] = [];
  /** Undos that were answered, their times, and how many were refused. */
  readonly undos: { ms: number; code: string | null }[] = [];
  resets = 0;
  reconnections = -1;
  readonly #process: DeskProcess;
  readonly #chance: () => number;
  #headers: Record<string, string> = {};
  #cursor = "";
  #leaving = new AbortController();

  constructor(name: string, process: DeskProcess, chance: () => number) {
    this.name = name;
    this.#process = process;
    this.#chance = chance;
  }

  /** Signs in and reads the whole day, page by page. */
  async open(): Promise<void> {
    this.#headers = await this.#process.signIn(this.name);
    await this.#readDay();
  }

  /** Reads the stream until `leave`; comes back after every break where it was. */
  async follow(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      try {
        await this.#readStream();
      } catch {
        // The server is away, or the dispatcher has left.
      }
      if (!this.#leaving.signal.aborted) await pause(RETRY_MS);
    }
  }

  /** Ends the stream. */
  leave(): void {
    this.#leaving.abort();
  }

  /** Puts a row on the screen, unless a newer one is there. */
  show(row: BookingSummary): void {
    const known = this.rows.get(row.id);
    if (known === undefined || known.version < row.version) this.rows.set(row.id, row);
  }

  /** Does one thing: the act is noted, with its answer. */
  async act(kind: string, path: string, body: Sent): Promise<Answer<ActBody>> {
    const key = { "idempotency-key": crypto.randomUUID() };
    const { answer, ms, unanswered } = await this.#untilAnswered<ActBody>(path, body, key);
    const { act = null, code = null, row } = answer.body;
    this.acts.push({
      ...{ by: this.name, kind, id: act?.id ?? null, code, bookings: act?.bookings ?? [] },
      ...{ isUndone: false, unanswered, ms },
    });
    const told = row === undefined ? act?.bookings ?? [] : [row];
    for (const { id, version } of told) await this.#showAnswer(id, version, row);
    return answer;
  }

  /** Takes the last act back; it is undone once, however often it is sent. */
  async undo(): Promise<void> {
    const last = this.acts.at(-1);
    if (last === undefined || last.id === null) return;
    const path = paths.api.adminAct(last.id);
    const { answer, ms } = await this.#untilAnswered<UndoBody>(path, { type: "undo" }, {});
    const { code = null, bookings = [] } = answer.body;
    this.undos.push({ ms, code });
    last.isUndone = code === null;
    for (const { row } of bookings) if (row !== undefined) this.show(row);
  }

  /** A booking as it is now. */
  async readAnew(id: string): Promise<BookingSummary | undefined> {
    const { body } = await this.read<{ row?: BookingSummary; version: number }>(
      paths.api.adminBooking(id),
    );
    await this.#showAnswer(id, body.version, body.row);
    return this.rows.get(id);
  }

  /** The answers of the board before have no row: it comes by the stream, or with the day that is read again. */
  async #showAnswer(id: string, version: number, row: BookingSummary | undefined): Promise<void> {
    if (row !== undefined) return this.show(row);
    const until = performance.now() + MAX_STREAM_MS;
    while ((this.rows.get(id)?.version ?? 0) < version) {
      if (performance.now() < until) await pause(LOOK_MS);
      else return (await this.dayRows()).forEach((one) => this.show(one));
    }
  }

  /** Reads something; asked again until the server answers. */
  async read<Body>(path: string): Promise<Answer<Body>> {
    return (await this.#untilAnswered<Body>(path, null, {})).answer;
  }

  /** Asks what something would come to. */
  async ask<Body>(path: string, body: Sent): Promise<Answer<Body>> {
    return (await this.#untilAnswered<Body>(path, body, {})).answer;
  }

  /** The rows of the whole day as the API gives them now. */
  async dayRows(): Promise<BookingSummary[]> {
    const { body: day } = await this.read<DayPage>(paths.api.adminBookings({ date: DAY }));
    const rows: BookingSummary[] = [...day.bookings];
    // The board before has one way on, from morning to night.
    for (const side of ["earlier", "later", "next"] as const) {
      for (let cursor = day[side] ?? null; cursor !== null;) {
        const { body } = await this.read<DayPage>(paths.api.adminBookings({ date: DAY, cursor }));
        rows.push(...body.bookings);
        cursor = body[side] ?? null;
      }
    }
    if (this.#cursor === "") this.#cursor = day.cursor;
    return rows;
  }

  async #readDay(): Promise<void> {
    this.#cursor = "";
    for (const row of await this.dayRows()) this.show(row);
  }

  async #readStream(): Promise<void> {
    const url = `${this.#process.origin}${paths.api.adminEvents()}?cursor=${this.#cursor}`;
    const { signal } = this.#leaving;
    const response = await fetch(url, { headers: this.#headers, signal });
    if (response.status === 401) this.#headers = await this.#process.signIn(this.name);
    if (!response.ok) return void await response.body?.cancel();
    this.reconnections++;
    const reader = new EventReader(response);
    for (let message = await reader.next(); message !== null; message = await reader.next()) {
      if (message.event === "booking") this.show(JSON.parse(message.data).summary);
      if (message.event === "reset") {
        this.resets++;
        await this.#readDay();
      }
      if (reader.lastEventId !== "") this.#cursor = reader.lastEventId;
    }
  }

  async #untilAnswered<Body>(
    path: string,
    body: Sent | null,
    key: Record<string, string>,
  ): Promise<{ answer: Answer<Body>; ms: number; unanswered: number }> {
    for (let unanswered = 0; unanswered < MAX_TRIES; unanswered++) {
      const started = performance.now();
      const answer = await this.#send<Body>(path, body, key);
      const ms = performance.now() - started;
      const isLost = body !== null && unanswered === 0 && this.#chance() < LOST_ANSWERS;
      if (answer !== null && !isLost) return { answer, ms, unanswered };
      if (answer === null) await pause(RETRY_MS);
    }
    throw new Error(`${this.name} got no answer from ${path}`);
  }

  /** One try; null without an answer that says what became of it. */
  async #send<Body>(
    path: string,
    body: Sent | null,
    key: Record<string, string>,
  ): Promise<Answer<Body> | null> {
    try {
      const headers = { ...this.#headers, ...key, "content-type": "application/json" };
      const method = body === null ? "GET" : "POST";
      const sent = body === null ? {} : { body: JSON.stringify(body) };
      const response = await fetch(this.#process.origin + path, { method, headers, ...sent });
      const answer: Answer<Body> = { status: response.status, body: await response.json() };
      if (answer.status === 401) this.#headers = await this.#process.signIn(this.name);
      return answer.status === 401 || answer.status >= 500 ? null : answer;
    } catch {
      return null;
    }
  }
}
