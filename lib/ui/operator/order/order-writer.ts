// Follows an order while it is written: asks for its price after a pause, and books only what was read out.
import { forgetDraft, keepDraft, restoreDraft } from "./order-draft.ts";
import { orderPage, putInPlace } from "./order-parts.ts";

/** Pause after the last change before asking, in ms. */
const PAUSE_MS = 250;
/** What only the driver or the ticket reads: it changes no price. */
const NO_PRICE = ["name", "email", "note", "flightNumber", "language"];

/** Follows one form. */
export class OrderWriter {
  readonly #form: HTMLFormElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();
  #isSent = false;
  /** Counts what was written, and what of it the price on the screen is for. */
  #written = 0;
  #priced = 0;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** Fills an empty form from a kept draft and asks about what stands in it, also when it was typed before the script. */
  begin(): void {
    restoreDraft(this.#form);
    const held = new FormData(this.#form);
    const isFilled = ["phone", "from", "to", "when"].some((name) => held.get(name) !== "");
    // What the server says of a form it was sent stays until something is changed.
    if (isFilled && held.get("quoteId") === "") void this.look();
  }

  /** Asks for the price and what is known of the caller. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const asking = this.#asking = new AbortController();
    const written = this.#written;
    const page = await orderPage(this.#form, asking.signal);
    if (page === null) return;
    this.#priced = written;
    putInPlace(this.#form, page);
  }

  /** After a key or a choice. */
  changed({ target }: Event): void {
    keepDraft(this.#form);
    const name = target instanceof Element ? target.getAttribute("name") ?? "" : "";
    if (name.endsWith("Choice")) this.#answered(name.slice(0, -"Choice".length));
    if (NO_PRICE.includes(name)) return;
    this.#written++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** An answer counts for the words that stand in the field now. */
  #answered(end: string): void {
    const words = this.#form.querySelector<HTMLInputElement>(`#${end}`);
    const asked = this.#form.querySelector<HTMLInputElement>(`[name=${end}Asked]`);
    if (words && asked) asked.value = words.value;
    // A place that was chosen for former words is no answer.
    const chosen = this.#form.querySelector<HTMLInputElement>(`[name=${end}Id]`);
    if (chosen) chosen.value = "";
  }

  /** A button was pressed: the price is asked for here, and booked only when it is the one on the screen. */
  submitted(event: SubmitEvent): void {
    const { submitter } = event;
    const isBooking = submitter instanceof HTMLButtonElement && submitter.value === "book";
    const isStale = this.#written !== this.#priced;
    if (!isBooking || isStale || this.#isSent) {
      event.preventDefault();
      if (!this.#isSent) void this.look();
      return;
    }
    this.#isSent = true;
    forgetDraft();
    submitter.setAttribute("aria-busy", "true");
  }

  /** The key for the button. */
  book(): void {
    this.#form.requestSubmit(this.#form.querySelector<HTMLButtonElement>("[data-book]"));
  }

  /** Takes back what is on its way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }
}
