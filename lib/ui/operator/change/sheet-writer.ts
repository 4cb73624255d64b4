// Follows a sheet while it is written: asks what it comes to after a pause, and sends only what has been shown.
import type { ActionProblem } from "../../../board/operator-action.ts";
import type { DoneSheet, SheetReply } from "./sheet-api.ts";
import type { SheetView } from "./sheet-view.ts";

/** Pause after the last change before asking, in ms. */
const PAUSE_MS = 250;

/** A timer of the browser, or none. */
export type SheetTimer = ReturnType<typeof setTimeout> | undefined;

/** What the writer asks of its surroundings. */
export interface SheetHost {
  ask(address: string, fields: URLSearchParams | null, signal: AbortSignal): Promise<SheetReply>;
  /** True while something is on its way. */
  busy(isBusy: boolean): void;
  /** The sheet as it is now; `isAnew` when its fields begin afresh. */
  show(view: SheetView, isAnew: boolean): void;
  fail(problem: ActionProblem): void;
  done(done: DoneSheet, sentMs: number): void;
  now(): number;
  setTimer(run: () => void, ms: number): SheetTimer;
  clearTimer(timer: SheetTimer): void;
}

/** Follows one sheet at a time. */
export class SheetWriter {
  readonly #host: SheetHost;
  #address = "";
  #view: SheetView | null = null;
  #asking = new AbortController();
  #timer: SheetTimer;
  #isSending = false;
  /** The words that the outcome on the screen is of; null while fields that begin afresh are not drawn yet. */
  #shown: string | null = null;
  /** True once somebody has written in the sheet that is open. */
  #hasWords = false;
  /** The sheet that was left with words in it: who comes back finds them. */
  #left: { address: string; fields: URLSearchParams } | null = null;

  constructor(host: SheetHost) {
    this.#host = host;
  }

  /** Opens the sheet at `address`, with what was left on it. */
  async open(address: string): Promise<void> {
    this.#begin(address);
    const left = this.#left?.address === address ? this.#left.fields : null;
    if (left !== null) left.set("action", "look");
    await this.#ask(left, left !== null);
  }

  /** After a key or a choice; a field that is left as it was changes nothing. */
  written(fields: () => URLSearchParams): void {
    this.#hasWords = true;
    if (this.#isSending) return;
    this.stop();
    if (wordsOf(fields()) === this.#shown) return this.#host.busy(false);
    this.#timer = this.#host.setTimer(() => void this.look(fields()), PAUSE_MS);
  }

  /** Hears that fields which begin afresh are drawn; a browser tells of a change when it takes the former ones away. */
  drawn(fields: URLSearchParams): void {
    this.#host.clearTimer(this.#timer);
    this.#shown = wordsOf(fields);
  }

  /** Asks what the fields come to; `action` is `price` when somebody says that they are complete. */
  async look(fields: URLSearchParams, action: "look" | "price" = "look"): Promise<void> {
    if (this.#isSending) return;
    fields.set("action", action);
    await this.#ask(fields, false);
  }

  /** Sends what has been shown; what has not is shown first. */
  async send(fields: URLSearchParams): Promise<void> {
    if (this.#isSending) return;
    if (wordsOf(fields) !== this.#shown) return await this.look(fields, "price");
    fields.set("action", "send");
    this.#isSending = true;
    await this.#ask(fields, false);
    this.#isSending = false;
  }

  /** Another changed the booking: the sheet says so. */
  heard(version: number, fields: URLSearchParams): void {
    if (this.#view !== null && this.#view.version < version) void this.look(fields);
  }

  /** Leaves the sheet; words in it are kept until it is done. */
  leave(fields: URLSearchParams | null): void {
    const isKept = fields !== null && this.#hasWords;
    this.#left = isKept ? { address: this.#address, fields } : null;
    this.stop();
    this.#view = null;
  }

  /** Takes back what is on its way. */
  stop(): void {
    this.#host.clearTimer(this.#timer);
    this.#asking.abort();
  }

  #begin(address: string): void {
    this.stop();
    this.#address = address;
    this.#view = null;
    this.#isSending = false;
    this.#shown = null;
    this.#hasWords = false;
  }

  async #ask(fields: URLSearchParams | null, isLeft: boolean): Promise<void> {
    const { ask, busy, now } = this.#host;
    this.stop();
    const asking = this.#asking = new AbortController();
    const sentMs = now();
    busy(true);
    const reply = await ask(this.#address, fields, asking.signal);
    // A newer question has taken this one's place.
    if (asking.signal.aborted) return;
    busy(false);
    this.#hear(reply, { sent: fields, sentMs, isLeft });
  }

  #hear(
    reply: SheetReply,
    { sent, sentMs, isLeft }: { sent: URLSearchParams | null; sentMs: number; isLeft: boolean },
  ): void {
    if (reply.kind === "failed") return this.#host.fail(reply.problem);
    if (reply.kind === "done") {
      this.#left = null;
      this.#view = null;
      return this.#host.done(reply.done, sentMs);
    }
    if (isLeft) this.#hasWords = true;
    const former = this.#view;
    const isAnew = former === null || reply.sheet.isRewritten;
    const shown = isAnew ? reply.sheet : { ...reply.sheet, values: former.values };
    this.#shown = isAnew || sent === null ? null : wordsOf(sent);
    this.#view = shown;
    this.#host.show(shown, isAnew);
  }
}

/** What only says how the sheet was drawn. */
const NOT_WORDS: ReadonlySet<string> = new Set([
  ...["formToken", "action", "openedVersion", "expectedVersion", "seenTotalOre", "seenFormerOre"],
]);

function wordsOf(fields: URLSearchParams): string {
  return JSON.stringify([...fields].filter(([name]) => !NOT_WORDS.has(name)));
}
