// Keeps an open price page true: counts its minutes down, changes a sentence when its hour passes, renews a price
// that is over in place, and sends the form once. Shows nothing of its own; without it the server does all that.
import { useEffect, useRef } from "preact/hooks";
import { sincePageMs } from "../lib/ui/customer/elapsed.ts";
import { keepContact } from "../lib/ui/customer/quote/contact-draft.ts";
import {
  leftInWords,
  type LeftWords,
  untilNextWords,
} from "../lib/ui/customer/quote/price-clock.ts";
import { nextPrice, takeOver } from "../lib/ui/customer/quote/renew-page.ts";

/** Pause before asking again when no price could be had, in ms. */
const RETRY_MS = 15_000;

export default function QuoteKeeper(words: LeftWords) {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    /** When the page, or the price in it, was asked for. */
    let sinceMs = 0;
    let timer: ReturnType<typeof setTimeout>;
    let isRenewing = false;
    const sending = sendOnce(form);

    // A price that cannot be had is an answer of its own, and asked for again.
    const look = () => void renewWhenOver();
    const renewWhenOver = async () => {
      clearTimeout(timer);
      if (isRenewing || sending.isSent()) return;
      const ageMs = sincePageMs() - sinceMs;
      const bar = form.querySelector<HTMLElement>("[data-left-ms]");
      const leftMs = Number(bar?.dataset.leftMs) - ageMs;
      showTime(form, words, leftMs, ageMs);
      timer = setTimeout(look, untilNextWords(leftMs) || RETRY_MS);
      // A page nobody looks at is renewed when somebody does.
      if (leftMs > 0 || document.hidden) return;
      isRenewing = true;
      const askedMs = sincePageMs();
      const page = await nextPrice(String(new FormData(form).get("quoteId")));
      isRenewing = false;
      if (sending.isSent() || page === null) return;
      if (page === "over") return location.reload();
      takeOver(form, page);
      keepContact(form);
      sinceMs = askedMs;
      look();
    };
    const onPageShow = (event: PageTransitionEvent) => {
      // The back button: the page as it was left, maybe long ago, with a button that says it is busy.
      if (event.persisted) location.reload();
    };

    look();
    document.addEventListener("visibilitychange", look);
    addEventListener("online", look);
    addEventListener("pageshow", onPageShow);
    return () => {
      clearTimeout(timer);
      sending.stop();
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", look);
      removeEventListener("pageshow", onPageShow);
    };
  }, []);

  return <span ref={place} hidden />;
}

/** Writes only what is new: a live region speaks whenever it is written to. */
function showTime(form: HTMLFormElement, words: LeftWords, leftMs: number, ageMs: number): void {
  const left = form.querySelector("[data-left]");
  const text = leftInWords(words, leftMs);
  if (left && left.textContent !== text) left.textContent = text;
  for (const one of form.querySelectorAll<HTMLElement>("[data-later]")) {
    const { later = "", laterMs } = one.dataset;
    if (ageMs > Number(laterMs) && one.textContent !== later) one.textContent = later;
  }
}

/** Lets the form go once, with a word on its button; the server's idempotency key is the guarantee. */
function sendOnce(form: HTMLFormElement) {
  let isSent = false;
  const onSubmit = (event: SubmitEvent) => {
    // The page found something to correct first: nothing has gone.
    if (event.defaultPrevented) return;
    if (isSent) return event.preventDefault();
    isSent = true;
    const button = event.submitter;
    button?.setAttribute("aria-busy", "true");
    if (button?.dataset.busy) button.textContent = button.dataset.busy;
  };
  form.addEventListener("submit", onSubmit);
  return {
    isSent: () => isSent,
    stop: () => form.removeEventListener("submit", onSubmit),
  };
}
